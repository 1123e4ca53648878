"""Pages of the public site."""

from dataclasses import dataclass
from datetime import date

from signalering.domain.site import SiteText


@dataclass(frozen=True)
class SiteLink:
    """A page to go to."""

    slug: str
    title: str
    day: date | None = None


@dataclass(frozen=True)
class SiteView:
    """A page with its menu. `text` is None for a list; `is_on` is false outside its period."""

    menu: tuple[SiteLink, ...]
    links: tuple[SiteLink, ...] = ()
    slug: str = ""
    text: SiteText | None = None
    is_on: bool = True
    both_languages: bool = True
