"""Every table of a plan is counted from the period's own rows: the same as one by one by hand."""

import os
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any
from uuid import uuid4

import pytest
from kit.town import Town
from sqlalchemy import insert

from signalering.domain.clock import quarter_of
from signalering.domain.outcomes import OutcomeClass
from signalering.domain.vocabularies import vocabulary
from signalering.models.signals.signal import Signal, SignalIndicator, SignalWish
from signalering.models.statistics.fact import StatFact
from signalering.privacy.disclosure.ladders import Expected
from signalering.privacy.disclosure.periods import Length, Period
from signalering.privacy.disclosure.plan import TablePlan, plan
from signalering.privacy.disclosure.tables import Counted, Kind, Table
from signalering.privacy.disclosure.year_axes import STAGE_EVENTS
from signalering.services.statistics._counts import count

YEAR = Period(2026, Length.YEAR)
MADE = plan(
    Expected(400, linked=200, attending=200, closed=200),
    dict.fromkeys(vocabulary("statistics_groups").codes, 4),
)
SINGLE = {
    Counted.PICK_UP: ("picked_up", "days", "pick_up_days"),
    Counted.FIRST_CONTACT: ("first_contact", "days", "first_contact_days"),
    Counted.LINKED: ("referred", "pillar", "pillars"),
    Counted.MEASURED: ("measured", "change", "change_classes"),
}
Row = dict[str, Any]


@dataclass
class Rows:
    """What was written, to be counted by hand."""

    signals: list[Row]
    facts: list[Row]


def written(town: Town, number: int, seed: int = 1) -> Rows:
    """Signals of two years, some withdrawn, and what happened, some of it later than it can be."""
    chance = Random(seed)

    def one(name: str) -> str:
        return chance.choice(vocabulary(name).codes)

    found = Rows([], [])
    for index in range(number):
        signal = {
            "id": uuid4(),
            "reference": f"{index:09d}",
            "state": chance.choice(["new", "closed", "closed", "noted", "withdrawn"]),
            "registered_on": date(2025, 10, 1) + timedelta(days=chance.randrange(600)),
            "area": one("areas"),
            "age_band": one("age_bands"),
            "reporter_group": one("statistics_groups"),
            "lives_with": "alone",
            "duration": "months",
            "loneliness": "social",
            "main_wish": one("wishes"),
            "request": "none",
            "contact_answer": "no",
            "reporter_tag": os.urandom(16),
            "thread_key_id": uuid4(),
            "triage_key_id": uuid4(),
            "told": chance.sample(vocabulary("indicators").codes, chance.randrange(6)),
            "more": chance.sample(vocabulary("wishes").codes, chance.randrange(3)),
        }
        found.signals.append(signal)
        for event in chance.sample(vocabulary("statistics_events").codes, chance.randrange(9)):
            found.facts.append(_fact(chance, signal, event))
    with town.committed() as work:
        rows = [{k: v for k, v in s.items() if k not in ("told", "more")} for s in found.signals]
        work.data.execute(insert(Signal), rows)
        for model, name in ((SignalIndicator, "told"), (SignalWish, "more")):
            told = [{"signal_id": s["id"], "code": c} for s in found.signals for c in s[name]]
            work.data.execute(insert(model), told)
        work.data.execute(insert(StatFact), found.facts)
    return found


def _fact(chance: Random, signal: Row, event: str) -> Row:
    fact: Row = {"id": uuid4(), "event": event, "pillar": None, "outcome": None, "change": None}
    fact |= {name: signal[name] for name in ("area", "age_band", "reporter_group")}
    fact["registered_in"] = quarter_of(signal["registered_on"])
    fact["period"] = f"{chance.choice([2025, 2026, 2026, 2027])}Q{chance.randrange(1, 5)}"
    fact["days"] = None
    for own, column, codes in SINGLE.values():
        if event == own and chance.random() < 0.9:
            fact[column] = chance.choice(vocabulary(codes).codes)
    if event == "closed":
        fact["outcome"] = chance.choice(list(OutcomeClass)).value
        fact["pillar"] = chance.choice([None, *vocabulary("pillars").codes])
    return fact


def by_hand(table: Table, rows: Iterable[tuple[str, ...]]) -> dict[tuple[str, ...], int]:
    """Rows in codes, in the order of the axes, in the classes of the table."""
    counts = dict.fromkeys(table.codes(), 0)
    for codes in rows:
        place = tuple(
            axis.class_of.get(code, "") for axis, code in zip(table.axes, codes, strict=True)
        )
        if place in counts:
            counts[place] += 1
    return counts


def counted(town: Town, period: Period, made: TablePlan = MADE) -> Any:
    with town.work(writes=False) as work:
        return count(work, period, made.of(period.length))


def registered(rows: Rows, period: Period) -> list[Row]:
    return [s for s in rows.signals if s["registered_on"] in period and s["state"] != "withdrawn"]


COLUMN = {"area": "area", "age": "age_band", "group": "reporter_group", "wish": "main_wish"}


