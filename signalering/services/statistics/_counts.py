"""True counts of one period, in one pass over each kind of row.

They go into rounding and nowhere else.
"""

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import ColumnElement, case, distinct, func, select

from signalering.domain.states import SignalState, StatisticsEvent
from signalering.domain.vocabularies import vocabulary
from signalering.models.base import table_of
from signalering.models.signals.signal import Signal, SignalIndicator, SignalWish
from signalering.models.statistics.fact import StatFact
from signalering.privacy.disclosure.candidates import STAGE, Counts
from signalering.privacy.disclosure.checks import Codes
from signalering.privacy.disclosure.periods import Length, Period
from signalering.privacy.disclosure.tables import Counted, Table
from signalering.privacy.disclosure.year_axes import STAGE_EVENTS
from signalering.services.work import Work

# Counts by codes, whose dimensions stand in one order.
Cells = Mapping[Codes, int]
SIGNALS, FACTS = table_of(Signal).c, table_of(StatFact).c
PLACE = ("area", "age", "group")
OF_SIGNALS = (*PLACE, "wish")
OF_FACTS = ("duration", "pillar", "outcome", "change")
EVENT_OF = {
    Counted.PICK_UP: StatisticsEvent.PICKED_UP,
    Counted.FIRST_CONTACT: StatisticsEvent.FIRST_CONTACT,
    Counted.LINKED: StatisticsEvent.REFERRED,
    Counted.CLOSED: StatisticsEvent.CLOSED,
    Counted.MEASURED: StatisticsEvent.MEASURED,
}
# Several of each signal: the rows that hold them.
SEVERAL = {Counted.INDICATORS: SignalIndicator, Counted.FURTHER_WISHES: SignalWish}


def count(work: Work, period: Period, tables: Iterable[Table]) -> Counts:
    """The period's totals and these tables, each counted from the period's own rows.

    A code that is in no class is in the total alone. Withdrawn signals don't count.
    """
    signals = _signals(work, period)
    totals = {Counted.REGISTERED: sum(signals.values())}
    found: dict[Table, dict[Codes, int]] = {}
    tables = tuple(tables)
    happened = _happened(work, period) if period.length is Length.YEAR else {}
    if period.length is Length.YEAR:
        closed = happened.get(StatisticsEvent.CLOSED, {})
        totals[Counted.CLOSED] = sum(closed.values())
    for table in tables:
        if table.counted in SEVERAL:
            continue
        if table.counted in EVENT_OF:
            cells = happened.get(EVENT_OF[table.counted], {})
            found[table] = _tabulated(table, OF_FACTS, cells)
        elif table.axes[0].dimension != STAGE:
            found[table] = _tabulated(table, OF_SIGNALS, signals)
    staged = [table for table in tables if table.axes[0].dimension == STAGE]
    if staged:
        stages = _stages(work, period, signals)
        found |= {table: _tabulated(table, (STAGE, *PLACE), stages) for table in staged}
    for counted in SEVERAL:
        found |= _several(work, period, [table for table in tables if table.counted is counted])
    # In the order of the plan, whatever was counted first.
    return Counts(totals, {table: found[table] for table in tables})


def _tabulated(table: Table, dimensions: Sequence[str], cells: Cells) -> dict[Codes, int]:
    counts = dict.fromkeys(table.codes(), 0)
    axes = [(dimensions.index(axis.dimension), axis.class_of) for axis in table.axes]
    for codes, number in cells.items():
        place = tuple(class_of.get(codes[at], "") for at, class_of in axes)
        if place in counts:
            counts[place] += number
    return counts


def _registered(period: Period) -> ColumnElement[bool]:
    return SIGNALS.registered_on.between(period.start, period.end) & (
        SIGNALS.state != SignalState.WITHDRAWN
    )


def _signals(work: Work, period: Period) -> Cells:
    """By area, age band, group and main wish."""
    columns = [SIGNALS.area, SIGNALS.age_band, SIGNALS.reporter_group, SIGNALS.main_wish]
    rows = work.data.execute(
        select(*columns, func.count()).where(_registered(period)).group_by(*columns)
    )
    return {tuple(codes): number for *codes, number in rows}


