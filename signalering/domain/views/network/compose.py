"""The issue that is being written, with what could be told."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from signalering.domain.newsletter import Changed, thing_of


@dataclass(frozen=True)
class Proposal:
    """One thing that could be told, as the page lists it."""

    key: str
    title: str
    text: str


@dataclass(frozen=True)
class ProposedPart:
    """What could be told under one heading, which is Dutch and translated when shown."""

    part: str
    heading: str
    items: tuple[Proposal, ...]


@dataclass(frozen=True)
class ComposeView:
    """`chosen` is what was ticked when it was kept, or else what is proposed. `version` counts
    from 1; 0 where nothing was kept. The days are the first and the last that it tells of.
    `changed` was kept, and is no longer so.
    """

    version: int
    first: date
    last: date
    intro_nl: str
    intro_en: str
    chosen: tuple[str, ...]
    parts: tuple[ProposedPart, ...]
    changed: tuple[Changed, ...] = ()

    def ticked(self, chosen: Iterable[str]) -> tuple[str, ...]:
        """Keys as they are now of what was chosen, also where the page knew another day."""
        things = {thing_of(key) for key in chosen}
        keys = [one.key for part in self.parts for one in part.items]
        return tuple(key for key in keys if thing_of(key) in things)

    def gone(self, chosen: Iterable[str]) -> int:
        """How many things of these can't be told any more, without being named in `changed`."""
        there = {thing_of(one.key) for part in self.parts for one in part.items}
        return len({thing_of(key) for key in chosen} - there)
