"""Signals go to a colleague: all that were ticked or none, new ones and one's own."""

from dataclasses import replace
from uuid import UUID, uuid4

import pytest
from kit.newcomers import invited
from kit.signals import logged, row_of, taken
from kit.town import Town
from kit.trail import entries
from sqlalchemy import select

from signalering.domain.commands.signals.assign import AssignSignals
from signalering.domain.commands.signals.inbox import AskInbox, InboxFilter, Narrowing
from signalering.domain.errors import Denied, DomainError, InvalidInput, NotAllowedNow, NotFound
from signalering.domain.states import Hat, ReporterStatus, SignalState
from signalering.models.network.outbox import OutboxMail
from signalering.services.signals.assign import assign, colleagues
from signalering.services.signals.inbox import inbox
from signalering.services.signals.mine import mine


def to(town: Town, key: str, *signal_ids: UUID) -> AssignSignals:
    return AssignSignals(signal_ids, town.people[key].account_id)


def test_new_ones_are_taken_in_hand_for_a_colleague(town: Town) -> None:
    ids = [logged(town), logged(town)]
    with town.committed("coordinator") as work:
        assert assign(work, to(town, "other_coordinator", *ids, ids[0])) == 2
    colleague = town.people["other_coordinator"].account_id
    for one in ids:
        row = row_of(town, one)
        assert (row.state, row.owner_id) == (SignalState.IN_TRIAGE, colleague)
    told = entries(town, "signal_assigned")
    assert [one["details"] for one in told] == [{"account_id": str(colleague)}] * 2
    with town.work(writes=False) as work:
        receivers = set(work.data.scalars(select(OutboxMail.account_id)))
    assert colleague in receivers
    assert town.people["coordinator"].account_id not in receivers


def test_its_reporter_sees_that_it_was_picked_up(file_town: Town) -> None:
    one = logged(file_town)
    with file_town.committed("coordinator") as work:
        assign(work, to(file_town, "other_coordinator", one))
    moment = file_town.clock.now()
    file_town.clock.move_to(moment.replace(day=moment.day + 2))
    with file_town.work("worker", writes=False) as work:
        assert [row.status for row in mine(work)] == [ReporterStatus.PICKED_UP]


def test_ones_own_go_over_as_they_stand(town: Town) -> None:
    one = taken(town)
    before = row_of(town, one)
    with town.committed("coordinator") as work:
        assign(work, to(town, "other_coordinator", one))
    after = row_of(town, one)
    assert after.owner_id == town.people["other_coordinator"].account_id
    assert (after.state, after.deadline_on) == (before.state, before.deadline_on)


def test_a_colleagues_or_a_finished_one_takes_none_along(town: Town) -> None:
    fresh, theirs = logged(town), taken(town, "other_coordinator")
    with town.work("coordinator") as work, pytest.raises(NotAllowedNow):
        assign(work, to(town, "coordinator", fresh, theirs))
    assert row_of(town, fresh).state == SignalState.NEW


def test_who_cant_open_it_can_have_none(file_town: Town) -> None:
    fresh = logged(file_town)
    invited(file_town, "newcomer", Hat.COORDINATOR)
    with file_town.work("coordinator") as work:
        for key in ("newcomer", "worker", "manager"):
            with pytest.raises(InvalidInput):
                assign(work, to(file_town, key, fresh))
        names = [one.name for one in colleagues(work)]
    assert names == ["Coby Dinator", "Cor Dinator"]
    with file_town.work("worker") as work, pytest.raises(Denied):
        assign(work, to(file_town, "coordinator", fresh))


@pytest.mark.parametrize("count", [0, 51])
def test_some_and_not_too_many(file_town: Town, count: int) -> None:
    ids = tuple(uuid4() for _ in range(count))
    with file_town.work("coordinator") as work, pytest.raises(InvalidInput):
        assign(work, replace(to(file_town, "coordinator"), signal_ids=ids))


def test_an_unknown_one_is_not_found(file_town: Town) -> None:
    with file_town.work("coordinator") as work, pytest.raises(NotFound):
        assign(work, to(file_town, "coordinator", uuid4()))


def test_of_two_who_assign_at_once_one_is_too_late(town: Town) -> None:
    one = logged(town)
    with town.committed("coordinator") as work:
        assign(work, to(town, "coordinator", one))
    with town.work("other_coordinator") as work, pytest.raises(DomainError):
        assign(work, to(town, "other_coordinator", one))
    assert row_of(town, one).owner_id == town.people["coordinator"].account_id


def test_the_inbox_shows_a_part_alone(file_town: Town) -> None:
    one = logged(file_town)
    row = row_of(file_town, one)
    for only, count in (
        (Narrowing(area=row.area, age_band=row.age_band), 1),
        (Narrowing(reporter_group=row.reporter_group, request=row.request), 1),
        (Narrowing(area=row.area, age_band="18-34"), 0),
    ):
        with file_town.work("coordinator") as work:
            view = inbox(work, AskInbox(InboxFilter.NEW, only=only))
        assert len(view.rows) == count
        assert view.counts[InboxFilter.NEW] == 1
