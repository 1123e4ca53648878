"""What an invitation says."""

from dataclasses import dataclass

from signalering.domain.states import Hat


@dataclass(frozen=True)
class Invite:
    """A new colleague. `partner` is the organisation's name; None for the municipality's own."""

    email: str
    name: str
    hats: frozenset[Hat]
    partner: str | None = None
    language: str = "nl"
