"""Rotation: a group's new secret, and every key that lay under the old one wrapped anew.

Everything it changes lives in the keystore, one commit a batch; wherever it breaks off, it goes on
from what the keystore says.
"""

from collections.abc import Sequence
from uuid import UUID, uuid4

from sqlalchemy import delete, exists, func, insert, select, update

from signalering.domain.access import require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.errors import CannotOpen, Conflict, Denied, NotAllowedNow
from signalering.domain.hats import KEY_GROUP_OF_HAT
from signalering.domain.lifecycles import AccountState, EpochState, KeyGroup
from signalering.domain.permissions import Permission
from signalering.domain.states import Hat
from signalering.domain.views.keys.rotate import Rotation
from signalering.models.accounts.account import Account
from signalering.models.keys.group import Grant, GroupEpoch, RecoveryKey, StaleKey, Wrap
from signalering.services.audit.record import record
from signalering.services.keys.alarm import end_group_alarm
from signalering.services.keys.epochs import epoch_to_leave, rotating_epoch, spoilt_wraps
from signalering.services.keys.groups import open_group, open_secret, opened_in, public_key_of
from signalering.services.keys.rewrap import OldEpoch, rewrap
from signalering.services.work import Work
from signalering.vault import groups
from signalering.vault.kinds import GroupSecret

BATCH = 500
# With a swapped public key only wraps can tell that the secret is the group's own.
PROVEN_BY = 50


def begin(work: Work, group: str, *, known: bool = False) -> None:
    """Open the group's next epoch; from now on everything new lies under it.

    With `known` (somebody may know the old secret) each record gets a new key after that; the
    audit trail doesn't: its hashes stand over what is sealed, and nobody may replace that.
    Raises Denied, CannotOpen, Conflict when a colleague was first, NotAllowedNow while a rotation
    of the group runs.
    """
    _require(work, group)
    if rotating_epoch(work, group) is not None:
        raise NotAllowedNow("rotation_runs")
    old = epoch_to_leave(work, group)
    secret = open_secret(work, old)
    if groups.group_public_key(secret) != old.public_key:
        _prove(work, old, secret)
    _claim(work, old)
    old.public_key = groups.group_public_key(secret)
    new = _open_next(work, old, secret)
    end_group_alarm(work, old.id)
    if known and group == KeyGroup.CASEWORK:
        _mark_stale(work)
    count = _count(work, old.id)
    record(
        work, AuditAction.ROTATION_BEGUN, new.id, group=group, count=count, known=str(known).lower()
    )


def step(work: Work, group: str, limit: int = BATCH) -> bool:
    """Wrap the next batch anew; whether there is more to do.

    Raises Denied, CannotOpen for whoever doesn't hold both epochs' secrets: a secret that nobody
    vouched for tells nothing of any wrap.
    """
    _require(work, group)
    old = rotating_epoch(work, group)
    if old is None:
        return False
    new = open_group(work, group)
    wraps = work.keys.scalars(
        select(Wrap)
        .where(Wrap.epoch_id == old.id)
        .order_by(Wrap.key_id)
        .limit(limit)
        .execution_options(populate_existing=True)
    ).all()
    count = rewrap(work, OldEpoch(group, old.id, opened_in(work, old).secret), new, wraps)
    left = work.keys.scalar(select(exists().where(Wrap.epoch_id == old.id)))
    if left:
        record(work, AuditAction.KEYS_REWRAPPED, old.id, group=group, count=count)
        return True
    spoilt = spoilt_wraps(work, group)
    work.keys.execute(delete(Grant).where(Grant.epoch_id == old.id))
    old.state = EpochState.CLOSED.value
    if not spoilt:
        # Else two shares are the last way to what only a damaged grant kept from opening.
        old.recovery_wrap = b""
    work.keys.flush()
    end_group_alarm(work, old.id)
    record(work, AuditAction.ROTATION_DONE, old.id, group=group, count=count, unopened=spoilt)
    return False


def rotation_due(work: Work, group: str) -> bool:
    """Whether a holder is to begin a rotation, or to go on with one."""
    due = GroupEpoch.rotation_due.is_(True) & (GroupEpoch.state == EpochState.OPEN)
    running = GroupEpoch.state == EpochState.ROTATING
    asked = select(exists().where(GroupEpoch.group == group, due | running))
    stale = group == KeyGroup.CASEWORK and work.keys.scalar(
        select(exists().where(StaleKey.key_id.is_not(None)))
    )
    return bool(work.keys.scalar(asked) or stale)


def ask_for_rotation(work: Work, group: str) -> None:
    """Ask the next holder for a rotation: somebody who could open the key went, or may know it.

    The caller's own entry in the audit trail covers it.
    """
    work.keys.execute(
        update(GroupEpoch)
        .where(GroupEpoch.group == group, GroupEpoch.state == EpochState.OPEN)
        .values(rotation_due=True)
    )


