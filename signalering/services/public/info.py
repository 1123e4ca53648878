"""Pages of the public site, for everybody."""

from datetime import date

from signalering.domain.errors import NotFound
from signalering.domain.site import SiteKind, SiteText
from signalering.domain.views.public.info import SiteLink, SiteView
from signalering.services.public.site import LANGUAGES, texts
from signalering.services.work import Work


def info(work: Work, slug: str, language: str) -> SiteView:
    """One page. Raises NotFound for an unknown one, and for news of a day to come."""
    found = texts(work.settings.instance, language)
    text, today = found.get(slug), work.clock.today()
    if text is None or (text.kind is SiteKind.NEWS and not text.is_on(today)):
        raise NotFound
    both = all(slug in texts(work.settings.instance, one) for one in LANGUAGES)
    return SiteView(_menu(found, today), (), slug, text, text.is_on(today), both)


def listed(work: Work, kind: SiteKind, language: str) -> SiteView:
    """What there is of a kind: news with the newest first, the rest in the order of the files."""
    found, today = texts(work.settings.instance, language), work.clock.today()
    return SiteView(_menu(found, today), _links(found, today, kind))


def indexed(work: Work, language: str) -> tuple[str, ...]:
    """The slugs that a search engine may know now."""
    found, today = texts(work.settings.instance, language), work.clock.today()
    return tuple(sorted(slug for slug, text in found.items() if text.is_on(today)))


def _menu(found: dict[str, SiteText], today: date) -> tuple[SiteLink, ...]:
    return _links(found, today, SiteKind.CAMPAIGN) + _links(found, today, SiteKind.PAGE)


def _links(found: dict[str, SiteText], today: date, kind: SiteKind) -> tuple[SiteLink, ...]:
    shown = [(slug, one) for slug, one in found.items() if one.kind is kind and one.is_on(today)]
    shown.sort(key=lambda pair: (-(pair[1].day or date.min).toordinal(), pair[1].order, pair[0]))
    return tuple(SiteLink(slug, one.title, one.day) for slug, one in shown)
