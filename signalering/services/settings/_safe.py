"""What keeps words openable and accounted for: keys, backups, the audit chain."""

from collections.abc import Iterator, Mapping
from datetime import timedelta

from sqlalchemy import func, select, true

from signalering.domain.lifecycles import EpochState, KeyGroup
from signalering.domain.state_texts import Check
from signalering.domain.upkeep_names import Marked
from signalering.domain.views.settings.state import JobLine, StateLine
from signalering.models.keys.forgotten import KeyAlarm
from signalering.models.keys.group import GroupEpoch, RecoveryKey
from signalering.services.keys.coverage import ENOUGH, holders
from signalering.services.work import Work

BACKUP_OLD, BACKUP_LATE = timedelta(days=2), timedelta(days=7)
CHECK_OLD = timedelta(weeks=5)
KEYS = {KeyGroup.CASEWORK: Check.CASEWORK_KEY, KeyGroup.AUDIT: Check.AUDIT_KEY}


def safe(work: Work, marks: Mapping[str, JobLine]) -> Iterator[StateLine]:
    """Who could open what, and from where it could be put back."""
    for group, check in KEYS.items():
        count = len(holders(work, group))
        code = "key_held" if count >= ENOUGH else "key_few" if count else "key_lost"
        yield StateLine(check, code, {"count": count})
    yield _recovery(work)
    yield _alarms(work)
    yield _backup(work, marks.get(Marked.BACKUP_MADE))
    yield _checked(work, Check.BACKUP_CHECK, marks.get(Marked.BACKUP_CHECKED), _BACKUP_CODES)
    yield _checked(work, Check.CHAIN, marks.get(Marked.CHAIN_CHECKED), _CHAIN_CODES)
    mailed = bool(work.settings.audit_head_address)
    yield StateLine(Check.CHAIN_HEAD, "head_mailed" if mailed else "head_kept_nowhere")


_BACKUP_CODES = ("backup_checked", "backup_unchecked", "backup_broken")
_CHAIN_CODES = ("chain_whole", "chain_unchecked", "chain_broken")


def _recovery(work: Work) -> StateLine:
    current = work.keys.scalar(select(RecoveryKey.id).where(RecoveryKey.current == true()))
    if current is None:
        return StateLine(Check.RECOVERY, "recovery_missing")
    others = work.keys.scalar(
        select(func.count())
        .select_from(GroupEpoch)
        .where(GroupEpoch.state == EpochState.OPEN.value, GroupEpoch.recovery_key_id != current)
    )
    return StateLine(Check.RECOVERY, "recovery_behind" if others else "recovery_there")


def _alarms(work: Work) -> StateLine:
    alarms = work.keys.scalar(select(func.count()).select_from(KeyAlarm)) or 0
    if alarms:
        return StateLine(Check.ALARMS, "key_alarm", {"count": alarms})
    due = work.keys.scalar(
        select(func.count())
        .select_from(GroupEpoch)
        .where(GroupEpoch.state == EpochState.OPEN.value, GroupEpoch.rotation_due == true())
    )
    return StateLine(Check.ALARMS, "rotation_asked" if due else "keys_calm")


def _backup(work: Work, made: JobLine | None) -> StateLine:
    if made is None or made.done_at is None:
        return StateLine(Check.BACKUP, "backup_never")
    ago = work.clock.now() - made.done_at
    late, old = ago > BACKUP_LATE, ago > BACKUP_OLD
    code = "backup_late" if late else "backup_old" if old else "backup_fresh"
    return StateLine(Check.BACKUP, code, {"when": made.done_at})


def _checked(
    work: Work, check: Check, last: JobLine | None, codes: tuple[str, str, str]
) -> StateLine:
    well, unchecked, broken = codes
    if last is not None and last.failed and last.failed_at is not None:
        return StateLine(check, broken, {"when": last.failed_at})
    if last is None or last.done_at is None or work.clock.now() - last.done_at > CHECK_OLD:
        return StateLine(check, unchecked)
    return StateLine(check, well, {"when": last.done_at})
