"""What stands on top of every page about keys; a few small questions, no word opened."""

from sqlalchemy import exists, select

from signalering.domain.hats import KEEPER_OF_GROUP, KEY_GROUP_OF_HAT
from signalering.domain.lifecycles import KeyGroup
from signalering.domain.states import Hat
from signalering.domain.views.keys.coverage import KeyNotice, KeyNoticeKind
from signalering.models.accounts.relink import Relink
from signalering.models.keys.forgotten import KeyAlarm
from signalering.models.keys.user import UserKey
from signalering.services.keys.coverage import ENOUGH, TOLD, holders
from signalering.services.keys.rotate import rotation_due
from signalering.services.keys.waiting import accounts_without_grant, waiting_reporters
from signalering.services.work import Work

REPORTING = frozenset({Hat.FRONTLINE, Hat.COORDINATOR})


def key_notices(work: Work) -> tuple[KeyNotice, ...]:
    """For who is logged in, in the hat worn now; what is most urgent first."""
    hat = work.by().hat
    found = _alarms(work, hat)
    found += [notice for group in KeyGroup if hat in TOLD[group] for notice in _few(work, group)]
    group = KEY_GROUP_OF_HAT.get(hat)
    if group is not None:
        found += _of_member(work, KeyGroup(group))
    if hat in REPORTING and _waits(work):
        found.append(KeyNotice(KeyNoticeKind.OLD_SIGNALS_WAIT))
    return tuple(found)


def _alarms(work: Work, hat: Hat) -> list[KeyNotice]:
    told = hat in TOLD[KeyGroup.CASEWORK] or hat in TOLD[KeyGroup.AUDIT]
    stands = select(exists().where(KeyAlarm.object_id.is_not(None)))
    return [KeyNotice(KeyNoticeKind.KEY_ALARM)] if told and work.keys.scalar(stands) else []


def _few(work: Work, group: KeyGroup) -> list[KeyNotice]:
    count = len(holders(work, group))
    if count >= ENOUGH:
        return []
    kind = KeyNoticeKind.FEW_HOLDERS if count else KeyNoticeKind.NO_HOLDER
    return [KeyNotice(kind, group.value)]


def _of_member(work: Work, group: KeyGroup) -> list[KeyNotice]:
    lacking = {account.id for account in accounts_without_grant(work, group)}
    if work.by().account_id in lacking:
        return [KeyNotice(KeyNoticeKind.KEY_NOT_GRANTED, group.value)]
    if work.by().hat is not KEEPER_OF_GROUP[group]:
        return []
    found = []
    if rotation_due(work, group):
        found.append(KeyNotice(KeyNoticeKind.ROTATION_DUE, group.value))
    if any(work.keys.get(UserKey, account_id) for account_id in lacking):
        found.append(KeyNotice(KeyNoticeKind.COLLEAGUES_WAIT, group.value))
    if group is KeyGroup.CASEWORK and waiting_reporters(work):
        found.append(KeyNotice(KeyNoticeKind.REPORTERS_WAIT))
    return found


def _waits(work: Work) -> bool:
    mine = exists().where(Relink.account_id == work.by().account_id, Relink.sealed.is_(None))
    return bool(work.data.scalar(select(mine)))
