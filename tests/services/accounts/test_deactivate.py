"""Somebody leaves: nothing opens any more, and nothing stays without a queue."""

from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from kit.cases import case_row, opened
from kit.newcomers import invited
from kit.partners import stopped
from kit.people import account_of
from kit.signals import row_of, taken
from kit.town import Town
from kit.trail import entries
from sqlalchemy import func, select, update

from signalering.domain.errors import Denied, InvalidInput, NotAllowedNow, NotFound
from signalering.domain.lifecycles import AccountState, EpochState, KeyGroup, MailKind
from signalering.domain.states import Hat, SignalState
from signalering.models.keys.group import Grant, GroupEpoch
from signalering.models.keys.user import Credential, UserWrap
from signalering.models.network.outbox import OutboxMail
from signalering.models.signals.signal import Signal
from signalering.services.accounts.deactivate import deactivate, leaving
from signalering.services.accounts.reactivate import reactivate
from signalering.services.keys.coverage import holders
from signalering.services.keys.grant import grant
from signalering.services.keys.rotate import begin
from signalering.services.signals.take import take


def left(town: Town, key: str = "coordinator") -> None:
    with town.committed("administrator") as work:
        deactivate(work, town.people[key].account_id)


def refused(town: Town, key: str, by: str = "administrator") -> str:
    with town.work(by) as work, pytest.raises(InvalidInput) as error:
        deactivate(work, town.people[key].account_id)
    return error.value.code


def test_nothing_that_opens_is_left(town: Town) -> None:
    person = town.people["coordinator"]
    left(town)
    account = account_of(town, "coordinator")
    assert account.state == AccountState.DEACTIVATED
    assert account.session_epoch == 1
    with town.work(writes=False) as work:
        for table in (Credential, UserWrap, Grant):
            rows = select(func.count()).where(table.account_id == person.account_id)
            assert work.keys.scalar(rows) == 0, table


def test_open_work_goes_back_to_the_queues(town: Town) -> None:
    signal_id, case_id = taken(town), opened(town)
    version = case_row(town, case_id).version
    with town.work("administrator", writes=False) as work:
        view = leaving(work, town.people["coordinator"].account_id)
    assert (view.signals, view.cases, view.can_go) == (1, 1, True)
    left(town)
    signal, case = row_of(town, signal_id), case_row(town, case_id)
    assert (signal.state, signal.owner_id) == (SignalState.NEW, None)
    assert signal.deadline_on is not None
    assert (case.owner_id, case.version) == (None, version + 1)


def test_a_signal_that_waits_for_an_answer_can_be_taken_by_a_colleague(town: Town) -> None:
    signal_id = taken(town)
    with town.committed() as work:
        work.data.execute(
            update(Signal)
            .where(Signal.id == signal_id)
            .values(state=SignalState.QUESTION_ASKED.value)
        )
    left(town)
    with town.committed("other_coordinator") as work:
        take(work, signal_id)
    signal = row_of(town, signal_id)
    assert signal.state == SignalState.QUESTION_ASKED
    assert signal.owner_id == town.people["other_coordinator"].account_id


def test_a_rotation_is_asked_for_and_the_few_that_are_left_hear_of_it(town: Town) -> None:
    left(town)
    with town.work(writes=False) as work:
        due = work.keys.scalar(
            select(GroupEpoch.rotation_due).where(
                GroupEpoch.group == "casework", GroupEpoch.state == EpochState.OPEN
            )
        )
        told = set(
            work.data.scalars(
                select(OutboxMail.account_id).where(
                    OutboxMail.kind == MailKind.KEY_HOLDERS_FEW.value
                )
            )
        )
        assert holders(work, KeyGroup.CASEWORK) == {town.people["other_coordinator"].account_id}
    assert due is True
    assert told == {town.people[key].account_id for key in ("other_coordinator", "administrator")}


def test_it_is_accounted_for_once_with_counts(town: Town) -> None:
    taken(town)
    left(town)
    (entry,) = entries(town, "account_deactivated")
    assert entry["object"] == str(town.people["coordinator"].account_id)
    assert entry["details"] == {"signals": "1", "cases": "0"}


def test_the_last_holder_stays(town: Town) -> None:
    left(town)
    assert refused(town, "other_coordinator") == "last_key_holder"
    assert refused(town, "privacy_officer") == "last_key_holder"
    newcomer = invited(town, "newcomer", Hat.COORDINATOR)
    assert refused(town, "other_coordinator") == "last_key_holder"
    with town.committed("other_coordinator") as work:
        grant(work, "casework", newcomer.account_id)
    left(town, "other_coordinator")


def test_nobody_deactivates_oneself_and_so_an_administrator_always_stays(town: Town) -> None:
    assert refused(town, "administrator") == "own_account"
    invited(town, "second", Hat.ADMINISTRATOR)
    assert refused(town, "second", "second") == "own_account"
    with town.committed("second") as work:
        deactivate(work, town.people["administrator"].account_id)
    assert refused(town, "second", "second") == "own_account"


def test_only_an_administrator_does_it(town: Town) -> None:
    for key in ("worker", "coordinator", "manager", "privacy_officer"):
        with town.work(key) as work, pytest.raises(Denied):
            deactivate(work, town.people["other_worker"].account_id)


def test_who_is_gone_or_unknown_cannot_go(town: Town) -> None:
    left(town, "worker")
    with town.work("administrator") as work, pytest.raises(NotAllowedNow):
        deactivate(work, town.people["worker"].account_id)
    with town.work("administrator") as work, pytest.raises(NotFound):
        deactivate(work, uuid4())


def test_coming_back_is_a_new_invitation(town: Town) -> None:
    left(town)
    account_id = town.people["coordinator"].account_id
    with town.committed("administrator") as work:
        reactivate(work, account_id)
    assert account_of(town, "coordinator").state == AccountState.INVITED
    with town.work(writes=False) as work:
        mails = work.data.scalars(
            select(OutboxMail.kind).where(OutboxMail.account_id == account_id)
        ).all()
        assert MailKind.INVITATION.value in mails
        assert account_id not in holders(work, KeyGroup.CASEWORK)
    with town.work("administrator") as work, pytest.raises(NotAllowedNow):
        reactivate(work, account_id)


def test_nobody_comes_back_to_an_organisation_that_stopped(town: Town) -> None:
    left(town, "worker")
    stopped(town)
    with town.work("administrator") as work, pytest.raises(InvalidInput, match="partner_stopped"):
        reactivate(work, town.people["worker"].account_id)


def test_who_leaves_while_a_rotation_begins_gets_no_grant_of_it(town: Town) -> None:
    gone = town.people["other_coordinator"].account_id
    with ThreadPoolExecutor(1) as pool:
        with town.work("coordinator") as work:
            begin(work, KeyGroup.CASEWORK)
            leaving_now = pool.submit(left, town, "other_coordinator")
            with pytest.raises(TimeoutError):
                leaving_now.result(0.5)
            work.commit()
        leaving_now.result(20)
    with town.work(writes=False) as work:
        assert work.keys.scalars(select(Grant).where(Grant.account_id == gone)).all() == []
        [epoch] = work.keys.scalars(
            select(GroupEpoch).where(
                GroupEpoch.group == KeyGroup.CASEWORK, GroupEpoch.state == EpochState.OPEN
            )
        )
        assert epoch.rotation_due, "the one who left saw the new key"
