"""Pages of the public site."""

from dataclasses import dataclass
from datetime import date

from signalering.domain.site import Paper, SiteText, SiteTime


@dataclass(frozen=True)
class SiteLink:
    """A page to go to; news has its day and its first words, a material its kind of sheet."""

    slug: str
    title: str
    day: date | None = None
    lead: str = ""
    paper: Paper | None = None


@dataclass(frozen=True)
class SiteList:
    """Pages of one kind."""

    links: tuple[SiteLink, ...]
    both_languages: bool = True


@dataclass(frozen=True)
class SiteView:
    """One page, and where today stands against its days."""

    slug: str
    text: SiteText
    time: SiteTime = SiteTime.ON
    both_languages: bool = True
