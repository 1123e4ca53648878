"""Citizen service numbers: nine digits that pass the eleven-test, or any after the word."""

import re

from stdnum.nl import bsn

from signalering.privacy.guard.finding import Found, Kind, finding

_NINE = re.compile(r"(?<![\d+])(?<!\d[.,])\d(?:[ .-]?\d){8}(?![.,-]?\d)")
_AFTER_WORD = re.compile(
    r"\b(?:bsn|burgerservice|sofi)(?:[- ]?(?:nummer|nr))?\b\.?[ :=#]*"
    r"(?:is |van |nr\.? |nummer )?[ :]*"
    r"(?P<number>\d(?:[ .-]?\d){6,9})\b",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"[ .-]")


def find(text: str) -> Found:
    """Citizen service numbers. After the word no test is asked: a typing error still points."""
    for match in _AFTER_WORD.finditer(text):
        yield finding(Kind.BSN, match.start("number"), match.end("number"))
    for match in _NINE.finditer(text):
        if bsn.is_valid(_SEPARATOR.sub("", match.group())):
            yield finding(Kind.BSN, match.start(), match.end())
