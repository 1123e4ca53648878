"""What is due and was noticed goes, key first, and nothing else."""

from datetime import date, timedelta

from kit.cases import case_row, closed_case, contact_row, do, opened
from kit.dump import steal
from kit.retention import (
    closed_signal,
    day_by_day,
    held,
    noticed,
    notices,
    on,
    ran_on,
    unlocked,
)
from kit.signals import details_at, logged, row_of, taken, with_details
from kit.town import Town
from kit.trail import entries
from sqlalchemy import select, update

from signalering.domain.retention import Erasable, HoldFor, RunWay
from signalering.domain.states import CaseOutcome
from signalering.models.cases.case import Case
from signalering.models.retention.run import ErasureCount, ErasureRun
from signalering.models.signals.signal import Signal
from signalering.services.cases.open import open as open_case
from signalering.services.cases.show import open_record
from signalering.services.retention.erase_case import erase_case
from signalering.services.retention.run import run

# Logged on 23 November 2026: kept through November 2028.
SIGNAL_LAST = date(2028, 11, 30)
# Closed on 23 November 2026: kept through February, or November 2027.
CASE_LAST = {
    CaseOutcome.OWN_STRENGTH: date(2027, 2, 28),
    CaseOutcome.LINKED_AND_STARTED: date(2027, 11, 30),
}
A_DAY = timedelta(days=1)


def tables_with(town: Town, object_id: object) -> set[str]:
    loot = steal(town.house)
    return {
        name
        for name, rows in loot.tables.items()
        for row in rows
        if object_id in row.values() and name != "tombstone"
    }


def test_a_signal_goes_with_all_that_hangs_on_it(town: Town) -> None:
    signal_id = taken(town, command=with_details(no_names=()))
    closed_signal(town, signal_id)
    details = details_at(town, signal_id)
    assert details is not None
    row = row_of(town, signal_id)
    keys = {row.thread_key_id, row.triage_key_id}
    ran_on(town, SIGNAL_LAST - 14 * A_DAY)
    assert noticed(town)[signal_id] == (SIGNAL_LAST, SIGNAL_LAST - 14 * A_DAY)
    ran_on(town, SIGNAL_LAST)
    assert tables_with(town, signal_id) > {"signal", "thread_entry", "triage_entry"}
    ran_on(town, SIGNAL_LAST + A_DAY)
    assert tables_with(town, signal_id) == set()
    loot = steal(town.house)
    assert not keys & {one["key_id"] for one in loot.keystore["wrap"]}
    assert keys | {signal_id} <= {one["key_id"] for one in loot.keystore["tombstone"]}
    assert details_at(town, signal_id) is None
    assert tables_with(town, details.id) == set()


def test_who_still_works_on_it_keeps_it(town: Town) -> None:
    signal_id = taken(town)
    ran_on(town, SIGNAL_LAST - 14 * A_DAY, SIGNAL_LAST + A_DAY)
    assert noticed(town) == {}
    assert row_of(town, signal_id)


def test_details_that_nobody_opened_go_after_their_days_and_the_signal_stays(town: Town) -> None:
    signal_id = logged(town, command=with_details())
    details = details_at(town, signal_id)
    assert details is not None
    last = town.clock.today() + 30 * A_DAY
    assert details.lapses_on == last
    ran_on(town, last - 14 * A_DAY, last)
    assert details_at(town, signal_id) is not None
    ran_on(town, last + A_DAY)
    assert details_at(town, signal_id) is None
    assert row_of(town, signal_id)
    (entry,) = entries(town, "retention_erased")
    assert entry["details"] == {"erased": "details", "count": "1"}


def test_a_closed_case_goes_on_its_day_and_a_live_one_stays(town: Town) -> None:
    short = closed_case(town, CaseOutcome.OWN_STRENGTH)
    live = opened(town)
    contact = contact_row(town, short)
    assert contact is not None
    last = CASE_LAST[CaseOutcome.OWN_STRENGTH]
    ran_on(town, last - 14 * A_DAY, last)
    assert case_row(town, short)
    ran_on(town, last + A_DAY)
    assert tables_with(town, short) == tables_with(town, contact.id) == set()
    with town.committed("coordinator") as work:
        assert open_record(work, live).contact is not None


def test_noticed_late_it_goes_late(town: Town) -> None:
    """However long over its term: two weeks are two weeks."""
    case_id = closed_case(town)
    day = date(2028, 1, 10)
    day_by_day(town, date(2026, 11, 25))
    ran_on(town, day, day + 13 * A_DAY)
    assert case_row(town, case_id)
    ran_on(town, day + 14 * A_DAY)
    assert tables_with(town, case_id) == set()


