"""A swapped public key: noticed at unlock, told in a transaction of its own, ended by people.

Whoever writes to the database could else have everything sealed to a key of their own.
"""

from functools import partial
from uuid import UUID

from sqlalchemy import delete, select

from signalering.domain.access import require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.errors import CannotOpen, NotFound
from signalering.domain.lifecycles import AlarmKind
from signalering.domain.permissions import Permission
from signalering.domain.views.keys.alarm import Alarm
from signalering.models.accounts.account import Account
from signalering.models.keys.forgotten import KeyAlarm
from signalering.models.keys.group import GroupEpoch
from signalering.models.keys.user import UserKey
from signalering.services.audit.record import record
from signalering.services.work import Work
from signalering.vault import users
from signalering.vault.kinds import UserSecret


def raise_alarm(kind: AlarmKind, object_id: UUID, work: Work) -> None:
    """Write the alarm down, once."""
    if work.keys.get(KeyAlarm, (kind, object_id)) is not None:
        return
    work.keys.add(
        KeyAlarm(
            kind=kind.value,
            object_id=object_id,
            noticed_on=work.clock.today(),
            acknowledged=False,
        )
    )
    record(work, AuditAction.KEY_ALARM_RAISED, object_id, kind=kind.value)


def refuse_swapped(work: Work, account_id: UUID, secret: UserSecret) -> UserKey:
    """The stored public key, when it is the one that the secret yields; writes nothing.

    A swapped one is passed over when somebody acknowledged the alarm, and else refused: CannotOpen,
    with an alarm that outlives this transaction.
    """
    stored = work.keys.get(UserKey, account_id)
    if stored is None:
        raise CannotOpen
    alarm = work.keys.get(KeyAlarm, (AlarmKind.USER_KEY, account_id))
    if users.swapped(secret, stored.public_key) and (alarm is None or not alarm.acknowledged):
        work.afterwards.append(partial(raise_alarm, AlarmKind.USER_KEY, account_id))
        raise CannotOpen
    return stored


def check_own_key(work: Work, account_id: UUID, secret: UserSecret) -> None:
    """Compare, at every unlock, and put right what was acknowledged. Raises CannotOpen."""
    stored = refuse_swapped(work, account_id, secret)
    alarm = work.keys.get(KeyAlarm, (AlarmKind.USER_KEY, account_id))
    if alarm is None or not alarm.acknowledged:
        return
    stored.public_key = users.public_key(secret)
    work.keys.delete(alarm)
    # One unlock compares twice, and ends the alarm once.
    work.keys.flush()
    record(
        work,
        AuditAction.KEY_ALARM_ENDED,
        account_id,
        actor_id=account_id,
        kind=AlarmKind.USER_KEY.value,
    )


def list_alarms(work: Work) -> tuple[Alarm, ...]:
    """Every alarm that stands, the oldest first. Raises Denied."""
    require(Permission.KEY_HOLDERS, work.by(), None, work.clock.today())
    rows = work.keys.scalars(select(KeyAlarm).order_by(KeyAlarm.noticed_on, KeyAlarm.object_id))
    return tuple(
        Alarm(row.object_id, row.kind, _whose(work, row), row.noticed_on, row.acknowledged)
        for row in rows
    )


def _whose(work: Work, alarm: KeyAlarm) -> str:
    if alarm.kind == AlarmKind.GROUP_KEY:
        epoch = work.keys.get(GroupEpoch, alarm.object_id)
        return epoch.group if epoch else ""
    account = work.data.get(Account, alarm.object_id)
    return account.name if account else ""


def acknowledge(work: Work, object_id: UUID) -> None:
    """Say that one looked into a person's swapped key: their next unlock puts it right.

    A group's key is put right by a rotation alone. Raises Denied, NotFound.
    """
    require(Permission.KEY_HOLDERS, work.by(), None, work.clock.today())
    alarm = work.keys.get(KeyAlarm, (AlarmKind.USER_KEY, object_id))
    if alarm is None:
        raise NotFound
    alarm.acknowledged = True
    record(work, AuditAction.KEY_ALARM_ACKNOWLEDGED, object_id)


def end_group_alarm(work: Work, epoch_id: UUID) -> None:
    """The epoch whose public key was swapped is not sealed to any more."""
    ended = work.keys.execute(
        delete(KeyAlarm)
        .where(KeyAlarm.kind == AlarmKind.GROUP_KEY, KeyAlarm.object_id == epoch_id)
        .returning(KeyAlarm.object_id)
    ).all()
    if ended:
        kind = AlarmKind.GROUP_KEY.value
        record(work, AuditAction.KEY_ALARM_ENDED, epoch_id, kind=kind)
