"""News of the coalition, from the texts of the public site: for its page, and for a newsletter."""

from datetime import date

from signalering.domain.site import SiteKind
from signalering.domain.views.public.info import SiteLink, SiteList
from signalering.services.public.info import links, listed
from signalering.services.public.site import texts
from signalering.services.work import Work


def news(work: Work, language: str) -> SiteList:
    """All of it by today, the newest first."""
    return listed(work, SiteKind.NEWS, language)


def news_between(work: Work, first: date, last: date, language: str) -> tuple[SiteLink, ...]:
    """News of these days, both included, the newest first; none of a day to come.

    Each has slug, title, day and its first paragraph in plain words (`lead`, which may be empty);
    it is read in full at `public.info` under its slug. Turned days hold nothing.
    """
    found = links(texts(work.settings.instance, language), work.clock.today(), SiteKind.NEWS)
    return tuple(one for one in found if one.day is not None and first <= one.day <= last)
