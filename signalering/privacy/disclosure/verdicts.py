"""Whether figures pass one check: the only door to NumPy and HiGHS."""

from collections.abc import Sequence

from signalering.privacy.disclosure.bounds import OutOfTime
from signalering.privacy.disclosure.checks import Figures
from signalering.privacy.disclosure.intervals import NothingFits
from signalering.privacy.disclosure.question import question
from signalering.privacy.disclosure.readers import Reader, claims, narrow, sampled
from signalering.privacy.disclosure.tables import Counted

# Whose facts: one group's, or most of all.
Whose = tuple[int | None, bool]


def intervals_pass(candidate: Figures, frozen: Sequence[Figures], counted: Counted) -> bool:
    """Whether a stranger can prove nothing of a cell: see `narrow`."""
    asked = question(candidate, frozen, counted)
    stranger = Reader()
    try:
        found = sampled(asked, stranger, usual=False, closed=True)
        return next(narrow(found), None) is None
    except (NothingFits, OutOfTime):
        return False


def reader_passes(
    candidate: Figures, frozen: Sequence[Figures], counted: Counted, whose: Whose, *, usual: bool
) -> bool:
    """Whether a reader must believe no exact count of 1-4 of what it doesn't know."""
    asked = question(candidate, frozen, counted)
    try:
        return next(claims(sampled(asked, Reader(*whose), usual=usual)), None) is None
    except (NothingFits, OutOfTime):
        return False
