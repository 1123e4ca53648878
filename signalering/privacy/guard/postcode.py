"""Postcodes with letters: 2671 AB in any spelling."""

import re

from signalering.privacy.guard.finding import Found, Kind, finding

_CODE = re.compile(
    r"(?<![\w€.,+-])(?<!€ )[1-9]\d{3}(?P<gap> {0,2}|[-.])(?P<letters>[a-z]{2})\b"
    r"|(?<![\w€.,+-])[1-9] ?\d ?\d ?\d[ .-]?(?P<apart>(?-i:[A-Z])[ .-](?-i:[A-Z]))(?![\w.])",
    re.I,
)
# Said to be one, or stuck together: then no word is meant.
_SAID = re.compile(r"\b(?:postcode|pc|postc|zip)\b\W{0,3}(?:is |was )?\Z", re.I)
# Two-letter words and units that follow a year or an amount.
_WORDS = re.compile(
    "(?:en|in|is|op|te|ze|we|je|ik|af|al|om|na|nu|of|er|de|zo|wc|tv|km|cm|kg|mm|ml|mg|gr|pk|"
    "pm|pp|uu|st|eu|ca|nr|mw|dr|hr|ja|ha|ho|oh|ah|me|my|no|so|to|am|bv|nv|vs)",
    re.I,
)
_UNITS = re.compile("km|cm|kg|mm|ml|mg|gr|pk|st|en|jr", re.IGNORECASE)


def find(text: str) -> Found:
    """Postcodes. Two small letters that make a word ("2023 is") are a word, not a postcode."""
    for match in _CODE.finditer(text):
        if match.group("apart") or _is_code(text, match):
            yield finding(Kind.POSTCODE, match.start(), match.end())


def _is_code(text: str, match: re.Match[str]) -> bool:
    letters, number = match.group("letters"), match.group()[:4]
    if _SAID.search(text[: match.start()]):
        return True
    if letters.upper() == "IE" and number.endswith("00"):
        return False  # international units of a vitamin
    if letters.isupper() or not match.group("gap"):
        # Nobody takes 2691 mg.
        return not _UNITS.fullmatch(letters) or (not match.group("gap") and int(number) % 50 != 0)
    return not _WORDS.fullmatch(letters)
