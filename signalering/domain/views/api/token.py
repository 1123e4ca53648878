"""A token as it is given, told once."""

from dataclasses import dataclass, field

from signalering.domain.api import ApiScope


@dataclass(frozen=True)
class GivenToken:
    """`seconds` from now it stops."""

    token: str = field(repr=False)
    seconds: int
    scopes: frozenset[ApiScope]
