"""Facts wait sealed, move once a month, and carry nothing finer than the quarter."""

import json
import threading
from datetime import date, timedelta

import pytest
from kit.figures import a_fact, at, pended, settled, signals
from kit.town import Town
from sqlalchemy import select

from signalering.domain.outcomes import OutcomeClass
from signalering.domain.states import CaseOutcome, StatisticsEvent
from signalering.models.columns import DATA, Kind
from signalering.models.keys.group import GroupEpoch, Wrap
from signalering.models.statistics.fact import FactMove, PendingFact, StatFact
from signalering.models.statistics.release import Release
from signalering.services.sealing import forget_key, open_key, open_payload
from signalering.services.statistics._due import fix_plans
from signalering.services.statistics._plan_rows import hold_years
from signalering.services.statistics.move import move_waiting
from signalering.services.statistics.pend import FACT_SIZE, slot_of
from signalering.services.work import open_work
from signalering.vault.seals import seal_fixed
from signalering.vault.wraps import Purpose

PICKED_UP = StatisticsEvent.PICKED_UP


def move(town: Town, key: str = "coordinator") -> int:
    with town.committed(key) as work:
        return move_waiting(work)


def moved(town: Town) -> list[StatFact]:
    with town.work(writes=False) as work:
        rows = list(work.data.scalars(select(StatFact)))
        work.data.expunge_all()
        return rows


def waiting(town: Town) -> int:
    with town.work(writes=False) as work:
        return len(work.data.scalars(select(PendingFact)).all())


def test_what_waits_is_sealed_and_all_of_one_size(town: Town) -> None:
    pended(town, [a_fact(PICKED_UP)], Purpose.TRIAGE)
    pended(
        town,
        [a_fact(StatisticsEvent.CLOSED, CaseOutcome.LINKED_NOT_STARTED, area="s-gravenzande")],
    )
    with town.work(writes=False) as work:
        sealed = [fact.sealed for fact in work.data.scalars(select(PendingFact))]
    assert len({len(blob) for blob in sealed}) == 1
    assert not any(b"de-lier" in blob or b"picked" in blob for blob in sealed)


def test_facts_of_signals_and_cases_move_in_codes(town: Town) -> None:
    pended(town, [a_fact(PICKED_UP, registered_in="2026Q3")], Purpose.TRIAGE)
    pended(town, [a_fact(StatisticsEvent.CLOSED, CaseOutcome.DECEASED)])
    assert move(town) == 2
    rows = {row.event: row for row in moved(town)}
    assert rows["picked_up"].registered_in == "2026Q3"
    assert {row.period for row in rows.values()} == {"2026Q4"}
    assert rows["closed"].outcome == OutcomeClass.ENDED_OTHERWISE, "no finer than its class"
    assert waiting(town) == 0


def test_what_waits_since_before_days_were_kept_moves_without(town: Town) -> None:
    key_id = pended(town, [a_fact(PICKED_UP, days="3-5")])
    with town.committed("coordinator") as work:
        fact = work.data.scalars(select(PendingFact)).one()
        key = open_key(work, "casework", Purpose.CASE, key_id)
        payload = open_payload(key, slot_of(fact.id), fact.sealed)
        assert payload.pop("days") == "3-5"
        fact.sealed = seal_fixed(key, slot_of(fact.id), json.dumps(payload), FACT_SIZE)
    pended(town, [a_fact(StatisticsEvent.FIRST_CONTACT, days="16+")])
    assert move(town) == 2
    assert {row.event: row.days for row in moved(town)} == {
        "picked_up": None,
        "first_contact": "16+",
    }


def test_days_are_a_class_of_the_events_own_list() -> None:
    for event, days in ((PICKED_UP, "16+"), (PICKED_UP, "3"), (StatisticsEvent.CLOSED, "3-5")):
        with pytest.raises(ValueError, match="days is on no list"):
            a_fact(event, days=days)


def test_a_moved_fact_names_no_record_and_no_day(town: Town) -> None:
    key_id = pended(town, [a_fact(PICKED_UP)])
    with town.work(writes=False) as work:
        pending = work.data.scalars(select(PendingFact.id)).one()
    move(town)
    row = moved(town)[0]
    assert row.id not in (pending, key_id)
    for name, kind in DATA["stat_fact"].items():
        value = getattr(row, name)
        assert kind in (Kind.CODE, Kind.TECHNICAL, Kind.DAY)
        if kind is Kind.DAY:
            assert len(value) == len("2026Q4")


