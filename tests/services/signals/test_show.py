"""Reading a signal is an act: a coordinator's, and it leaves its entry."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest
from kit.cards import left, with_card
from kit.signals import a_signal, logged, row_of, taken, with_details
from kit.town import Town
from sqlalchemy import func, select

from signalering.domain.commands.signals.close import CloseSignal
from signalering.domain.errors import Denied, NotFound
from signalering.domain.states import Hat
from signalering.domain.views.signals.show import SignalRecord, WaitingDetails
from signalering.models.accounts.account import AccountHat
from signalering.models.audit.segment import AuditEntry
from signalering.services.signals.close import close
from signalering.services.signals.show import open_record
from signalering.services.signals.withdraw import withdraw


def read(town: Town, signal_id: UUID, key: str = "coordinator") -> SignalRecord:
    with town.committed(key) as work:
        return open_record(work, signal_id)


def entries(town: Town) -> int:
    with town.work(writes=False) as work:
        return work.data.scalar(select(func.count()).select_from(AuditEntry)) or 0


def test_a_coordinator_reads_words_reporter_and_which_details_wait(town: Town) -> None:
    signal_id = logged(town, command=with_details())
    before = entries(town)
    record = read(town, signal_id)
    assert entries(town) == before + 1
    assert record.note == "Zit veel binnen en mist de buren."
    assert (record.reporter.name, record.reporter.partner) == ("Wil Melder", "Praktijk De Kas")
    assert record.details == WaitingDetails(
        phone=True, email=False, address=False, lapses_on=date(2026, 12, 23)
    )
    assert "Truida" not in repr(record)
    assert "0174" not in repr(record)
    assert (record.allowed.take, record.allowed.keep, record.allowed.reopen) == (True, False, False)


def test_what_one_may_do_depends_on_who_has_it(town: Town) -> None:
    signal_id = taken(town)
    assert read(town, signal_id).allowed.keep
    other = read(town, signal_id, "other_coordinator")
    assert (other.allowed.keep, other.allowed.take, other.owner) == (False, False, "Cor Dinator")


def test_nobody_else_opens_it_and_nothing_is_said_of_what_is_missing(file_town: Town) -> None:
    signal_id = logged(file_town)
    for key in ("worker", "manager", "administrator", "privacy_officer"):
        with file_town.work(key) as work, pytest.raises(Denied):
            open_record(work, signal_id)
    with file_town.work("coordinator") as work, pytest.raises(NotFound):
        open_record(work, UUID(int=7))


def test_a_coordinator_in_another_hat_is_nobody_here(file_town: Town) -> None:
    signal_id = logged(file_town)
    with file_town.committed() as work:
        account_id = file_town.people["coordinator"].account_id
        work.data.add(AccountHat(account_id=account_id, hat=Hat.FRONTLINE))
    with file_town.work("coordinator") as work:
        work.actor = replace(work.by(), hat=Hat.FRONTLINE)
        with pytest.raises(Denied):
            open_record(work, signal_id)


@pytest.mark.parametrize(
    ("day", "changes", "similar"),
    [
        (datetime(2026, 10, 26, 12, tzinfo=UTC), {}, True),
        (datetime(2026, 10, 25, 12, tzinfo=UTC), {}, False),
        (datetime(2026, 11, 23, 12, tzinfo=UTC), {"place": "s-gravenzande"}, True),
        (datetime(2026, 11, 23, 12, tzinfo=UTC), {"place": "monster"}, False),
        (datetime(2026, 11, 23, 12, tzinfo=UTC), {"age_band": "65-74"}, False),
    ],
)
def test_similar_is_same_area_same_age_within_four_weeks(
    file_town: Town, day: datetime, changes: dict[str, Any], similar: bool
) -> None:
    signal_id = logged(file_town)
    file_town.clock.move_to(day)
    other = logged(file_town, "other_worker", a_signal(**changes))
    found = [one.signal_id for one in read(file_town, signal_id).similar]
    assert found == ([other] if similar else [])


def test_what_was_withdrawn_is_similar_to_nothing(file_town: Town) -> None:
    signal_id, other = logged(file_town), logged(file_town)
    with file_town.committed("worker") as work:
        withdraw(work, other)
    assert read(file_town, signal_id).similar == ()


@pytest.mark.parametrize(
    ("day", "similar"),
    [
        (datetime(2026, 10, 20, 12, tzinfo=UTC), False),  # its month begins within reach, it not
        (datetime(2026, 10, 28, 12, tzinfo=UTC), True),  # its month begins too early, it not
        (datetime(2026, 11, 20, 12, tzinfo=UTC), True),
    ],
)
def test_what_came_back_is_similar_by_the_day_in_its_seal(
    file_town: Town, day: datetime, similar: bool
) -> None:
    """In clear it has a month, until somebody takes it: the first of it is no day of its own."""
    file_town.clock.move_to(day)
    other, code = with_card(file_town, in_triage=True)
    with file_town.committed("coordinator") as work:
        close(work, CloseSignal(other, "advice_given"))
    file_town.clock.move_to(datetime(2026, 11, 23, 12, tzinfo=UTC))
    left(file_town, code)
    assert row_of(file_town, other).registered_on.day == 1
    found = read(file_town, logged(file_town)).similar
    assert [(one.signal_id, one.registered_on, one.by_month) for one in found] == (
        [(other, day.date(), False)] if similar else []
    )


def test_of_a_finished_one_the_month_is_shown(file_town: Town) -> None:
    other = taken(file_town)
    with file_town.committed("coordinator") as work:
        close(work, CloseSignal(other, "advice_given"))
    (found,) = read(file_town, logged(file_town)).similar
    assert (found.registered_on, found.by_month) == (date(2026, 11, 1), True)


def test_a_first_of_the_month_is_a_day_like_others(file_town: Town) -> None:
    file_town.clock.move_to(datetime(2026, 11, 1, 12, tzinfo=UTC))
    other = logged(file_town)
    file_town.clock.move_to(datetime(2026, 11, 23, 12, tzinfo=UTC))
    (found,) = read(file_town, logged(file_town)).similar
    assert (found.signal_id, found.registered_on, found.by_month) == (
        other,
        date(2026, 11, 1),
        False,
    )
