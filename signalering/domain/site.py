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
    HIDDEN = "hidden"  # an installation's way to take a packaged text away


class Paper(StrEnum):
    """How a material lies on its sheet of A4: one poster, small cards to cut out, or a text."""

    POSTER = "poster"
    CARDS = "cards"
    GUIDE = "guide"


class GuidePart(StrEnum):
    """For whom a chapter of the guide is, in the order of its table of contents."""

    EVERYBODY = "everybody"
    REPORTER = "reporter"
    COORDINATOR = "coordinator"
    FIGURES = "figures"
    ADMINISTRATOR = "administrator"
    PRIVACY = "privacy"


class BlockKind(StrEnum):
    """How a part of a text is shown. The last three are filled in from the settings."""

    HEADING = "heading"
    SUBHEADING = "subheading"
    TEXT = "text"
    POINTS = "points"
    STEPS = "steps"  # points in an order that counts
    TEAM = "team"  # where residents reach the team
    HELP = "help"  # whom to call when there is danger
    ADDRESS = "address"  # where this site stands, for who reads it on paper


class SiteTime(StrEnum):
    """Where today stands against a text's days."""

    AHEAD = "ahead"
    ON = "on"
    OVER = "over"


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
    paper: Paper = Paper.GUIDE
    part: GuidePart = GuidePart.EVERYBODY

    def time(self, today: date) -> SiteTime:
        """A campaign has its period, news is there from its day on, the rest always."""
        begin = {SiteKind.NEWS: self.day, SiteKind.CAMPAIGN: self.first}.get(self.kind)
        if begin is not None and today < begin:
            return SiteTime.AHEAD
        ends = self.kind is SiteKind.CAMPAIGN and self.last is not None and self.last < today
        return SiteTime.OVER if ends else SiteTime.ON

    def is_on(self, today: date) -> bool:
        """Whether lists show it."""
        return self.time(today) is SiteTime.ON

    @property
    def lead(self) -> str:
        """The first paragraph in plain words; empty for a text that has none."""
        found = (block for block in self.blocks if block.kind is BlockKind.TEXT)
        return next(("".join(span.text for span in block.lines[0]) for block in found), "")
