"""Epochs of a key group as they stand; opens nothing."""

from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    SQLColumnExpression,
    Uuid,
    and_,
    bindparam,
    exists,
    func,
    or_,
    select,
)

from signalering.domain.errors import Conflict, IntakeClosed
from signalering.domain.lifecycles import AlarmKind, EpochState, KeyGroup
from signalering.models.base import table_of
from signalering.models.keys.forgotten import KeyAlarm
from signalering.models.keys.group import Grant, GroupEpoch, Wrap
from signalering.services.work import Work

# Who waited for a rotation to begin finds the epoch gone, and its follower at a second look.
LOOKS = 3
READABLE = frozenset({EpochState.OPEN, EpochState.ROTATING})

_alarms, _grants = table_of(KeyAlarm), table_of(Grant)


def _stopped(epoch_id: SQLColumnExpression[UUID]) -> ColumnElement[bool]:
    """Whether the epoch's key, or that of somebody who was granted it, is known to be swapped."""
    members = select(_grants.c.account_id).where(_grants.c.epoch_id == epoch_id)
    of_group = and_(_alarms.c.kind == AlarmKind.GROUP_KEY.value, _alarms.c.object_id == epoch_id)
    of_member = and_(_alarms.c.kind == AlarmKind.USER_KEY.value, _alarms.c.object_id.in_(members))
    return exists().where(or_(of_group, of_member))


# They are asked with everything that is sealed, so they are made once. The row is held, and the
# same statement tells of an alarm.
_HELD = (
    select(GroupEpoch, _stopped(GroupEpoch.id).correlate(GroupEpoch).label("stopped"))
    .where(GroupEpoch.state == EpochState.OPEN.value)
    .order_by(GroupEpoch.group)
    .with_for_update(read=True)
)
_OPEN = _HELD.where(GroupEpoch.group == bindparam("wanted"))
_STOPPED = select(_stopped(bindparam("epoch", type_=Uuid())))


def open_epoch(work: Work, group: str) -> GroupEpoch:
    """The group's open epoch, held still until this transaction ends: for sealing to it.

    Raises IntakeClosed while nobody holds a key of the group, and with "key_alarm" while
    somebody's key at casework is known to be swapped: what is sealed now might be theirs. The
    audit trail goes on being written, or nothing would tell of it.
    """
    epoch = standing_epoch(work, group)
    if group == KeyGroup.CASEWORK and epoch.id not in work.unalarmed:
        if work.keys.execute(_STOPPED, {"epoch": epoch.id}).scalar():
            raise IntakeClosed("key_alarm")
        work.unalarmed.add(epoch.id)
    return epoch


def standing_epoch(work: Work, group: str) -> GroupEpoch:
    """The open epoch, alarm or no alarm, held still: for reading and for setting things right.

    Raises IntakeClosed when there is none.
    """
    held = work.standing.get(group)
    if held is not None and held.state == EpochState.OPEN:
        return held
    for _ in range(LOOKS):
        row = work.keys.execute(_OPEN, {"wanted": str(group)}).one_or_none()
        if row is not None:
            return _kept(work, *row)
    raise IntakeClosed


def hold_all(work: Work) -> None:
    """Hold the open epochs of all groups still, in one statement: for what touches each of them.

    Nobody who rotates calls it: two who lock in a different order would wait for each other.
    """
    for row in work.keys.execute(_HELD):
        _kept(work, *row)


def _kept(work: Work, epoch: GroupEpoch, stopped: bool) -> GroupEpoch:
    """Known for the rest of this transaction. An alarm is asked for again: it may end meanwhile."""
    work.standing[epoch.group] = epoch
    if not stopped:
        work.unalarmed.add(epoch.id)
    return epoch


def epoch_to_leave(work: Work, group: str) -> GroupEpoch:
    """The open epoch, for who begins the next one: others wait until this transaction ends.

    Locked for writing at once: two who shared the lock first would wait for each other. Raises
    Conflict when a colleague began at this moment.
    """
    epoch = work.keys.scalar(
        select(GroupEpoch)
        .where(GroupEpoch.group == group, GroupEpoch.state == EpochState.OPEN)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    if epoch is None:
        raise Conflict
    return epoch


def rotating_epoch(work: Work, group: str) -> GroupEpoch | None:
    """The epoch that is being emptied, if a rotation runs; held, so that one empties it."""
    return work.keys.scalar(
        select(GroupEpoch)
        .where(GroupEpoch.group == group, GroupEpoch.state == EpochState.ROTATING)
        .with_for_update()
        .execution_options(populate_existing=True)
    )


def spoilt_wraps(work: Work, group: str) -> int:
    """Wraps that opened for nobody when their epoch was emptied; their bytes are kept."""
    query = (
        select(func.count()).select_from(Wrap).where(Wrap.holder == group, Wrap.epoch_id.is_(None))
    )
    return work.keys.scalar(query) or 0
