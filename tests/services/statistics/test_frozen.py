"""What was published never changes, and names nobody: no worker, no organisation, no record."""

import re
from datetime import date
from pathlib import Path

import pytest
from kit.cases import closed_case, do
from kit.figures import a_fact, at, pended, settled, signals
from kit.town import Town
from sqlalchemy import LargeBinary, String, Uuid, delete, select

import signalering
from signalering.domain.states import CaseOutcome, SignalState, StatisticsEvent
from signalering.models.columns import DATA, Kind
from signalering.models.signals.signal import Signal
from signalering.models.statistics.fact import FactMove, StatFact
from signalering.models.statistics.release import PublishedCell, Release, ReleaseCheck, TablePlan
from signalering.models.tables import METADATA
from signalering.services.statistics.move import move_waiting
from signalering.services.statistics.plan import TOTAL

COUNTED = (StatFact, FactMove, TablePlan, Release, ReleaseCheck, PublishedCell)


def released(town: Town) -> list[tuple[object, ...]]:
    """Every byte of what was published."""
    with town.work(writes=False) as work:
        cells = [
            (cell.family, cell.period, cell.table, cell.categories, cell.figure)
            for cell in work.data.scalars(select(PublishedCell))
        ]
        rows = [(r.period, r.rung, r.verdict) for r in work.data.scalars(select(Release))]
        return sorted([*cells, *rows])


def test_nothing_that_comes_goes_or_is_erased_afterwards_changes_a_byte(town: Town) -> None:
    closed_case(town, CaseOutcome.MOVED)
    signals(town, date(2026, 11, 2), 60)
    at(town, 2027, 1, 4)
    assert settled(town) == ["2026Q4", "2026H2", "2026"]
    before = released(town)
    assert len(before) > 50
    signals(town, date(2026, 11, 3), 25)
    pended(town, [a_fact(StatisticsEvent.CLOSED, CaseOutcome.DECLINED)] * 20)
    with town.committed() as work:
        for at_, signal in enumerate(work.data.scalars(select(Signal).order_by(Signal.reference))):
            if at_ % 2:
                signal.state = SignalState.WITHDRAWN
    with town.committed() as work:
        work.data.execute(
            delete(Signal).where(Signal.main_wish == "encounters", Signal.state == "noted")
        )
    for month in (2, 3, 4):
        at(town, 2027, month, 2)
        settled(town)
        assert [row for row in released(town) if "2027" not in str(row)] == before


def test_late_facts_fall_into_the_running_period(town: Town) -> None:
    signals(town, date(2026, 11, 2), 60)
    at(town, 2026, 12, 30)
    pended(town, [a_fact(StatisticsEvent.CLOSED, CaseOutcome.DECLINED)])
    at(town, 2027, 1, 4)
    with town.committed() as work:
        work.data.add(FactMove(month="2027-01"))
    settled(town)
    at(town, 2027, 2, 1)
    do(town, move_waiting)
    with town.work(writes=False) as work:
        assert work.data.scalars(select(StatFact.period)).all() == ["2027Q1"]


def test_nobody_writes_over_what_was_published() -> None:
    """In the program's own text no statement changes or deletes a release or its cells."""
    folder = Path(signalering.__file__).parent
    texts = {path: path.read_text("utf-8") for path in folder.rglob("*.py")}
    wrong = re.compile(r"\b(update|delete)\(\s*(PublishedCell|Release)\s*\)|\.figure\s*=[^=]")
    assert [path.name for path, text in texts.items() if wrong.search(text)] == []
    inserts = [path.name for path, text in texts.items() if "insert(PublishedCell)" in text]
    assert inserts == ["release.py"]
    assert wrong.search("work.data.execute(delete(Release).where())")
    assert wrong.search("cell.figure = 5")


@pytest.mark.parametrize("model", COUNTED, ids=lambda model: model.__tablename__)
def test_no_column_can_name_anybody_or_any_record(model: type) -> None:
    """No link, no word, no day of its own: only codes, periods, numbers and keys drawn by lot."""
    table = METADATA[""].tables[model.__tablename__]
    linked = {link.target_fullname for link in table.foreign_keys}
    assert linked <= {"release.period"}
    for column in table.columns:
        kind = DATA[table.name][column.name]
        assert kind not in (Kind.LINK, Kind.SEALED), column.name
        assert not re.search("account|partner|initiative|signal|case|owner|worker", column.name)
        if isinstance(column.type, Uuid):
            assert (table.name, column.name) == ("stat_fact", "id"), "drawn when it is moved"
        if isinstance(column.type, LargeBinary):
            assert (table.name, column.name) == ("release_check", "digest")


def test_a_fact_and_a_cell_hold_listed_codes_alone(town: Town) -> None:
    """Whatever a text column could hold: what it does hold is on the lists of the plan."""
    signals(town, date(2026, 11, 2), 60)
    pended(town, [a_fact(StatisticsEvent.PICKED_UP, days="0-2")])
    ids = {str(person.account_id) for person in town.people.values()}
    with town.work(writes=False) as work:
        ids |= {str(one) for one in work.data.scalars(select(Signal.id))}
    at(town, 2027, 1, 4)
    do(town, move_waiting)
    with town.work(writes=False) as work:
        values = [
            str(getattr(fact, column.name))
            for fact in work.data.scalars(select(StatFact))
            for column in METADATA[""].tables["stat_fact"].columns
            if isinstance(column.type, String)
        ]
    settled(town)
    with town.work(writes=False) as work:
        cells = work.data.scalars(select(PublishedCell)).all()
        values += [text for cell in cells for text in (cell.family, cell.table, cell.categories)]
    assert TOTAL in values
    assert not any(one in text or one[:8] in text for one in ids for text in values)
