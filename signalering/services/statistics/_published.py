"""The one way by which released figures are read: from published cells, with the plan's labels."""

from collections.abc import Mapping, Sequence

from sqlalchemy import select

from signalering.domain.errors import NotFound
from signalering.domain.views.statistics.published import (
    Axis,
    Codes,
    Figure,
    Label,
    PublishedPeriod,
    PublishedTable,
)
from signalering.models.statistics.release import PublishedCell, Release, TablePlan
from signalering.privacy.disclosure.classifications import Classification
from signalering.privacy.disclosure.periods import Period
from signalering.privacy.disclosure.shown import percentage, shown, total_alone
from signalering.privacy.disclosure.tables import Counted, Table
from signalering.services.statistics._plan_rows import read
from signalering.services.statistics.plan import TOTAL
from signalering.services.work import Work

# Between the codes of a crossed cell, in the order of its axes. No code has it.
BETWEEN = "|"
Cells = Mapping[tuple[str, str, str], int]


def categories(codes: Codes) -> str:
    """How the codes of a cell are stored; empty for a total."""
    return BETWEEN.join(codes)


def released(work: Work) -> tuple[Period, ...]:
    """Every released period, newest first; of those that end together the longest first."""
    periods = map(Period.parse, work.data.scalars(select(Release.period)))
    return tuple(sorted(periods, key=lambda each: (each.closed_on, each.length), reverse=True))


def rungs(work: Work, codes: Sequence[str]) -> list[tuple[str, str]]:
    """These released periods in their order, each with the rung on which it was released."""
    found = {row.period: row.rung for row in work.data.scalars(select(Release))}
    return [(code, found[code]) for code in codes]


def published(work: Work, code: str) -> PublishedPeriod:
    """A released period with all that was published of it. Raises NotFound for any other."""
    row = work.data.get(Release, code)
    if row is None:
        raise NotFound
    cells = _cells(work, code)
    total = cells[Counted.REGISTERED, TOTAL, ""]
    closed = cells.get((Counted.CLOSED, TOTAL, ""))
    period = Period.parse(code)
    plan = work.data.get(TablePlan, period.year)
    tables = read(plan).of(period.length) if plan is not None else ()
    return PublishedPeriod(
        code,
        row.rung,
        figure(total),
        None if closed is None else figure(closed),
        total_alone(total),
        tuple(found for table in tables if (found := _table(table, cells)).cells),
    )


def figure(number: int) -> Figure:
    """A published number as it is worded. Raises ValueError for what is no published figure."""
    return Figure(number, shown(number).text)


def _cells(work: Work, period: str) -> Cells:
    rows = work.data.scalars(select(PublishedCell).where(PublishedCell.period == period))
    return {(cell.family, cell.table, cell.categories): cell.figure for cell in rows}


def _table(table: Table, cells: Cells) -> PublishedTable:
    base = cells.get((table.counted, TOTAL, ""))
    found = {
        codes: number
        for codes in table.codes()
        if (number := cells.get((table.counted, table.code, categories(codes)))) is not None
    }
    return PublishedTable(
        str(table.family),
        table.counted.value,
        table.code,
        tuple(_axis(axis) for axis in table.axes),
        {codes: figure(number) for codes, number in found.items()},
        None if base is None else figure(base),
        {} if base is None or not table.one_way else _percents(found, base),
    )


def _percents(found: Mapping[Codes, int], base: int) -> dict[Codes, int]:
    """None for "0-4", which isn't 0%."""
    shares = {codes: percentage(number, base) for codes, number in found.items() if number}
    return {codes: share for codes, share in shares.items() if share is not None}


def _axis(axis: Classification) -> Axis:
    labels = tuple(Label(held.code, held.nl, held.en, held.members) for held in axis.classes)
    return Axis(axis.code, axis.dimension, labels)
