"""Dutch words that several kinds need: number words, months, what can be counted."""

from collections.abc import Mapping
from types import MappingProxyType

_ONES = ("nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")
_TEENS = (
    "tien", "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien",
    "achttien", "negentien",
)  # fmt: skip
_TENS = ("twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")


def _number_words() -> dict[str, int]:
    words = dict(zip(_ONES, range(10), strict=True)) | {"één": 1}
    words |= dict(zip(_TEENS, range(10, 20), strict=True))
    for tens, name in enumerate(_TENS, start=2):
        words[name] = 10 * tens
        for one in range(1, 10):
            for link in ("en", "ën"):
                words[f"{_ONES[one]}{link}{name}"] = 10 * tens + one
    return words


# Words of 0-99, with and without the diaeresis: "tweeënnegentig", "tweeennegentig".
NUMBER_WORDS: Mapping[str, int] = MappingProxyType(_number_words())

# Alternatives for a regular expression, longest first so that "zesentwintig" is not "zes".
NUMBER_WORD = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))

MONTH = (
    "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|"
    "jan|feb|febr|mrt|apr|jun|jul|aug|sep|sept|okt|nov|dec"
)

# After a number these say that something is counted or measured: no house number, no age.
COUNTED = (
    r"(?:keer|maal|x|mg|mcg|µg|ml|dd|mmol|wk|wks|p/m|pm|per|dgn|wkn|mnd|mnden|uur|uren|uurtjes?|"
    r"minuten|min|dag|dagen|nacht|nachten|week|weken|maand|"
    r"maanden|kwartaal|jaar|jaren|jr|euro|eur|cent|kilo|kg|gram|liter|km|kilometer|meter|m2|cm|"
    r"mensen|personen|kinderen|kleinkinderen|katten|honden|vrienden|buren|stappen|graden|"
    r"procent|punten|ochtenden|middagen|avonden|dagdelen|gesprekken|bezoeken|afspraken|"
    r"huizen|deuren|straten|lampen|trappen|treden|stuks|plekken|bankjes|winkels|andere|"
    r"(?:of|à|tot|a|-) ?\d+ ?(?:keer|x|uur|dagen|weken|maanden|jaar|minuten|mensen))\b|[%°]"
)
