"""Postcodes with letters: 2671 AB in any spelling."""

import re

from signalering.privacy.guard.finding import Found, Kind, finding

_CODE = re.compile(
    r"(?<![\w€.,+-])(?<!€ )[1-9]\d{3}(?P<gap> {0,2}|[-.])(?P<letters>[a-z]{2})\b", re.I
)
# Two-letter words and units that follow a year or an amount.
_WORDS = re.compile(
    "(?:en|in|is|op|te|ze|we|je|ik|af|al|om|na|nu|of|er|de|zo|wc|tv|km|cm|kg|mm|ml|mg|gr|pk|"
    "pm|pp|uu|st|eu|ca|nr|mw|dr|hr|ja|ha|ho|oh|ah|me|my|no|so|to|am|bv|nv|vs)",
    re.I,
)
_UNITS = re.compile("km|cm|kg|mm|ml|mg|gr|pk", re.IGNORECASE)


def find(text: str) -> Found:
    """Postcodes. Two small letters that make a word ("2023 is") are a word, not a postcode."""
    for match in _CODE.finditer(text):
        letters = match.group("letters")
        words = _UNITS if letters.isupper() else _WORDS
        if not words.fullmatch(letters):
            yield finding(Kind.POSTCODE, match.start(), match.end())
