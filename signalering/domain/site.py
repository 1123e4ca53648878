"""What a text of the public site is made of. No part holds markup: a template makes that."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class SiteKind(StrEnum):
    """What a text is for."""

    PAGE = "page"
    CAMPAIGN = "campaign"
    NEWS = "news"
    MATERIAL = "material"


class BlockKind(StrEnum):
    """How a part of a text is shown. TEAM: where residents reach the team, from the settings."""

    HEADING = "heading"
    SUBHEADING = "subheading"
    TEXT = "text"
    POINTS = "points"
    TEAM = "team"


@dataclass(frozen=True)
class Span:
    """Plain words; bold, or with an address that was checked, or neither."""

    text: str
    bold: bool = False
    href: str = ""


@dataclass(frozen=True)
class SiteBlock:
    """Lines of spans: one line, but for a list."""

    kind: BlockKind
    lines: tuple[tuple[Span, ...], ...] = ()


@dataclass(frozen=True)
class SiteText:
    """One text in one language. Days are those of Amsterdam; the last day counts in full."""

    title: str
    kind: SiteKind
    order: int
    blocks: tuple[SiteBlock, ...]
    day: date | None = None
    first: date | None = None
    last: date | None = None

    def is_on(self, today: date) -> bool:
        """Whether it may be shown: a campaign in its period, news from its day on."""
        if self.kind is SiteKind.NEWS:
            return self.day is not None and self.day <= today
        if self.kind is SiteKind.CAMPAIGN:
            return (
                self.first is not None
                and self.last is not None
                and (self.first <= today <= self.last)
            )
        return True
