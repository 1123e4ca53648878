"""Which classes of a table may be called first: only those that are clearly larger than the rest.

Every function takes published figures, never counts.
"""

from collections.abc import Sequence

from signalering.privacy.disclosure.shown import clear_change

# More than three no reader keeps apart; more than half is not "the largest".
_MOST_NAMED = 3


def leading(figures: Sequence[int]) -> tuple[int, ...]:
    """The places of the largest figures, largest first; empty when none stand out.

    One only if it is clearly larger than the second. Two or three only if each is clearly larger
    than every other, and together they are at most half of the classes.
    """
    order = sorted(range(len(figures)), key=lambda place: (-figures[place], place))
    for named in range(1, min(_MOST_NAMED, len(order) // 2) + 1):
        last, following = figures[order[named - 1]], figures[order[named]]
        if last > following and clear_change(following, last):
            return tuple(order[:named])
    return ()
