"""Who can really open, and whether anything may come in."""

import pytest
from kit.newcomers import invited
from kit.people import forgot
from kit.signals import a_signal
from kit.town import Town
from sqlalchemy import delete, update

from signalering.domain.errors import IntakeClosed
from signalering.domain.lifecycles import AccountState, EpochState, KeyGroup
from signalering.domain.states import Hat
from signalering.domain.views.keys.coverage import KeyNotice, KeyNoticeKind
from signalering.models.accounts.account import Account
from signalering.models.keys.group import Grant, GroupEpoch
from signalering.models.keys.user import UserWrap
from signalering.services.keys.coverage import holders, last_holder_of, require_intake
from signalering.services.keys.notices import key_notices
from signalering.services.signals.log import log


def kinds(town: Town, key: str) -> set[KeyNotice]:
    with town.work(key, writes=False) as work:
        return set(key_notices(work))


FEW_OF_AUDIT = KeyNotice(KeyNoticeKind.FEW_HOLDERS, "audit")
FEW = KeyNotice(KeyNoticeKind.FEW_HOLDERS, "casework")


def test_a_holder_is_active_and_can_unlock(town: Town) -> None:
    both = {town.people[key].account_id for key in ("coordinator", "other_coordinator")}
    with town.work() as work:
        assert holders(work, KeyGroup.CASEWORK) == both
        assert last_holder_of(work, town.people["coordinator"].account_id) == ()
        officer = town.people["privacy_officer"].account_id
        assert last_holder_of(work, officer) == (KeyGroup.AUDIT,)
        work.keys.execute(
            delete(UserWrap).where(UserWrap.account_id == town.people["coordinator"].account_id)
        )
        other = town.people["other_coordinator"].account_id
        assert holders(work, KeyGroup.CASEWORK) == {other}
        assert last_holder_of(work, other, lock=True) == (KeyGroup.CASEWORK,)


def test_nothing_comes_in_that_nobody_could_open(town: Town) -> None:
    with town.committed() as work:
        require_intake(work)
        work.keys.execute(delete(UserWrap))
    with town.work("worker") as work, pytest.raises(IntakeClosed):
        log(work, a_signal())


def test_nothing_comes_in_without_an_open_key(town: Town) -> None:
    with town.committed() as work:
        work.keys.execute(
            update(GroupEpoch)
            .where(GroupEpoch.group == "casework")
            .values(state=EpochState.CLOSED.value)
        )
    with town.work(writes=False) as work, pytest.raises(IntakeClosed):
        require_intake(work)


def test_who_can_mend_it_is_told_of_too_few(town: Town) -> None:
    assert kinds(town, "worker") == set()
    assert kinds(town, "coordinator") == set()
    assert kinds(town, "administrator") == {FEW_OF_AUDIT}
    assert kinds(town, "privacy_officer") == {FEW_OF_AUDIT}
    with town.committed() as work:
        work.data.execute(
            update(Account)
            .where(Account.id == town.people["coordinator"].account_id)
            .values(state=AccountState.DEACTIVATED.value)
        )
    assert kinds(town, "other_coordinator") == {FEW}
    assert kinds(town, "administrator") == {FEW, FEW_OF_AUDIT}
    assert kinds(town, "manager") == set()


def test_who_waits_and_who_can_help_are_told(town: Town) -> None:
    invited(town, "newcomer", Hat.COORDINATOR)
    assert kinds(town, "newcomer") == {KeyNotice(KeyNoticeKind.KEY_NOT_GRANTED, "casework")}
    assert kinds(town, "coordinator") == {KeyNotice(KeyNoticeKind.COLLEAGUES_WAIT, "casework")}


def test_a_reporter_who_forgot_is_told_that_signals_wait(town: Town) -> None:
    forgot(town, "worker")
    assert kinds(town, "worker") == {KeyNotice(KeyNoticeKind.OLD_SIGNALS_WAIT)}
    assert kinds(town, "coordinator") == {KeyNotice(KeyNoticeKind.REPORTERS_WAIT)}


def test_who_lost_the_key_while_it_was_waited_for_holds_nothing(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A colleague was reset at the same time: still active, so only the grant tells."""
    gone = town.people["coordinator"].account_id
    with town.work() as work:
        execute = work.data.execute

        def waits(statement: object, *rest: object, **more: object) -> object:
            work.keys.execute(delete(Grant).where(Grant.account_id == gone))
            return execute(statement, *rest, **more)

        monkeypatch.setattr(work.data, "execute", waits)
        left = {town.people["other_coordinator"].account_id}
        assert holders(work, KeyGroup.CASEWORK, lock=True) == left
