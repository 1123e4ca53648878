"""What stands on top of every page about keys; a few small questions, no word opened."""

from uuid import UUID

from signalering.domain.hats import KEEPER_OF_GROUP, KEY_GROUP_OF_HAT
from signalering.domain.lifecycles import KeyGroup
from signalering.domain.states import Hat
from signalering.domain.views.keys.coverage import KeyNotice, KeyNoticeKind
from signalering.services.keys.coverage import ENOUGH, TOLD
from signalering.services.keys.glance import GroupGlance, any_with_keys, glance, who_forgot
from signalering.services.work import Work

REPORTING = frozenset({Hat.FRONTLINE, Hat.COORDINATOR})
# Hats to which nothing of the groups is told ask nothing of them.
CONCERNED = frozenset(hat for hats in TOLD.values() for hat in hats) | set(KEY_GROUP_OF_HAT)


def key_notices(work: Work) -> tuple[KeyNotice, ...]:
    """For who is logged in, in the hat worn now; what is most urgent first."""
    hat = work.by().hat
    found: list[KeyNotice] = []
    waiting, active = who_forgot(work) if hat in REPORTING else (set(), set())
    if hat in CONCERNED:
        seen = glance(work)
        told = [group for group in KeyGroup if hat in TOLD[group]]
        if told and seen.alarmed:
            found.append(KeyNotice(KeyNoticeKind.KEY_ALARM))
        found += [one for group in told for one in _few(seen.groups[group], group)]
        if (code := KEY_GROUP_OF_HAT.get(hat)) is not None:
            group = KeyGroup(code)
            found += _of_member(work, seen.groups[group], group, active)
    if work.by().account_id in waiting:
        found.append(KeyNotice(KeyNoticeKind.OLD_SIGNALS_WAIT))
    return tuple(found)


def _few(seen: GroupGlance, group: KeyGroup) -> list[KeyNotice]:
    if len(seen.holders) >= ENOUGH:
        return []
    kind = KeyNoticeKind.FEW_HOLDERS if seen.holders else KeyNoticeKind.NO_HOLDER
    return [KeyNotice(kind, group.value)]


def _of_member(
    work: Work, seen: GroupGlance, group: KeyGroup, forgot: set[UUID]
) -> list[KeyNotice]:
    if work.by().account_id in seen.lacking:
        return [KeyNotice(KeyNoticeKind.KEY_NOT_GRANTED, group.value)]
    if work.by().hat is not KEEPER_OF_GROUP[group]:
        return []
    found = []
    if seen.due:
        found.append(KeyNotice(KeyNoticeKind.ROTATION_DUE, group.value))
    if any_with_keys(work, seen.lacking):
        found.append(KeyNotice(KeyNoticeKind.COLLEAGUES_WAIT, group.value))
    if group is KeyGroup.CASEWORK and any_with_keys(work, forgot):
        found.append(KeyNotice(KeyNoticeKind.REPORTERS_WAIT))
    return found
