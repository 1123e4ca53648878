"""The dictionary of codes: every classification of the released years, for tools with a key."""

from sqlalchemy import select

from signalering.domain.views.statistics.open_data import OpenAxis, Reader
from signalering.domain.views.statistics.published import Axis, Label
from signalering.models.statistics.release import TablePlan
from signalering.privacy.disclosure.classifications import Classification
from signalering.services.statistics._plan_rows import read
from signalering.services.statistics._published import released
from signalering.services.work import Work


def open_codes(work: Work, reader: Reader) -> tuple[OpenAxis, ...]:
    """As the plans have them; one whose classes or labels changed stands there more than once."""
    del reader  # it says that somebody was let in
    years = {period.year for period in released(work)}
    rows = work.data.scalars(
        select(TablePlan).where(TablePlan.year.in_(years)).order_by(TablePlan.year)
    )
    found: dict[Axis, list[int]] = {}
    for row in rows:
        made = read(row)
        tables = [*made.further, *(table for own in made.tables.values() for table in own)]
        axes = {_axis(axis) for table in tables for axis in table.axes}
        for axis in sorted(axes, key=lambda axis: axis.code):
            found.setdefault(axis, []).append(row.year)
    return tuple(OpenAxis(axis, tuple(held)) for axis, held in found.items())


def _axis(axis: Classification) -> Axis:
    labels = tuple(Label(held.code, held.nl, held.en) for held in axis.classes)
    return Axis(axis.code, axis.dimension, labels)
