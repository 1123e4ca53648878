"""Tables without a total that count the same as a stage does: what the two say of each other.

Days until a pick-up and pillars of a link are counted in the year in which they happen, stages in
the year of the signal. So the classes together hold as many as the stage or more, and just as many
as long as no earlier year has ended. Where both can be, the second says most.
"""

from collections.abc import Mapping

from signalering.domain.states import StatisticsEvent
from signalering.privacy.disclosure.audit import wide
from signalering.privacy.disclosure.intervals import NothingFits, OneWay, intervals
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
    return all(_passes(stage, classes) for stage, classes in pairs(tables))


def _passes(stage: int, classes: tuple[int, ...]) -> bool:
    """Somebody who takes both for alike knows most, unless the classes must hold more."""
    if sum(possible_counts(figure)[0] for figure in classes) > possible_counts(stage)[-1]:
        return True
    table = OneWay("classes", {str(at): figure for at, figure in enumerate(classes)})
    try:
        found = intervals(stage, [table])
    except NothingFits:
        return False
    return all(wide(each.low, each.high) for each in found.values())