def progress(work: Work, group: str) -> Rotation:
    """How far it is, counted afresh: whoever opens the page later sees it too. Raises Denied."""
    _require(work, group)
    old = work.keys.scalar(
        select(GroupEpoch).where(GroupEpoch.group == group, GroupEpoch.state == EpochState.ROTATING)
    )
    total = work.keys.scalar(select(func.count()).select_from(Wrap).where(Wrap.holder == group))
    stale = work.keys.scalar(select(func.count()).select_from(StaleKey))
    resealing = stale if group == KeyGroup.CASEWORK and stale else 0
    return Rotation(
        group=group,
        due=rotation_due(work, group),
        rewrapping=old is not None,
        rewrap_left=_count(work, old.id) if old else 0,
        rewrap_total=total or 0,
        reseal_left=resealing,
        reseal_total=max(total or 0, resealing),
        spoilt=spoilt_wraps(work, group),
    )


def _require(work: Work, group: str) -> None:
    require(Permission.ROTATE_KEYS, work.by(), None, work.clock.today())
    if KEY_GROUP_OF_HAT.get(work.by().hat) != group:
        raise Denied


def _count(work: Work, epoch_id: UUID) -> int:
    query = select(func.count()).select_from(Wrap).where(Wrap.epoch_id == epoch_id)
    return work.keys.scalar(query) or 0


def _prove(work: Work, old: GroupEpoch, secret: GroupSecret) -> None:
    """Either the public key was swapped, or the grant: then what it gives opens nothing."""
    wraps = work.keys.scalars(select(Wrap).where(Wrap.epoch_id == old.id).limit(PROVEN_BY)).all()
    epoch = OldEpoch(old.group, old.id, secret)
    if wraps and not any(epoch.opened(wrap) for wrap in wraps):
        raise CannotOpen


def _claim(work: Work, old: GroupEpoch) -> None:
    claimed = work.keys.execute(
        update(GroupEpoch)
        .where(GroupEpoch.id == old.id, GroupEpoch.state == EpochState.OPEN)
        .values(state=EpochState.ROTATING.value, rotation_due=False)
        .returning(GroupEpoch.id)
        .execution_options(synchronize_session=False)
    ).all()
    if not claimed:
        raise Conflict
    work.keys.refresh(old)


def _open_next(work: Work, old: GroupEpoch, old_secret: GroupSecret) -> GroupEpoch:
    recovery = work.keys.get_one(RecoveryKey, old.recovery_key_id)
    secret, epoch_id = groups.new_group_secret(), uuid4()
    members = _members(work, old, old_secret)
    epoch = GroupEpoch(
        id=epoch_id,
        group=old.group,
        number=old.number + 1,
        state=EpochState.OPEN.value,
        public_key=groups.group_public_key(secret),
        recovery_key_id=recovery.id,
        recovery_wrap=groups.recovery_wrap(recovery.public_key, secret, old.group, epoch_id),
    )
    work.keys.add(epoch)
    work.keys.flush()
    for account_id, public in members:
        work.keys.add(
            Grant(
                epoch_id=epoch_id,
                account_id=account_id,
                wrapped=groups.grant(
                    public, secret, old.group, epoch_id, account_id, recovery.public_key
                ),
                endorsement=groups.endorsement(secret, account_id, public),
            )
        )
    # Members are told by the new grants; the old ones carry what proves the old secret.
    work.keys.execute(
        update(Grant)
        .where(Grant.epoch_id == old.id)
        .values(endorsement=groups.voucher(secret, old.id, old_secret))
    )
    work.keys.flush()
    return epoch


def _members(work: Work, old: GroupEpoch, secret: GroupSecret) -> Sequence[tuple[UUID, bytes]]:
    """Who gets the new secret: active, in the hat, with the very key that was endorsed.

    Others drop out and wait to be granted again. Raises CannotOpen when the actor would.
    """
    found = []
    for grant in work.keys.scalars(select(Grant).where(Grant.epoch_id == old.id)):
        account = work.data.get(Account, grant.account_id)
        public = public_key_of(work, grant.account_id)
        if account is None or public is None or account.state != AccountState.ACTIVE:
            continue
        if old.group not in {KEY_GROUP_OF_HAT.get(Hat(row.hat)) for row in account.hats}:
            continue
        if groups.endorsed(secret, account.id, public, grant.endorsement):
            found.append((account.id, public))
    if (work.by().account_id, work.opened.public) not in found:
        raise CannotOpen
    return found


def _mark_stale(work: Work) -> None:
    """Every key of casework that exists now; what comes later lies under the new secret."""
    marked = select(StaleKey.key_id)
    keys = select(Wrap.key_id).where(
        Wrap.holder == KeyGroup.CASEWORK.value,
        Wrap.epoch_id.is_not(None),
        Wrap.key_id.not_in(marked),
    )
    work.keys.execute(insert(StaleKey).from_select(["key_id"], keys, include_defaults=False))
