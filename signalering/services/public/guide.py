"""The guide to the program: what there is to read, and looking something up in it.

Nothing is kept of what was looked for.
"""

from signalering.domain.guide_search import search
from signalering.domain.site import GuidePart, SiteText
from signalering.domain.views.public.guide import ChapterLink, GuideView
from signalering.services.public.site import GUIDE, texts
from signalering.services.work import Work


def guide(work: Work, language: str, asked: str = "") -> GuideView:
    """All chapters by part; with words asked, the pieces that hold every one of them."""
    found = texts(work.settings.instance, language, GUIDE)
    parts = tuple((part, links(found, part)) for part in GuidePart)
    return GuideView(
        tuple((part, chapters) for part, chapters in parts if chapters),
        search(found, asked) if asked else None,
    )


def links(found: dict[str, SiteText], part: GuidePart) -> tuple[ChapterLink, ...]:
    """The chapters of a part, in their order."""
    chapters = [(slug, text) for slug, text in found.items() if text.part is part]
    chapters.sort(key=lambda pair: (pair[1].order, pair[0]))
    return tuple(ChapterLink(slug, text.title, text.lead) for slug, text in chapters)