def test_a_loop_that_stood_still_erases_nothing_on_its_first_day(town: Town) -> None:
    case_id = closed_case(town)
    last = CASE_LAST[CaseOutcome.OWN_STRENGTH]
    ran_on(town, last - 14 * A_DAY, last + 20 * A_DAY)
    assert case_row(town, case_id)
    ran_on(town, last + 21 * A_DAY)
    assert tables_with(town, case_id) == set()


def test_a_clock_that_ran_ahead_erases_nothing_when_it_is_set_back(town: Town) -> None:
    case_id = closed_case(town)
    today = town.clock.today()
    ran_on(town, date(2029, 6, 1))
    assert case_id in noticed(town)
    ran_on(town, today, today + A_DAY)
    assert noticed(town) == {}
    last = CASE_LAST[CaseOutcome.OWN_STRENGTH]
    ran_on(town, last - 14 * A_DAY, last)
    assert case_row(town, case_id)
    ran_on(town, last + A_DAY)
    assert tables_with(town, case_id) == set()


def test_a_signal_stays_while_its_case_does_and_is_let_go_with_all_others(town: Town) -> None:
    signal_id = taken(town, command=with_details())
    case_id = do(town, lambda work: open_case(work, signal_id))
    # Nobody unlocks for years: still nothing tells that the case is gone.
    ran_on(town, date(2030, 5, 1), date(2030, 5, 2), date(2030, 5, 16))
    assert row_of(town, signal_id)
    unlocked(town)
    assert row_of(town, signal_id).hold_until == date(2030, 12, 31)
    with town.committed("coordinator") as work:
        erase_case(work, work.data.get_one(Case, case_id).reference)
    on(town, date(2030, 7, 1))
    unlocked(town)
    assert row_of(town, signal_id).hold_until is None
    ran_on(town, date(2030, 7, 1), date(2030, 7, 14), date(2030, 7, 15))
    assert tables_with(town, signal_id) == set()


def test_a_hold_puts_it_off_and_ends_by_itself(town: Town) -> None:
    case_id = closed_case(town)
    last = CASE_LAST[CaseOutcome.OWN_STRENGTH]
    ran_on(town, last - 14 * A_DAY)
    assert case_id in noticed(town)
    held(town, Erasable.CASE, case_row(town, case_id).reference, HoldFor.MONTHS_1)
    assert noticed(town) == {}
    ended = date(2027, 3, 31)
    ran_on(town, last + A_DAY, ended - 15 * A_DAY)
    assert noticed(town) == {}
    ran_on(town, ended - 14 * A_DAY, ended)
    assert case_row(town, case_id)
    ran_on(town, ended + A_DAY)
    assert tables_with(town, case_id) == set()


def test_what_changes_after_the_notice_counts(town: Town) -> None:
    """Between the notice and the run somebody reopened it: asked again, it may not go."""
    case_id = closed_case(town)
    last = CASE_LAST[CaseOutcome.OWN_STRENGTH]
    ran_on(town, last - 14 * A_DAY, last)
    on(town, last + A_DAY)
    with town.committed() as work:
        work.data.execute(update(Case).values(restricted=True))
    assert run(town.house, RunWay.COMMAND) == ()
    assert case_row(town, case_id)


def test_a_run_is_counted_by_kind_and_month(town: Town) -> None:
    closed_case(town)
    closed_case(town)
    last = CASE_LAST[CaseOutcome.OWN_STRENGTH]
    day_by_day(town, town.clock.today() + A_DAY)
    with town.committed() as work:
        work.data.execute(update(Signal).values(hold_until=None))
    ran_on(town, last - 14 * A_DAY, last, last + A_DAY)
    with town.work(writes=False) as work:
        (one,) = work.data.scalars(select(ErasureRun)).all()
        (count,) = work.data.scalars(select(ErasureCount)).all()
        work.data.expunge_all()
    assert (one.way, one.began_on, one.ended_on) == ("daily", last + A_DAY, last + A_DAY)
    assert (count.object_kind, count.month, count.objects) == ("case", date(2027, 2, 1), 2)
    assert count.keys_erased == 4
    assert count.rows_erased > 4


def test_notice_is_given_once_and_with_a_mail(town: Town) -> None:
    closed_case(town)
    on(town, CASE_LAST[CaseOutcome.OWN_STRENGTH] - 14 * A_DAY)
    assert notices(town) == 1
    assert notices(town) == 0
    mails = [row["kind"] for row in steal(town.house).data["outbox_mail"]]
    assert mails.count("erasure_notice") == 1
