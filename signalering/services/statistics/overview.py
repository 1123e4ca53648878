"""Released figures, from published cells only: no live count stands behind any of them."""

from collections.abc import Mapping
from itertools import zip_longest

from sqlalchemy import func, select

from signalering.domain.access import require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.errors import NotFound
from signalering.domain.permissions import Permission
from signalering.domain.states import StatisticsEvent
from signalering.domain.views.statistics.overview import (
    FigureTable,
    OverviewView,
    Row,
    TrendPoint,
)
from signalering.domain.views.statistics.published import Figure
from signalering.domain.vocabularies import vocabulary
from signalering.models.statistics.release import PublishedCell, Release, TablePlan
from signalering.privacy.disclosure import year_axes
from signalering.privacy.disclosure.audit import Rung
from signalering.privacy.disclosure.periods import Length, Period
from signalering.privacy.disclosure.shown import (
    CHANGE_TEXTS,
    TOO_FEW,
    WHY_TOTALS_DIFFER,
    change,
    percentage,
    shown,
    total_alone,
)
from signalering.privacy.disclosure.tables import Counted
from signalering.services.audit.record import record
from signalering.services.statistics._plan_rows import read
from signalering.services.statistics.plan import REGISTERED, TOTAL
from signalering.services.work import Work

TREND = 12
CLOSED = Counted.CLOSED
OUTCOMES, STAGES = year_axes.OUTCOMES.code, year_axes.STAGES.code
Cells = Mapping[tuple[str, str, str], int]


def overview(work: Work, period: str = "") -> OverviewView:
    """The newest released period that has tables (or the newest), or the one asked for.

    Raises Denied, NotFound for a period that is not released.
    """
    require(Permission.STATISTICS, work.by(), None, work.clock.today())
    rungs = {row.period: row.rung for row in work.data.scalars(select(Release))}
    released = sorted(
        map(Period.parse, rungs), key=lambda each: (each.closed_on, each.length), reverse=True
    )
    codes = tuple(each.code for each in released)
    telling = (code for code in codes if rungs[code] != Rung.TOTAL)
    if period and period not in codes:
        raise NotFound
    chosen = period or next(telling, next(iter(codes), ""))
    cells = _cells(work, chosen)
    total = cells.get((REGISTERED, TOTAL, ""))
    running = Period.containing(work.clock.today(), Length.QUARTER)
    view = OverviewView(
        first_figures_on=running.closed_on,
        periods=codes,
        chosen=chosen,
        total=None if total is None else _figure(total),
        alone=TOO_FEW if total is not None and total_alone(total) else "",
        tables=tuple(_tables(work, chosen, cells)),
        trend=_trend(work),
        closed=_figure(cells[CLOSED, TOTAL, ""]) if (CLOSED, TOTAL, "") in cells else None,
        why_totals_differ=WHY_TOTALS_DIFFER,
    )
    record(work, AuditAction.STATISTICS_READ, period=chosen)
    return view


def _cells(work: Work, period: str) -> Cells:
    rows = work.data.scalars(select(PublishedCell).where(PublishedCell.period == period))
    return {(cell.family, cell.table, cell.categories): cell.figure for cell in rows}


def _figure(figure: int) -> Figure:
    return Figure(figure, shown(figure).text)


def _tables(work: Work, chosen: str, cells: Cells) -> list[FigureTable]:
    """In a fixed order; a table that was not released isn't there."""
    row = work.data.get(TablePlan, int(chosen[:4])) if chosen else None
    if row is None:
        return []
    total = cells.get((REGISTERED, TOTAL, ""), 0)
    found = []
    for table in read(row).one_way(Period.parse(chosen).length):
        labels = {held.code: (held.nl, held.en) for held in table.axes[0].classes}
        found.append(_table(table.family, REGISTERED, table.code, labels, cells, total))
    stages = _labels("statistics_events", StatisticsEvent.REGISTERED)
    found.append(_table("stage", REGISTERED, STAGES, stages, cells, total))
    ended = cells.get((CLOSED, TOTAL, ""), 0)
    found.append(_table("outcome", CLOSED, OUTCOMES, _labels("outcome_classes"), cells, ended))
    return [table for table in found if table.rows]


def _labels(name: str, without: str = "") -> dict[str, tuple[str, str]]:
    return {term.code: (term.nl, term.en) for term in vocabulary(name) if term.code != without}


def _table(
    kind: str,
    family: str,
    name: str,
    labels: Mapping[str, tuple[str, str]],
    cells: Cells,
    base: int,
) -> FigureTable:
    return FigureTable(
        kind,
        tuple(
            Row(nl, en, _figure(figure), percentage(figure, base) if figure else None)
            for code, (nl, en) in labels.items()
            if (figure := cells.get((family, name, code))) is not None
        ),
    )


def _trend(work: Work) -> tuple[TrendPoint, ...]:
    """The totals of the last quarters, oldest first."""
    rows = work.data.execute(
        select(PublishedCell.period, PublishedCell.figure)
        .where(
            PublishedCell.family == REGISTERED,
            PublishedCell.table == TOTAL,
            func.substr(PublishedCell.period, 5, 1) == "Q",
        )
        .order_by(PublishedCell.period.desc())
        .limit(TREND + 1)
    ).all()
    points = []
    for (period, figure), before in zip_longest(rows, rows[1:]):
        text = "" if before is None else CHANGE_TEXTS[change(before[1], figure)]
        points.append(TrendPoint(period, _figure(figure), text))
    return tuple(reversed(points[:TREND]))
