"""Postcodes with letters: 2671 AB in any spelling."""

import re

from signalering.privacy.guard.finding import Found, Kind, finding
from signalering.privacy.guard.word_lists import word_lists

_START = r"(?<![\w€+])(?<!\d[.-])(?<!€ )"
_CODE = re.compile(
    rf"{_START}[1-9]\d{{3}}(?P<gap> {{0,2}}|[-./_]| [-/] |, ?| ?\()(?P<letters>[a-z]{{2}})"
    # A house number may be stuck to it.
    r"(?:\)|(?P<house>-?\d{1,4}[a-z]?)\b|(?!\w))"
    rf"|{_START}[1-9] ?\d ?\d ?\d[ ./-]?(?P<apart>(?-i:[A-Z])[ .-](?-i:[A-Z]))(?!\w|\.\w)"
    rf"|{_START}[1-9] \d \d \d (?P<spread>(?-i:[A-Z]{{2}}))(?!\w)",
    re.I,
)
_SAID_WORD = r"(?:post ?[ck]ode|pc|postc|postk|pcode|zip(?: ?code)?)"
# Said to be one, or stuck together: then no word is meant.
_SAID = re.compile(rf"\b{_SAID_WORD}\b\W{{0,4}}(?:(?:is|was|van|nl)\W+){{0,2}}\Z", re.I)
_TOLD = re.compile(
    rf"\b{_SAID_WORD}\W{{0,4}}(?:(?:is|was|van|nl|haar|zijn|mw|dhr)\W+){{0,3}}"
    r"(?P<told>[1-9](?:[ .]?\d){3}\W{0,3}(?:(?:en|dan|de|met|letters?|daarna|dus)\W{1,2}){0,4}"
    r"['\"(]?(?!(?:is|en|in|of|ze|te|op|om|ik|al|de|nu|er|na|af|we|je|zo|ja)\b(?!\W*$|\W*[.,;)]))"
    r"[a-z][ .]?[a-z])(?![^\W_])",
    re.I,
)
# Two-letter words and units that follow a year or an amount.
_WORDS = re.compile(
    "(?:en|in|is|op|te|ze|we|je|ik|af|al|om|na|nu|of|er|de|zo|wc|tv|km|cm|kg|mm|ml|mg|gr|pk|"
    "pm|pp|uu|st|eu|ca|nr|mw|dr|hr|ja|ha|ho|oh|ah|me|my|no|so|to|am|bv|nv|vs|ie|vd|zn|mn|dd|ca|"
    "ff|tm|pj|pw|mi|ma|di|wo|do|vr|za)",
    re.I,
)
_UNITS = re.compile("km|cm|kg|mm|ml|mg|gr|pk|st|en|jr|pm|pj", re.IGNORECASE)
_HOUSE_NUMBER = re.compile(r"[^\W\d_]{4,} \d{1,4} ?[a-z]?[ ,]{1,2}\Z", re.IGNORECASE)
_NEXT = re.compile(r"[ ,]{1,2}(?P<place>'?[^\W\d_][\w-]{2,20})")
_YEARS = range(1900, 2051)


def find(text: str) -> Found:
    """Postcodes. Two small letters that make a word ("2023 is") are a word, not a postcode."""
    for match in _CODE.finditer(text):
        if match.group("apart") or match.group("spread") or _is_code(text, match):
            yield finding(Kind.POSTCODE, match.start(), match.end())
    for match in _TOLD.finditer(text):
        yield finding(Kind.POSTCODE, match.start("told"), match.end("told"))


def _is_code(text: str, match: re.Match[str]) -> bool:
    letters, number, gap = match.group("letters"), match.group()[:4], match.group("gap")
    if letters.upper() == "IE" and number.endswith("00"):
        return False  # international units of a vitamin
    if _WORDS.fullmatch(letters) and not letters.isupper() and gap:
        return _stands_in_address(text, match)
    if "," in gap or "(" in gap or "/" in gap:
        return letters.isupper() and not _WORDS.fullmatch(letters)
    if _SAID.search(text[: match.start()]):
        return True
    if letters.isupper() or not gap:
        # Nobody takes 2691 mg.
        return not _UNITS.fullmatch(letters) or (not gap and int(number) % 50 != 0)
    return True


def _stands_in_address(text: str, match: re.Match[str]) -> bool:
    """Letters that make a word, between a street's number and a place, or before a known place."""
    if int(match.group()[:4]) in _YEARS:
        return False
    following = _NEXT.match(text, match.end())
    place = following is not None and following.group("place").casefold() in word_lists().known
    if place and following is not None and following.group("place")[0].isupper():
        return True
    before = text[: match.start()]
    if _SAID.search(before):
        return following is None
    return _HOUSE_NUMBER.search(before) is not None and (place or following is None)
