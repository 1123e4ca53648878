"""Look words up in the guide. Accents and capitals don't count, nor where in a word they stand."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from signalering.domain.finding import WORDS, fold
from signalering.domain.site import BlockKind, SiteText, Span
from signalering.domain.views.public.guide import Found

MOST = 20
# Letters of a snippet before the first word that was found, and in all.
BEFORE, ROOM = 60, 200
# So short a word is found whole only: inside others it is everywhere.
SHORT = 2
HEADINGS = (BlockKind.HEADING, BlockKind.SUBHEADING)


@dataclass(frozen=True)
class _Piece:
    """What stands under one heading; the chapter's own words come first, without one."""

    slug: str
    title: str
    heading: str
    at: int | None
    lines: tuple[str, ...]


def search(texts: Mapping[str, SiteText], asked: str) -> tuple[Found, ...]:
    """Pieces in which every word stands, those with it in their heading first."""
    # Everybody may search, so many words cost hardly more than one.
    wanted = tuple(dict.fromkeys(fold(asked).split()))
    if not wanted:
        return ()
    found: list[tuple[int, int, _Piece]] = []
    for slug in sorted(texts):
        for piece in _pieces(slug, texts[slug]):
            weight = _weight_of_all(piece, wanted)
            if weight:
                found.append((-weight, len(found), piece))
    found.sort()
    return tuple(
        Found(one.slug, one.title, one.heading, one.at, _snippet(one, wanted))
        for _, _, one in found[:MOST]
    )


def _pieces(slug: str, text: SiteText) -> Iterator[_Piece]:
    heading, at, lines = "", None, list[str]()
    for place, block in enumerate(text.blocks):
        said = ["".join(span.text for span in line) for line in block.lines]
        if block.kind not in HEADINGS:
            lines += said
            continue
        if lines:
            yield _Piece(slug, text.title, heading, at, tuple(lines))
        heading, at, lines = said[0], place, []
    yield _Piece(slug, text.title, heading, at, tuple(lines))


def _weight_of_all(piece: _Piece, wanted: tuple[str, ...]) -> int:
    """Nothing as soon as one isn't there."""
    total = 0
    for word in wanted:
        weight = _weight(piece, word)
        if not weight:
            return 0
        total += weight
    return total


def _weight(piece: _Piece, word: str) -> int:
    """Nothing where it doesn't stand; more at the beginning of a word, most in a heading."""
    above = piece.heading if piece.heading else piece.title
    weight = 8 * _best(above, word) + 2 * _best(piece.title, word)
    return weight + max((_best(line, word) for line in piece.lines), default=0)


def _best(text: str, word: str) -> int:
    return max((_fits(one[0], word) for one in WORDS.finditer(text)), default=0)


def _fits(written: str, word: str) -> int:
    """3 for the word itself, 2 for one that begins so, 1 for one that holds it."""
    plain = _plain(written)
    if plain == word:
        return 3
    if len(word) <= SHORT or word not in plain:
        return 0
    return 2 if plain.startswith(word) else 1


@lru_cache(maxsize=20_000)
def _plain(written: str) -> str:
    """A word of the guide, never one that was asked for."""
    return fold(written)


def _snippet(piece: _Piece, wanted: tuple[str, ...]) -> tuple[Span, ...]:
    """The line that has most of the words, cut short around the first."""
    best = max(piece.lines, key=lambda line: sum(_best(line, w) for w in wanted), default="")
    hits = [one.span() for one in WORDS.finditer(best) if any(_fits(one[0], w) for w in wanted)]
    begin = _cut(best, hits[0][0] - BEFORE) if hits else 0
    end = _cut(best, begin + ROOM) if begin + ROOM < len(best) else len(best)
    spans = [Span("\N{HORIZONTAL ELLIPSIS} ")] if begin else []
    at = begin
    for first, last in hits:
        if begin <= first and last <= end:
            spans += [Span(best[at:first]), Span(best[first:last], bold=True)]
            at = last
    spans.append(Span(best[at:end]))
    if end < len(best):
        spans.append(Span(" \N{HORIZONTAL ELLIPSIS}"))
    return tuple(span for span in spans if span.text)


def _cut(text: str, place: int) -> int:
    """The begin of the word that stands there; a word is not cut through."""
    return 0 if place <= 0 else text.rfind(" ", 0, place) + 1
