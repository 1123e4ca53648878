"""Number plates of all fourteen Dutch side codes (RDW), with dashes, spaces or nothing between."""

import re

from signalering.privacy.guard.finding import Found, Kind, finding

_SIDE_CODES = (
    "LL-99-99", "99-99-LL", "99-LL-99", "LL-99-LL", "LL-LL-99", "99-LL-LL", "99-LLL-9",
    "9-LLL-99", "LL-999-L", "L-999-LL", "LLL-99-L", "L-99-LLL", "9-LL-999", "999-LL-9",
)  # fmt: skip


def _pattern(separator: str) -> str:
    """All side codes as one expression; L is a letter, 9 a digit."""
    return "|".join(
        code.replace("-", separator).replace("L", "[a-z]").replace("9", "[0-9]")
        for code in _SIDE_CODES
    )


_DASHED = re.compile(rf"(?<![\w-])(?:{_pattern('-')})(?![\w-])", re.IGNORECASE)
_LOOSE = re.compile(rf"(?<![\w-])(?:{_pattern('[ .]?')})(?![\w-])", re.IGNORECASE)
_AFTER_WORD = re.compile(
    rf"\b(?:kenteken|nummerplaat|nummerbord|auto|busje|scooter|brommer)(?:plaat)?"
    rf"(?: (?:is|was|met|van|nr\.?|nummer|kenteken))*[ :=]*(?P<plate>{_pattern('[ .-]?')})(?!\w)",
    re.IGNORECASE,
)
_VOWEL = re.compile(r"[aeiou]", re.IGNORECASE)
# Without dashes a plate of small letters is told from "12 of 34" and "b2b" by having no vowel.
_LETTERS = re.compile(r"[a-z]+", re.IGNORECASE)
_UNITS = re.compile("km|cm|kg|mm|ml|mg|gr|pk|mb|gb|nr|m|x", re.IGNORECASE)


def find(text: str) -> Found:
    """Number plates."""
    for match in _DASHED.finditer(text):
        yield finding(Kind.PLATE, match.start(), match.end())
    for match in _AFTER_WORD.finditer(text):
        yield finding(Kind.PLATE, match.start("plate"), match.end("plate"))
    for match in _LOOSE.finditer(text):
        if _looks_like_plate(match.group()):
            yield finding(Kind.PLATE, match.start(), match.end())


def _looks_like_plate(written: str) -> bool:
    letters = _LETTERS.findall(written)
    if any(_UNITS.fullmatch(part) for part in letters):
        return False
    joined = "".join(letters)
    return not _VOWEL.search(joined) or (joined.isupper() and " " not in written)