@pytest.mark.parametrize("code", ["2026", "2026Q1", "2026Q4", "2026Q2"])
def test_signals_by_every_class_and_crossed(town: Town, code: str) -> None:
    rows, period = written(town, 400), Period.parse(code)
    found = counted(town, period)
    mine = registered(rows, period)
    assert found.totals[Counted.REGISTERED] == len(mine) > 20
    tables = [
        table
        for table in found.tables
        if table.counted is Counted.REGISTERED and table.axes[0].dimension != "stage"
    ]
    assert len(tables) >= (7 if period == YEAR else 3)
    for table in tables:
        columns = [COLUMN[axis.dimension] for axis in table.axes]
        codes = [tuple(s[column] for column in columns) for s in mine]
        assert found.tables[table] == by_hand(table, codes), table.code
    assert set(found.tables) == set(MADE.of(period.length))


def test_what_happened_in_the_year(town: Town) -> None:
    rows = written(town, 400)
    found = counted(town, YEAR)
    mine = [fact for fact in rows.facts if fact["period"][:4] == "2026"]
    for counted_, (event, column, _) in SINGLE.items():
        (table,) = [table for table in found.tables if table.counted is counted_]
        codes = [(fact[column],) for fact in mine if fact["event"] == event]
        assert found.tables[table] == by_hand(table, codes)
        assert sum(found.tables[table].values()) > 20
    ends = [(fact["outcome"], fact["pillar"]) for fact in mine if fact["event"] == "closed"]
    assert found.totals[Counted.CLOSED] == len(ends)
    closed = {str(t.family): t for t in found.tables if t.counted is Counted.CLOSED}
    crossed, single = closed[Kind.OUTCOME_PILLAR], closed[Kind.OUTCOME]
    assert found.tables[crossed] == by_hand(crossed, ends)
    assert found.tables[single] == by_hand(single, [(outcome,) for outcome, _ in ends])


def test_several_of_a_signal_count_it_once_in_each_class(town: Town) -> None:
    rows = written(town, 400)
    found = counted(town, YEAR)
    group_of = {term.code: term.extra["group"] for term in vocabulary("indicators")}
    tables = {str(table.family): table for table in found.tables}
    in_groups: list[tuple[str]] = []
    single: list[tuple[str]] = []
    more: list[tuple[str]] = []
    for signal in registered(rows, YEAR):
        in_groups += [(group,) for group in {group_of[code] for code in signal["told"]}]
        single += [(code,) for code in signal["told"]]
        more += [(code,) for code in signal["more"]]
    for kind, codes in (
        (Kind.INDICATOR, in_groups),
        (Kind.LIFE_EVENT, single),
        (Kind.FURTHER_WISH, more),
    ):
        assert found.tables[tables[kind]] == by_hand(tables[kind], codes), kind
        assert sum(found.tables[tables[kind]].values()) > 20


def test_stages_are_of_the_years_signals_and_never_rise(town: Town) -> None:
    rows = written(town, 400)
    found = counted(town, YEAR)
    mine = Counter((s["area"], s["age_band"], s["reporter_group"]) for s in registered(rows, YEAR))
    facts = Counter(
        (f["event"], f["area"], f["age_band"], f["reporter_group"])
        for f in rows.facts
        if f["period"][:4] == f["registered_in"][:4] == "2026"
    )
    codes: list[tuple[str, ...]] = []
    for place, number in mine.items():
        left = number
        for stage in STAGE_EVENTS:
            left = left if stage == "registered" else min(left, facts[stage, *place])
            codes += [(stage, *place)] * left
    at = {"stage": 0, "area": 1, "age": 2, "group": 3}
    staged = [table for table in found.tables if table.axes[0].dimension == "stage"]
    assert [str(table.family) for table in staged] == ["stage", "stage x age", "stage x group"]
    for table in staged:
        picked = [tuple(row[at[axis.dimension]] for axis in table.axes) for row in codes]
        cells = found.tables[table]
        assert cells == by_hand(table, picked)
        stages = [held.code for held in table.axes[0].classes]
        for rest in {codes_[1:] for codes_ in table.codes()}:
            funnel = [cells[stage, *rest] for stage in stages]
            assert funnel == sorted(funnel, reverse=True)
    assert found.tables[staged[0]]["registered",] == found.totals[Counted.REGISTERED]
    assert found.tables[staged[0]]["picked_up",] > 0


def test_a_year_is_counted_from_its_own_rows(file_town: Town) -> None:
    """Whatever was published of its quarters: one counted signal in each is one signal each."""
    rows = written(file_town, 300)
    parts = [counted(file_town, Period(2026, Length.QUARTER, part)) for part in range(1, 5)]
    whole = counted(file_town, YEAR).totals[Counted.REGISTERED]
    assert whole == sum(part.totals[Counted.REGISTERED] for part in parts)
    assert whole == len(registered(rows, YEAR))
    assert Counted.CLOSED not in parts[0].totals


def test_nothing_at_all_counts_as_nothing(file_town: Town) -> None:
    found = counted(file_town, YEAR)
    assert set(found.totals.values()) == {0}
    assert {number for cells in found.tables.values() for number in cells.values()} == {0}
