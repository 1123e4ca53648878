"""Full dates in figures and words, and a day and month after a word of birth."""

import re

from signalering.privacy.guard.finding import Found, Kind, finding
from signalering.privacy.guard.lexicon import MONTH, NUMBER_WORD

_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH_NUMBER = r"(?:0?[1-9]|1[0-2])"
_YEAR = r"(?:1[89]|20)\d\d"
_SHORT_YEAR = r"'?\d\d"
_ORDINAL = r"(?:eerste|tweede|derde|vierde|[a-zë]{3,20}(?:de|ste))"
_YEAR_WORDS = (
    rf"(?:(?:negentien|achttien)(?:[ -]?honderd)?(?:[ -]?en)?[ -]?(?:{NUMBER_WORD})"
    rf"|twee[ -]?duizend(?:[ -]?(?:en)?[ -]?(?:{NUMBER_WORD}))?)"
)
_DAY_WRITTEN = rf"(?:{_DAY}(?:e|de|ste)?|{NUMBER_WORD}|{_ORDINAL})"
_DATES = re.compile(
    rf"(?<![\w.,/-])(?:"
    rf"{_DAY} ?[-/.] ?{_MONTH_NUMBER} ?[-/.] ?{_YEAR}"
    rf"|{_DAY}(?P<mark>[-/.]){_MONTH_NUMBER}(?P=mark){_SHORT_YEAR}"
    rf"|{_DAY} {_MONTH_NUMBER} {_YEAR}"
    rf"|{_YEAR}[-/.]{_MONTH_NUMBER}[-/.]{_DAY}"
    rf"|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2]){_YEAR}"
    rf"|{_YEAR}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
    rf"|{_DAY_WRITTEN}[ -]?(?:{MONTH})"
    rf"(?:[ .,-]{{0,2}}(?:in )?(?:{_YEAR}|{_YEAR_WORDS})|[ .,-]{{0,2}}'\d\d"
    rf"|(?:\.? ?-?)(?<!\. )\d\d(?! ?(?:uur|keer|x\b|[:.]\d)))"
    rf")(?![\w/]|[.,-]\d)",
    re.IGNORECASE,
)
_BIRTH_DAY = re.compile(
    r"\b(?:geb|geboren|geboortedag|geboortedatum|gebdatum|verjaardag|jarig|verjaart|dob)\b"
    r"(?:[ .:=,]|op|is|was|de|het|viert|vandaag|zijn|haar|wordt){0,8}"
    rf"(?P<day>{_DAY_WRITTEN}[ -]?(?:{MONTH})|{_DAY}[-/.]{_MONTH_NUMBER})(?![\w]|[.,-]?\d)",
    re.IGNORECASE,
)


def find(text: str) -> Found:
    """Dates that name one day. A year alone, a month, a time or an amount is none."""
    for match in _DATES.finditer(text):
        yield finding(Kind.DATE, match.start(), match.end())
    for match in _BIRTH_DAY.finditer(text):
        yield finding(Kind.DATE, match.start("day"), match.end("day"))