def test_the_order_of_facts_is_not_kept(town: Town) -> None:
    """Two moves of the same facts in the same order put them differently (1 in 20! else)."""
    orders = []
    for month in (11, 12):
        at(town, 2026, month, 20)
        quarters = [f"{year}Q{part}" for year in range(2021, 2026) for part in range(1, 5)]
        pended(town, [a_fact(PICKED_UP, registered_in=quarter) for quarter in quarters])
        before = {row.id for row in moved(town)}
        move(town)
        rows = sorted((row for row in moved(town) if row.id not in before), key=lambda row: row.id)
        orders.append([row.registered_in for row in rows])
    assert sorted(orders[0]) == sorted(orders[1])
    assert orders[0] != orders[1]


def test_once_a_month_and_by_coordinators_only(town: Town) -> None:
    pended(town, [a_fact(PICKED_UP)])
    for other in ("worker", "manager", "administrator", "privacy_officer"):
        assert move(town, other) == 0
    assert waiting(town) == 1
    assert move(town) == 1
    pended(town, [a_fact(PICKED_UP)])
    assert move(town, "other_coordinator") == 0, "this month's move is done"
    town.clock.move_to(town.clock.now() + timedelta(days=31))
    assert move(town, "other_coordinator") == 1


def test_two_who_log_in_at_once_count_each_fact_once(town: Town) -> None:
    pended(town, [a_fact(PICKED_UP) for _ in range(10)])
    results: list[int] = []
    barrier = threading.Barrier(2)

    def log_in(key: str) -> None:
        barrier.wait()
        results.append(move(town, key))

    threads = [threading.Thread(target=log_in, args=(key,)) for key in ("coordinator",)]
    threads.append(threading.Thread(target=log_in, args=("other_coordinator",)))
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(results) == [0, 10]
    assert len(moved(town)) == 10


def test_what_was_forgotten_is_not_counted(town: Town) -> None:
    gone = pended(town, [a_fact(PICKED_UP)])
    pended(town, [a_fact(PICKED_UP)])
    with town.committed("coordinator") as work:
        forget_key(work, gone)
    assert move(town) == 1
    assert waiting(town) == 0


def test_what_only_another_epoch_opens_waits_on(town: Town) -> None:
    key_id = pended(town, [a_fact(PICKED_UP)])
    with town.committed() as work:
        audit = work.keys.scalars(select(GroupEpoch).where(GroupEpoch.group == "audit")).one()
        work.keys.get_one(Wrap, (key_id, "casework")).epoch_id = audit.id
    assert move(town) == 0
    assert waiting(town) == 1


def test_a_damaged_fact_is_dropped_and_stops_nothing(town: Town) -> None:
    pended(town, [a_fact(PICKED_UP), a_fact(PICKED_UP)])
    with town.committed() as work:
        fact = work.data.scalars(select(PendingFact)).first()
        assert fact is not None
        fact.sealed = fact.sealed[:-1] + bytes([fact.sealed[-1] ^ 1])
    assert move(town) == 1
    assert waiting(town) == 0


def test_a_fact_of_a_released_period_falls_into_the_running_one(town: Town) -> None:
    pended(town, [a_fact(PICKED_UP)])
    at(town, 2027, 2, 1)
    with town.committed() as work:
        work.data.add(Release(period="2026H2", rung="total", verdict="{}"))
    move(town)
    assert [row.period for row in moved(town)] == ["2027Q1"]


def test_facts_wait_for_a_year_that_is_being_released(town: Town) -> None:
    """Otherwise they would come in after the count, and go uncounted or stay for ever."""
    signals(town, date(2026, 11, 2), 1)
    pended(town, [a_fact(PICKED_UP)])
    at(town, 2027, 2, 1)
    fix_plans(town.house)
    with open_work(town.house, writes=True) as work:
        hold_years(work)
        mover = threading.Thread(target=move, args=(town,))
        mover.start()
        mover.join(0.3)
        assert mover.is_alive()
        work.data.add(Release(period="2026Q4", rung="total", verdict="{}"))
        work.data.add(Release(period="2026H2", rung="total", verdict="{}"))
        work.commit()
    mover.join(30)
    assert [row.period for row in moved(town)] == ["2027Q1"]


def test_a_move_leaves_its_month_and_an_entry(town: Town) -> None:
    settled(town)
    with town.work(writes=False) as work:
        assert list(work.data.scalars(select(FactMove.month))) == ["2026-11"]
    assert town.clock.today() == date(2026, 11, 23)
