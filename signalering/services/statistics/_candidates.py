"""The figures that a period would publish, and on which rung of the ladder."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import select

from signalering.models.statistics.release import PublishedCell
from signalering.privacy.disclosure.addresses import address
from signalering.privacy.disclosure.audit import Rung, audit_one_way
from signalering.privacy.disclosure.classifications import nested
from signalering.privacy.disclosure.intervals import NothingFits, OneWay
from signalering.privacy.disclosure.joint import Sides, audit_year
from signalering.privacy.disclosure.periods import Length, Period
from signalering.privacy.disclosure.plan import TablePlan
from signalering.privacy.disclosure.rounding import MOST_OFF, RoundingSecret, rounded
from signalering.privacy.disclosure.shown import total_alone
from signalering.privacy.disclosure.tables import Table
from signalering.services.statistics import _counts
from signalering.services.statistics.plan import REGISTERED, TOTAL, plan_of
from signalering.services.work import Work

CLOSED = "closed"
OUTCOMES = "outcomes-5"
STAGES = "stages"
# Per period what was published of it: figures by (table, class), the total by ("total", "").
Frozen = Mapping[str, Mapping[tuple[str, str], int]]


@dataclass(frozen=True)
class Cell:
    """One figure; `categories` is the class code, empty for a total."""

    family: str
    table: str
    categories: str
    figure: int


@dataclass(frozen=True)
class Candidates:
    """What passed. `failed` says that a finer rung was tried and did not."""

    rung: Rung
    cells: tuple[Cell, ...]
    failed: bool = False


def candidates(work: Work, period: Period) -> Candidates:
    """Count, round, audit; a total below twenty, or a failed audit, leaves the total alone."""
    secret = RoundingSecret(work.settings.figures_key)
    plan = plan_of(work, period.year)
    counts = _counts.registered(work, period)
    total = rounded(counts.total, address(REGISTERED, period), secret)
    alone = Candidates(Rung.TOTAL, (Cell(REGISTERED, TOTAL, "", total),))
    if total_alone(total) or (not plan.one_way(period.length) and period.length is not Length.YEAR):
        return alone
    figures = figures_of(counts, period, plan, secret)
    cells = [*alone.cells, *_cells_of(figures)]
    if period.length is Length.YEAR:
        frozen = _frozen(work, periods_within(period, plan))
        passed = passes(period, plan, total, figures, frozen)
        ended = _outcomes(work, period, secret)
        passed = passed and _outcomes_pass(ended)
        cells += ended
        cells += _stages(work, period, counts.total, secret)
    else:
        passed = passes(period, plan, total, figures, {})
    return Candidates(Rung.ONE_WAY, tuple(cells)) if passed else _failed(alone)


def figures_of(
    counts: _counts.Registered, period: Period, plan: TablePlan, secret: RoundingSecret
) -> dict[Table, dict[str, int]]:
    """The one-way tables that the plan has for a period, rounded."""
    return {
        table: {
            code: rounded(
                count, address(REGISTERED, period, {table.family: code}, table.code), secret
            )
            for code, count in counts.by(table.axes[0]).items()
        }
        for table in plan.one_way(period.length)
    }


def passes(
    period: Period,
    plan: TablePlan,
    total: int,
    figures: Mapping[Table, Mapping[str, int]],
    frozen: Frozen,
) -> bool:
    """Whether the audit lets a period's tables out; `frozen` counts for a year alone."""
    if not _passes(total, {table.code: held for table, held in figures.items()}):
        return False
    return period.length is not Length.YEAR or _year_passes(plan, figures, frozen)


def _failed(alone: Candidates) -> Candidates:
    return Candidates(alone.rung, alone.cells, failed=True)


def _cells_of(figures: Mapping[Table, Mapping[str, int]]) -> Iterable[Cell]:
    return (
        Cell(REGISTERED, table.code, code, figure)
        for table, held in figures.items()
        for code, figure in held.items()
    )


def _passes(total: int, figures: Mapping[str, Mapping[str, int]]) -> bool:
    try:
        return audit_one_way(total, [OneWay(name, held) for name, held in figures.items()]).passed
    except NothingFits:
        return False


def _outcomes(work: Work, period: Period, secret: RoundingSecret) -> list[Cell]:
    """Cases that ended in the year: the classes only beside a total that isn't too small."""
    counts = _counts.outcomes(work, period.year)
    total = rounded(sum(counts.values()), address(CLOSED, period), secret)
    cells = [Cell(CLOSED, TOTAL, "", total)]
    if total_alone(total):
        return cells
    for code, count in counts.items():
        place = address(CLOSED, period, {"outcome": code}, OUTCOMES)
        cells.append(Cell(CLOSED, OUTCOMES, code, rounded(count, place, secret)))
    return cells


def _outcomes_pass(ended: list[Cell]) -> bool:
    total, *classes = ended
    if not classes:
        return True
    return _passes(total.figure, {OUTCOMES: {cell.categories: cell.figure for cell in classes}})


def _stages(work: Work, period: Period, total: int, secret: RoundingSecret) -> list[Cell]:
    """One family with the total and one offset: the funnel never rises."""
    place = address(REGISTERED, period)
    return [
        Cell(REGISTERED, STAGES, stage, rounded(count, place, secret))
        for stage, count in _counts.stages(work, period.year, total).items()
    ]


def periods_within(year: Period, plan: TablePlan) -> list[Period]:
    """The shorter periods of a year that have tables, as far as the plan has any."""
    length = next((held for held in plan.tables if held < year.length and plan.tables[held]), None)
    if length is None:
        return []
    return [Period(year.year, length, part) for part in range(1, Length.YEAR // length + 1)]


def _year_passes(
    plan: TablePlan, figures: Mapping[Table, Mapping[str, int]], frozen: Frozen
) -> bool:
    """Against the frozen tables of the periods in it; only the year steps down."""
    lengths = {Period.parse(code).length for code in frozen}
    sides: list[Sides] = []
    for coarse in (table for length in lengths for table in plan.one_way(length)):
        fine = next((table for table in figures if table.family == coarse.family), None)
        if fine is None:
            continue
        parts_of = nested(fine.axes[0], coarse.axes[0])
        if parts_of is None:
            return False
        sides += [
            _sides(coarse, code, {part: figures[fine][part] for part in parts}, frozen)
            for code, parts in parts_of.items()
        ]
    return audit_year([held for held in sides if held.periods]).passed


def _sides(coarse: Table, code: str, year: Mapping[str, int], frozen: Frozen) -> Sides:
    shown = {
        period: cells[coarse.code, code]
        for period, cells in frozen.items()
        if (coarse.code, code) in cells
    }
    # A period of which nothing was released ended before anybody signalled: it holds nothing.
    unknown = sum(
        cells[TOTAL, ""] + MOST_OFF
        for period, cells in frozen.items()
        if period not in shown and (TOTAL, "") in cells
    )
    return Sides(coarse.code, code, year, shown, unknown)


def _frozen(work: Work, periods: list[Period]) -> Frozen:
    found: dict[str, dict[tuple[str, str], int]] = {period.code: {} for period in periods}
    rows = work.data.scalars(
        select(PublishedCell).where(
            PublishedCell.family == REGISTERED, PublishedCell.period.in_(found)
        )
    )
    for cell in rows:
        found[cell.period][cell.table, cell.categories] = cell.figure
    return found
