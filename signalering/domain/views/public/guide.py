"""The guide: its table of contents, a chapter, and what a search found."""

from dataclasses import dataclass

from signalering.domain.site import GuidePart, SiteText, Span


@dataclass(frozen=True)
class ChapterLink:
    """A chapter to go to."""

    slug: str
    title: str
    lead: str = ""


@dataclass(frozen=True)
class Found:
    """A piece of a chapter with the words that were asked for; `at` is the block it begins with,

    None for the chapter's own beginning. In the snippet the words that were found are bold.
    """

    slug: str
    title: str
    heading: str
    at: int | None
    snippet: tuple[Span, ...]


@dataclass(frozen=True)
class GuideView:
    """The table of contents by part, and what was found; None where nothing was asked."""

    parts: tuple[tuple[GuidePart, tuple[ChapterLink, ...]], ...]
    found: tuple[Found, ...] | None = None


@dataclass(frozen=True)
class ChapterView:
    """One chapter, and what stands before and after it in its part."""

    slug: str
    text: SiteText
    before: ChapterLink | None
    after: ChapterLink | None
    both_languages: bool = True
