"""Whom somebody looks for."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class FindCases:
    """A name as it was heard; never in an address or a log."""

    name: str = field(repr=False)
