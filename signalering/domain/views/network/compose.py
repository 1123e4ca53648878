"""The issue that is being written, with what could be told."""

from dataclasses import dataclass
from datetime import date


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
    """

    version: int
    first: date
    last: date
    intro_nl: str
    intro_en: str
    chosen: tuple[str, ...]
    parts: tuple[ProposedPart, ...]
