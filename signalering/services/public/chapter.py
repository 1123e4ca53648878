"""A chapter of the guide, and which one goes with a page."""

from pathlib import Path

from signalering.domain.errors import NotFound
from signalering.domain.guide import CHAPTERS
from signalering.domain.views.public.guide import ChapterView
from signalering.services.public.guide import links
from signalering.services.public.site import GUIDE, in_both, is_there, texts
from signalering.services.work import Work


def chapter(work: Work, slug: str, language: str) -> ChapterView:
    """One chapter with its neighbours. Raises NotFound."""
    found = texts(work.settings.instance, language, GUIDE)
    text = found.get(slug)
    if text is None:
        raise NotFound
    of_part = links(found, text.part)
    at = next(place for place, one in enumerate(of_part) if one.slug == slug)
    return ChapterView(
        slug,
        text,
        of_part[at - 1] if at else None,
        of_part[at + 1] if at + 1 < len(of_part) else None,
        in_both(work.settings.instance, slug, GUIDE),
    )


def chapter_of(instance: Path, endpoint: str, language: str) -> str | None:
    """The slug that explains a page; none where the coalition took that chapter away."""
    slug = CHAPTERS.get(endpoint)
    return slug if slug and is_there(instance, language, slug, GUIDE) else None
