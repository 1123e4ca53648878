"""News of the coalition's site, for the newsletter."""

from datetime import date

from signalering.domain.languages import LANGUAGES
from signalering.domain.newsletter import Item, Since, id_of
from signalering.domain.views.public.info import SiteLink
from signalering.services.public.news import news_between
from signalering.services.work import Work

PATH = "/info/"


def between(work: Work, first: date, last: date) -> list[Item]:
    """What the site says is new on these days; who wrote it in one language is read in that one."""
    spoken = {
        language: {link.slug: link for link in news_between(work, first, last, language)}
        for language in LANGUAGES
    }
    slugs = dict.fromkeys(slug for links in spoken.values() for slug in links)
    return [_item(slug, spoken) for slug in slugs]


def again(work: Work, item: Item) -> Item | Since:
    """As it was read, as long as it stands on the site."""
    slug, today = id_of(item.key), work.clock.today()
    found = (news_between(work, date.min, today, language) for language in LANGUAGES)
    there = any(link.slug == slug for links in found for link in links)
    return item if there else Since.WITHDRAWN


def _item(slug: str, spoken: dict[str, dict[str, SiteLink]]) -> Item:
    written = next(links[slug] for links in spoken.values() if slug in links)
    own = {language: links.get(slug, written) for language, links in spoken.items()}
    return Item(
        key=f"news:{slug}:{written.day}",
        title={language: link.title for language, link in own.items()},
        text={language: link.lead for language, link in own.items()},
        path=f"{PATH}{slug}",
    )
