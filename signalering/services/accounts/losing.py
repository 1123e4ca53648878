"""What somebody loses who leaves, or changes hats: log-in, keys, work in hand."""

from uuid import UUID

from sqlalchemy import CursorResult, delete, select, update

from signalering.domain.errors import InvalidInput
from signalering.domain.flows import signal as flow
from signalering.domain.flows.table import By
from signalering.domain.lifecycles import AccountState, KeyGroup
from signalering.domain.states import Hat, SignalState
from signalering.models.accounts.account import Account, AccountHat
from signalering.models.cases.case import Case
from signalering.models.keys.group import Grant, GroupEpoch
from signalering.models.keys.passkey import Passkey
from signalering.models.keys.user import Credential, UserWrap
from signalering.models.signals.signal import Signal
from signalering.services.accounts.calendar_stop import shut
from signalering.services.cases.unfinished import unfinished
from signalering.services.keys.coverage import tell_when_few
from signalering.services.keys.epochs import READABLE
from signalering.services.keys.rotate import ask_for_rotation
from signalering.services.work import Work


def destroy_log_in(work: Work, account_id: UUID) -> None:
    """Proof and every wrap of the user secret; the public key stays, for attribution.

    Whoever had the log-in may have made an address for a calendar: that goes too.
    """
    for table in (Credential, UserWrap, Passkey):
        work.keys.execute(delete(table).where(table.account_id == account_id))
    shut(work, account_id)


def destroy_grants(work: Work, account_id: UUID, *groups: KeyGroup) -> None:
    """Grants of these groups (of all when none is named), under every epoch.

    Whoever had one may remember the key: a rotation is asked of the holders that are left, and
    they hear of it when they are few.
    """
    for group in groups or KeyGroup:
        # A rotation that begins at this moment is waited for, or it would grant once more.
        held = GroupEpoch.group == group.value, GroupEpoch.state.in_(READABLE)
        work.keys.execute(select(GroupEpoch.id).where(*held).with_for_update()).all()
        epochs = select(GroupEpoch.id).where(GroupEpoch.group == group.value)
        gone = work.keys.scalars(
            delete(Grant)
            .where(Grant.account_id == account_id, Grant.epoch_id.in_(epochs))
            .returning(Grant.epoch_id)
        ).all()
        if gone:
            ask_for_rotation(work, group)
            tell_when_few(work, group)


def open_work_of(work: Work, account_id: UUID) -> tuple[int, int]:
    """How many signals and cases that are not done with lie in this person's hands."""
    signals = work.data.scalars(select(Signal.id).where(Signal.owner_id == account_id)).all()
    cases = work.data.scalars(
        select(Case.id).where(Case.owner_id == account_id, unfinished())
    ).all()
    return len(signals), len(cases)


def hand_back_all(work: Work, account_id: UUID) -> tuple[int, int]:
    """Put the person's signals and cases back where every coordinator sees them; their deadlines

    run on. A signal that waits for an answer keeps waiting, without owner: any coordinator can
    take it. No key is open here, so no word is added to a thread. Gives both counts.
    """
    flow.check(SignalState.IN_TRIAGE, SignalState.NEW, By.SYSTEM)
    signals = _changed(
        work.data.execute(
            update(Signal)
            .where(Signal.owner_id == account_id, Signal.state == SignalState.IN_TRIAGE.value)
            .values(state=SignalState.NEW.value, owner_id=None)
            .execution_options(synchronize_session=False)
        )
    )
    signals += _changed(
        work.data.execute(
            update(Signal)
            .where(Signal.owner_id == account_id)
            .values(owner_id=None)
            .execution_options(synchronize_session=False)
        )
    )
    cases = _changed(
        work.data.execute(
            update(Case)
            .where(Case.owner_id == account_id, unfinished())
            .values(owner_id=None, handed_over=None, version=Case.version + 1)
            .execution_options(synchronize_session=False)
        )
    )
    return signals, cases


def is_last_administrator(work: Work, account_id: UUID) -> bool:
    """Whether nobody would be administrator any more without this account; locks them all."""
    administrators = (
        select(Account.id)
        .join(AccountHat, AccountHat.account_id == Account.id)
        .where(
            Account.state == AccountState.ACTIVE,
            AccountHat.hat == Hat.ADMINISTRATOR.value,
        )
        .order_by(Account.id)
    )
    return set(work.data.scalars(administrators.with_for_update(of=Account))) == {account_id}


def require_other_administrator(work: Work, account_id: UUID) -> None:
    """Raise InvalidInput when this account is the only administrator."""
    if is_last_administrator(work, account_id):
        raise InvalidInput("account", "last_administrator")


def _changed(result: object) -> int:
    return result.rowcount if isinstance(result, CursorResult) else 0
