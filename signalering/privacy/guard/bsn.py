"""Citizen service numbers: nine digits that pass the eleven-test, or any after the word."""

import re

from stdnum.nl import bsn

from signalering.privacy.guard.finding import Found, Kind, finding

_NINE = re.compile(r"(?<![\d+])(?<!\d[.,])\d(?:[ .-]?\d){8}(?![.,-]?\d)")
_AFTER_WORD = re.compile(
    r"\b(?:bsn|burgerservice|sofi)(?:[- ]?(?:nummer|nr))?\b\.?[ :=#]*"
    r"(?:[^\W\d_]{1,12}\.? ){0,3}[ :]*"
    r"(?P<number>\d(?:[ .-]?\d){6,9})\b",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"[ .-]")


def find(text: str) -> Found:
    """Citizen service numbers. After the word no test is asked: a typing error still points."""
    yield from named(text)
    for match in _NINE.finditer(text):
        if bsn.is_valid(_SEPARATOR.sub("", match.group())):
            yield finding(Kind.BSN, match.start(), match.end())


def named(text: str) -> Found:
    """What stands behind its word, for who looks at that before any other number."""
    for match in _AFTER_WORD.finditer(text):
        yield finding(Kind.BSN, match.start("number"), match.end("number"))
