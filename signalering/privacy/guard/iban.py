"""Bank accounts: IBAN of any country (checked by stdnum), Dutch ones also with a typing error."""

import re

from stdnum import iban

from signalering.privacy.guard.finding import Found, Kind, finding

_ANY = re.compile(r"\b[a-z]{2}[ .-]?\d{2}(?:[ .-]?[a-z0-9]){11,30}\b", re.IGNORECASE)
_DUTCH = re.compile(r"\bnl[ .-]?\d{2}[ .-]?[a-z]{4}(?:[ .-]?\d){10}\b", re.IGNORECASE)
_OLD = re.compile(
    r"\b(?:giro|rekening|bankrekening)(?:nummer|nr)?\.?:? ?(?:is |van )?"
    r"(?P<number>\d(?:[ .-]?\d){5,9})\b",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"[ .-]")
_SHORTEST, _LONGEST, _FEWEST_DIGITS = 15, 34, 8


def find(text: str) -> Found:
    """Account numbers."""
    for match in _DUTCH.finditer(text):
        yield finding(Kind.IBAN, match.start(), match.end())
    for match in _ANY.finditer(text):
        end = _valid_end(match.group())
        if end:
            yield finding(Kind.IBAN, match.start(), match.start() + end)
    for match in _OLD.finditer(text):
        yield finding(Kind.IBAN, match.start("number"), match.end("number"))


def _valid_end(written: str) -> int:
    """Where the longest valid number ends that starts the text; 0 if there is none.

    Words that follow an account number look like more of it, so shorter readings are tried.
    """
    if sum(character.isdigit() for character in written) < _FEWEST_DIGITS:
        return 0
    for end in range(len(written), _SHORTEST - 1, -1):
        compact = _SEPARATOR.sub("", written[:end])
        if _SHORTEST <= len(compact) <= _LONGEST and iban.is_valid(compact, check_country=False):
            return len(written[:end].rstrip(" .-"))
    return 0
