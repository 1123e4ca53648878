"""Colleagues and reporters whose key pair stands ready, and who wait for a person to call them."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class WaitingPerson:
    """`shown` is the fingerprint without its last group, which is to be heard by phone.

    Empty while there is no key pair yet.
    """

    account_id: UUID
    name: str
    shown: str


@dataclass(frozen=True)
class WaitingView:
    """Of one group. `holds` tells whether who looks can give the key at all."""

    group: str
    holds: bool
    colleagues: tuple[WaitingPerson, ...]
    not_yet: tuple[str, ...]
    reporters: tuple[WaitingPerson, ...]
