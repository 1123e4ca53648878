"""The next tag of a reporter: what ties their signals to them, for nobody else's eyes."""

from collections.abc import Sequence

from sqlalchemy import bindparam, select

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
    """A tag of the month that no signal has, in the first block that has one or the next.

    The blocks before are not gone through one by one: it looks at the last tag of the first block,
    the second, the fourth and so on, and then in between.
    """
    low, high = 0, 1
    while used_of(work, [_tag(work, month, high * BLOCK - 1)]):
        low, high = high, high * 2
    while high - low > 1:
        middle = (low + high) // 2
        if used_of(work, [_tag(work, month, middle * BLOCK - 1)]):
            low = middle
        else:
            high = middle
    block = tags(work.opened.tags, month, low * BLOCK, BLOCK)
    used = used_of(work, block)
    return next(tag for tag in block if tag not in used)


def used_of(work: Work, some: Sequence[bytes]) -> set[bytes]:
    """Those of some tags that a signal has."""
    return set(work.data.execute(_USED, {"tags": some}).scalars())


def _tag(work: Work, month: str, number: int) -> bytes:
    return tags(work.opened.tags, month, number, 1)[0]
