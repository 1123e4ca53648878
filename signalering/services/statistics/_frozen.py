"""Figures of released periods as an audit reads them."""

from sqlalchemy import select

from signalering.models.statistics.release import PublishedCell, Release
from signalering.models.statistics.release import TablePlan as PlanRow
from signalering.privacy.disclosure.checks import Figures
from signalering.privacy.disclosure.periods import Period
from signalering.privacy.disclosure.tables import Counted
from signalering.services.statistics._plan_rows import read
from signalering.services.statistics._published import categories
from signalering.services.statistics.plan import TOTAL
from signalering.services.work import Work


def figures_of(work: Work, period: Period) -> Figures:
    """All that was published of a released period."""
    rows = work.data.scalars(select(PublishedCell).where(PublishedCell.period == period.code))
    cells = {(row.family, row.table, row.categories): row.figure for row in rows}
    plan = work.data.get(PlanRow, period.year)
    tables = read(plan).of(period.length) if plan is not None else ()
    return Figures(
        period,
        {
            counted: cells[counted, TOTAL, ""]
            for counted in Counted
            if (counted, TOTAL, "") in cells
        },
        {
            table: {codes: cells[place] for codes, place in places}
            for table in tables
            if (places := [(c, (table.counted, table.code, categories(c))) for c in table.codes()])
            and all(place in cells for _, place in places)
        },
    )


def inside(work: Work, period: Period) -> tuple[Figures, ...]:
    """What was released of the shorter periods in a period, in their order."""
    released = map(Period.parse, work.data.scalars(select(Release.period)))
    held = [
        each
        for each in released
        if each.length < period.length and each.start in period and each.end in period
    ]
    held.sort(key=lambda each: (each.length, each.start))
    return tuple(figures_of(work, each) for each in held)
