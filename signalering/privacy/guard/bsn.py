"""Citizen service numbers: nine digits that pass the eleven-test, or any after the word."""

import re

from stdnum.nl import bsn

from signalering.privacy.guard.finding import Found, Kind, finding
from signalering.privacy.guard.lexicon import NUMBER_WORD

_GAP = r"[ ./_-]?"
_NINE = re.compile(rf"(?<![\d+])(?<!\d[.,])\d(?:{_GAP}\d){{8}}(?![.,-]?\d)")
_WORD = (
    r"(?:bsn|b\.s\.n|b\.? s\.? n|burger[- ]?service|burger|persoons|sofi)"
    r"(?:[- ]?(?:nummers?|nr))?(?<!burger)(?<!persoons)"
)
_AFTER_WORD = re.compile(
    rf"\b{_WORD}(?![^\W\d_])[ .:;=#()/>-]*"
    rf"(?:(?!(?:{NUMBER_WORD})\b)[^\W\d_]{{1,12}}(?!\w)[.:]? ?){{0,4}}[ :(]*"
    rf"(?P<number>[\do](?:{_GAP}[\do]){{6,9}}(?!\w)"
    rf"|(?:(?:{NUMBER_WORD})[ ,-]{{0,2}}){{4,10}}(?!\w))",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"[ ./_-]")


def find(text: str) -> Found:
    """Citizen service numbers. After the word no test is asked: a typing error still points."""
    yield from named(text)
    for match in _NINE.finditer(text):
        if bsn.is_valid(_SEPARATOR.sub("", match.group())):
            yield finding(Kind.BSN, match.start(), match.end())


def named(text: str) -> Found:
    """What stands behind its word, for who looks at that before any other number."""
    for match in _AFTER_WORD.finditer(text):
        end = match.start("number") + len(match.group("number").rstrip(" ,-"))
        yield finding(Kind.BSN, match.start("number"), end)
