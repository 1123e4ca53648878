"""Tables without a total that count the same as a stage does: what the two say of each other.

Days until a pick-up and pillars of a link are counted in the year in which they happen, stages in
the year of the signal. So the classes together hold as many as the stage or more, and just as many
as long as no earlier year has ended. Which it is figures can't tell: both are asked.
"""

from collections.abc import Iterator, Mapping

from signalering.domain.states import StatisticsEvent
from signalering.privacy.disclosure.audit import NARROWEST, SMALL
from signalering.privacy.disclosure.intervals import Interval
from signalering.privacy.disclosure.rounding import possible_counts
from signalering.privacy.disclosure.tables import Counted, Table
from signalering.privacy.disclosure.year_axes import STAGES

Held = Mapping[Table, Mapping[tuple[str, ...], int]]
TIED = {Counted.PICK_UP: StatisticsEvent.PICKED_UP, Counted.LINKED: StatisticsEvent.REFERRED}


def pairs(tables: Held) -> tuple[tuple[int, tuple[int, ...]], ...]:
    """The figure of each stage that is shown, and those of the classes that count the same."""
    stages = next((cells for table, cells in tables.items() if table.axes == (STAGES,)), {})
    return tuple(
        (stages[stage,], tuple(cells.values()))
        for table, cells in tables.items()
        if table.one_way and (stage := TIED.get(table.counted)) and (stage,) in stages
    )


def tied_pass(tables: Held) -> bool:
    """Whether nobody proves 1-4, or a count but for one or two, from a stage and its classes."""
    return all(
        _wide(interval)
        for stage, classes in pairs(tables)
        for alike in (True, False)
        for interval in _intervals(stage, classes, alike=alike)
    )


def _intervals(stage: int, classes: tuple[int, ...], *, alike: bool) -> Iterator[Interval]:
    """Of the stage and of each class; none where no counts can be alike."""
    low, high = _ends(stage)
    ends = [_ends(figure) for figure in classes]
    least, most = sum(end[0] for end in ends), sum(end[1] for end in ends)
    if alike and (low > most or least > high):
        return
    yield Interval(max(low, least) if alike else low, min(high, most))
    for fewest, highest in ends:
        yield Interval(
            max(fewest, low - (most - highest)),
            min(highest, high - (least - fewest)) if alike else highest,
        )


def _ends(figure: int) -> tuple[int, int]:
    counts = possible_counts(figure)
    return counts[0], counts[-1]


def _wide(held: Interval) -> bool:
    return (held.low < SMALL[0] or held.high > SMALL[-1]) and held.high - held.low + 1 >= NARROWEST
