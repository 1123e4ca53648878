"""One-way figures of made-up signals, as the attack on them makes and audits them."""

from collections.abc import Mapping
from dataclasses import dataclass

from signalering.privacy.disclosure.addresses import address
from signalering.privacy.disclosure.audit import audit_one_way
from signalering.privacy.disclosure.classifications import Classification, nested
from signalering.privacy.disclosure.intervals import NothingFits, OneWay
from signalering.privacy.disclosure.joint import Sides, audit_year
from signalering.privacy.disclosure.periods import Length, Period
from signalering.privacy.disclosure.plan import TablePlan
from signalering.privacy.disclosure.rounding import MOST_OFF, RoundingSecret, rounded
from signalering.privacy.disclosure.tables import Table
from signalering.services.statistics.plan import REGISTERED, TOTAL

# Per period what was published of it: figures by (table, class), the total by ("total", "").
Frozen = Mapping[str, Mapping[tuple[str, str], int]]
_POSITION = {"area": 0, "age": 1, "group": 2}


@dataclass(frozen=True)
class Registered:
    """Signals of a period by (area, age band, reporter group)."""

    cells: Mapping[tuple[str, str, str], int]

    @property
    def total(self) -> int:
        """All of them, unknown ages and areas included."""
        return sum(self.cells.values())

    def by(self, axis: Classification) -> dict[str, int]:
        """Counts per class; a code that is in no class is in the total alone."""
        counts = {held.code: 0 for held in axis.classes}
        class_of = axis.class_of
        position = _POSITION[axis.dimension]
        for codes, count in self.cells.items():
            held = class_of.get(codes[position])
            if held is not None:
                counts[held] += count
        return counts


def figures_of(
    counts: Registered, period: Period, plan: TablePlan, secret: RoundingSecret
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


def _passes(total: int, figures: Mapping[str, Mapping[str, int]]) -> bool:
    try:
        return audit_one_way(total, [OneWay(name, held) for name, held in figures.items()]).passed
    except NothingFits:
        return False


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
