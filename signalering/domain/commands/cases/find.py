"""Whom somebody looks for."""

from dataclasses import dataclass, field

from signalering.domain.finding import SearchKind


@dataclass(frozen=True)
class FindCases:
    """A text as it was heard or typed; never in an address or a log.

    Without a kind the service decides what it looks like. `closed` asks for closed cases too.
    """

    text: str = field(repr=False)
    kind: SearchKind | None = None
    closed: bool = False
