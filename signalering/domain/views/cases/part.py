"""Which entries of a case stand on one page."""

from dataclasses import dataclass

from signalering.domain.views.cases.show import TimelineEntry

# What came before is a link further. All are opened all the same, for they say together where the
# case stands.
SHOWN = 40


@dataclass(frozen=True)
class Part:
    """Some of the entries, newest first, and what there is around them."""

    entries: tuple[TimelineEntry, ...]
    older: int
    newer: bool


def part_of(timeline: tuple[TimelineEntry, ...], before: int | None, *, whole: bool) -> Part:
    """What came before that entry, as much as a page holds; or all there is, to print it."""
    rest = timeline if whole else tuple(e for e in timeline if before is None or e.number < before)
    shown = rest if whole else rest[:SHOWN]
    return Part(shown, older=len(rest) - len(shown), newer=len(rest) < len(timeline))