def _in_year(column: ColumnElement[str], period: Period) -> ColumnElement[bool]:
    """Whether a quarter lies in it; a pass over all facts, of which there are no older ones."""
    return column.like(f"{period.year:04}Q_")


def _happened(work: Work, period: Period) -> dict[str, dict[Codes, int]]:
    """Per event of a year by class of days, pillar, outcome and change; "" where there is none."""
    columns = [FACTS.event, FACTS.days, FACTS.pillar, FACTS.outcome, FACTS.change]
    rows = work.data.execute(
        select(*columns, func.count())
        .where(_in_year(FACTS.period, period), FACTS.event.in_(EVENT_OF.values()))
        .group_by(*columns)
    )
    found: dict[str, dict[Codes, int]] = {}
    for event, *codes, number in rows:
        found.setdefault(event, {})[tuple(code or "" for code in codes)] = number
    return found


def _stages(work: Work, period: Period, signals: Cells) -> Cells:
    """What came in the year of the signals registered in it, by stage, area, age band and group.

    Never rising, cell by cell, so that no table of stages rises: of a signal that was withdrawn
    or erased the facts are there still.
    """
    registered: dict[Codes, int] = {}
    for codes, number in signals.items():
        place = codes[: len(PLACE)]
        registered[place] = registered.get(place, 0) + number
    columns = [FACTS.event, FACTS.area, FACTS.age_band, FACTS.reporter_group]
    rows = work.data.execute(
        select(*columns, func.count())
        .where(
            _in_year(FACTS.period, period),
            _in_year(FACTS.registered_in, period),
            FACTS.event.in_(STAGE_EVENTS),
        )
        .group_by(*columns)
    )
    counted = {tuple(codes): number for *codes, number in rows}
    first, *later = STAGE_EVENTS
    stages: dict[Codes, int] = {}
    for place, number in registered.items():
        stages[first, *place] = left = number
        for stage in later:
            stages[stage, *place] = left = min(left, counted.get((stage, *place), 0))
    return stages


def _several(work: Work, period: Period, tables: Sequence[Table]) -> dict[Table, dict[Codes, int]]:
    """How many signals have any code of each class: a bit for all codes of the same classes.

    The rows lie in the order of their signals, and asked in this way they are read so.
    """
    if not tables:
        return {}
    rows = table_of(SEVERAL[tables[0].counted])
    places = [(table, codes) for table in tables for codes in table.codes()]
    classes: dict[str, list[int]] = {}
    for at, (table, codes) in enumerate(places):
        for code in _members(table, codes[0]):
            classes.setdefault(code, []).append(at)
    alike = list({tuple(held) for held in classes.values()})
    bits = {code: 1 << alike.index(tuple(held)) for code, held in classes.items()}
    mine = select(SIGNALS.id).where(SIGNALS.id == rows.c.signal_id, _registered(period))
    mask = func.sum(distinct(case(bits, value=rows.c.code, else_=0))).label("mask")
    each = select(mask).where(mine.correlate(rows).exists()).group_by(rows.c.signal_id).subquery()
    found: dict[Table, dict[Codes, int]] = {
        table: dict.fromkeys(table.codes(), 0) for table in tables
    }
    for held, number in work.data.execute(select(each.c.mask, func.count()).group_by(each.c.mask)):
        for at in {at for bit, many in enumerate(alike) if held >> bit & 1 for at in many}:
            table, codes = places[at]
            found[table][codes] += number
    return found


def _members(table: Table, code: str) -> tuple[str, ...]:
    """The codes that a signal's rows have; indicators are counted in their groups too."""
    members = next(held.members for held in table.axes[0].classes if held.code == code)
    if table.counted is not Counted.INDICATORS:
        return members
    return tuple(
        term.code
        for term in vocabulary("indicators")
        if term.code in members or term.extra["group"] in members
    )
