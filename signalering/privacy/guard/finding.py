"""What the guard reports: where something stands, what kind it is, what could stand there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class Kind(StrEnum):
    """The kinds of thing that may point to one person."""

    PHONE = "phone"
    BSN = "bsn"
    IBAN = "iban"
    EMAIL = "email"
    URL = "url"
    HANDLE = "handle"
    POSTCODE = "postcode"
    PLATE = "plate"
    DATE = "date"
    AGE90 = "age90"
    CASENR = "casenr"
    STREET = "street"
    NAME = "name"


# Proposed in the place of what was found, in the language in which notes are written.
REPLACEMENTS: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.PHONE: "[telefoon]",
        Kind.BSN: "[bsn]",
        Kind.IBAN: "[rekening]",
        Kind.EMAIL: "[e-mail]",
        Kind.URL: "[website]",
        Kind.HANDLE: "[account]",
        Kind.POSTCODE: "[postcode]",
        Kind.PLATE: "[kenteken]",
        Kind.DATE: "[datum]",
        Kind.AGE90: "[90 of ouder]",
        Kind.CASENR: "[nummer]",
        Kind.STREET: "[straat]",
        Kind.NAME: "[naam]",
    }
)


@dataclass(frozen=True)
class Finding:
    """A span [start, end) of the text, in characters. It holds no text of its own.

    `certain` is false for a name that rests on the lists alone: its writer may know better.
    """

    kind: Kind
    start: int
    end: int
    replacement: str
    certain: bool = True


Found = Iterator[Finding]


def finding(kind: Kind, start: int, end: int, *, certain: bool = True) -> Finding:
    """A finding with the replacement of its kind."""
    return Finding(kind, start, end, REPLACEMENTS[kind], certain)
