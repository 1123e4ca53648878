"""Pages of the public site, for everybody."""

from datetime import date
from pathlib import Path

from signalering.domain.errors import NotFound
from signalering.domain.site import SiteKind, SiteText, SiteTime
from signalering.domain.views.public.info import SiteLink, SiteList, SiteView
from signalering.services.public.site import in_both, texts
from signalering.services.work import Work


def info(work: Work, slug: str, language: str) -> SiteView:
    """One page. Raises NotFound for an unknown one, for a sheet, and for news of a day to come."""
    text = texts(work.settings.instance, language).get(slug)
    if text is None or text.kind is SiteKind.MATERIAL:
        raise NotFound
    time = text.time(work.clock.today())
    if text.kind is SiteKind.NEWS and time is SiteTime.AHEAD:
        raise NotFound
    return SiteView(slug, text, time, in_both(work.settings.instance, slug))


def is_there(work: Work, slug: str, language: str) -> bool:
    """Whether this page can be opened today: the coalition may have taken it away."""
    try:
        info(work, slug, language)
    except NotFound:
        return False
    return True


def listed(work: Work, kind: SiteKind, language: str) -> SiteList:
    """What there is of a kind: news with the newest first, the rest in the order of the files."""
    found = texts(work.settings.instance, language)
    return SiteList(links(found, work.clock.today(), kind))


def menu(instance: Path, today: date, language: str) -> tuple[SiteLink, ...]:
    """What leads around the site: campaigns that run, then the pages."""
    found = texts(instance, language)
    return links(found, today, SiteKind.CAMPAIGN) + links(found, today, SiteKind.PAGE)


def indexed(work: Work, language: str) -> tuple[tuple[str, SiteKind], ...]:
    """The slugs that a search engine may know now, each with its kind."""
    found, today = texts(work.settings.instance, language), work.clock.today()
    return tuple(sorted((slug, text.kind) for slug, text in found.items() if text.is_on(today)))


def links(found: dict[str, SiteText], today: date, kind: SiteKind) -> tuple[SiteLink, ...]:
    """Those of a kind that are shown today."""
    shown = [(slug, one) for slug, one in found.items() if one.kind is kind and one.is_on(today)]
    shown.sort(key=lambda pair: (-(pair[1].day or date.min).toordinal(), pair[1].order, pair[0]))
    return tuple(
        SiteLink(
            slug,
            one.title,
            one.day,
            one.lead if kind is SiteKind.NEWS else "",
            one.paper if kind is SiteKind.MATERIAL else None,
        )
        for slug, one in shown
    )
