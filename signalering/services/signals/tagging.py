"""The next tag of a reporter: what ties their signals to them, for nobody else's eyes."""

from collections.abc import Sequence

from sqlalchemy import bindparam, select

from signalering.domain.errors import Conflict
from signalering.models.base import table_of
from signalering.models.signals.signal import Signal
from signalering.services.work import Work
from signalering.vault.tags import tags

# Whoever looks for tags stops at a block that is free from end to end.
BLOCK = 32

_signals = table_of(Signal)
_USED = select(_signals.c.reporter_tag).where(
    _signals.c.reporter_tag.in_(bindparam("tags", expanding=True))
)


def unused_tag(work: Work, month: str) -> bytes:
    """A tag of the month that no signal has, in the first block that has one or soon after.

    Few write more than a block in a month. Of those who do, the blocks are not gone through one by
    one: it looks at the last tag of the second, the fourth, the eighth and so on, and in between.

    Raises Conflict when that tag was taken at this very moment: ask again.
    """
    free = _free_in(work, month, 0)
    if free is not None:
        return free
    low, high = 1, 2
    while _is_full(work, month, high):
        low, high = high, high * 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if _is_full(work, month, middle) else (low, middle)
    free = _free_in(work, month, low)
    if free is None:  # its last tag was free a moment ago
        raise Conflict
    return free


def _is_full(work: Work, month: str, blocks: int) -> bool:
    """Whether the last tag of so many blocks has a signal: those before have one too, or had."""
    return bool(used_of(work, tags(work.opened.tags, month, blocks * BLOCK - 1, 1)))


def _free_in(work: Work, month: str, block: int) -> bytes | None:
    some = tags(work.opened.tags, month, block * BLOCK, BLOCK)
    used = used_of(work, some)
    return next((tag for tag in some if tag not in used), None)


def used_of(work: Work, some: Sequence[bytes]) -> set[bytes]:
    """Those of some tags that a signal has."""
    return set(work.data.execute(_USED, {"tags": some}).scalars())
