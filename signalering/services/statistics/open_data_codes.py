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
    """As the plans have them; one whose classes, labels or members changed stands there again."""
    del reader  # it says that somebody was let in
    years = {period.year for period in released(work)}
    rows = work.data.scalars(
        select(TablePlan).where(TablePlan.year.in_(years)).order_by(TablePlan.year)
    )
    found: dict[Classification, list[int]] = {}
    for row in rows:
        made = read(row)
        tables = [*made.further, *(table for own in made.tables.values() for table in own)]
        for axis in sorted({axis for table in tables for axis in table.axes}, key=_code):
            found.setdefault(axis, []).append(row.year)
    return tuple(
        OpenAxis(_axis(axis), {held.code: held.members for held in axis.classes}, tuple(years_of))
        for axis, years_of in found.items()
    )


def _code(axis: Classification) -> str:
    return axis.code


def _axis(axis: Classification) -> Axis:
    labels = tuple(Label(held.code, held.nl, held.en) for held in axis.classes)
    return Axis(axis.code, axis.dimension, labels)
