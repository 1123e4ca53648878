"""A new key pair for somebody whose words may be known to another.

All that hung on the old user secret moves to the new one in one transaction: own signals get new
tags and reporter's wraps. The group's key was within the other's reach: its holders are asked to
rotate. A crash between the two commits leaves signals that only a coordinator can link again: the
caller notes the new pair (new_pairs), so that they are asked to.
"""

from collections import defaultdict
from uuid import UUID

from signalering.domain.clock import month_of
from signalering.domain.errors import CannotOpen, InvalidInput
from signalering.domain.hats import KEY_GROUP_OF_HAT
from signalering.domain.lifecycles import KeyGroup
from signalering.models.keys.group import Grant, RecoveryKey, Wrap
from signalering.models.signals.signal import Signal
from signalering.services.accounts import passkeys
from signalering.services.accounts.losing import destroy_grants
from signalering.services.keys.coverage import last_holder_of
from signalering.services.keys.epochs import open_epoch
from signalering.services.keys.groups import open_group
from signalering.services.sealing import REPORTER, open_own_key
from signalering.services.signals.own import tagged_signals
from signalering.services.signals.reporter_key import write_reporters
from signalering.services.work import Work
from signalering.vault import groups, users
from signalering.vault.kinds import UserSecret
from signalering.vault.tags import tags
from signalering.vault.wraps import Purpose, wrap_to_public


def rekey(work: Work, fresh: UserSecret) -> None:
    """Move everything of the actor's to a fresh user secret; the public key itself is stored by

    the caller. The last holder of a group's key keeps it, by a grant to the new key; anybody
    else waits for a colleague's. Raises KeysNeeded, Conflict when a signal is sealed under
    another key at this moment, and InvalidInput when the last holder wears a hat that doesn't open
    the group now.
    """
    public = users.public_key(fresh)
    _own_signals(work, fresh, public)
    passkeys.forget_wraps(work, work.by().account_id)
    alone = last_holder_of(work, work.by().account_id, lock=True)
    for group in KeyGroup:
        if group in alone:
            _grant_anew(work, group, public)
        else:
            destroy_grants(work, work.by().account_id, group)


def _own_signals(work: Work, fresh: UserSecret, public: bytes) -> None:
    key = users.tag_key(fresh)
    used: dict[str, int] = defaultdict(int)
    for signal in tagged_signals(work):
        month = month_of(signal.registered_on)
        (signal.reporter_tag,) = tags(key, month, used[month], 1)
        used[month] += 1
        _own_wrap(work, signal, public)
    work.data.flush()


def _own_wrap(work: Work, signal: Signal, public: bytes) -> None:
    row = work.keys.get(Wrap, (signal.thread_key_id, REPORTER))
    if row is None:
        return
    try:
        key = open_own_key(work, Purpose.THREAD, signal.thread_key_id)
    except CannotOpen:  # tampered with: it opens no less than before
        return
    row.wrapped = wrap_to_public(public, key, signal.thread_key_id, Purpose.THREAD)
    write_reporters(work, signal.id, signal.thread_key_id, key, public)


def _grant_anew(work: Work, group: KeyGroup, public: bytes) -> None:
    if KEY_GROUP_OF_HAT.get(work.by().hat) != group:
        raise InvalidInput("passphrase", "last_holder_hat")
    opened = open_group(work, group)
    epoch = open_epoch(work, group)
    account_id: UUID = work.by().account_id
    row = work.keys.get_one(Grant, (epoch.id, account_id))
    recovery = work.keys.get_one(RecoveryKey, epoch.recovery_key_id)
    row.wrapped = groups.grant(
        public, opened.secret, group, epoch.id, account_id, recovery.public_key
    )
    row.endorsement = groups.endorsement(opened.secret, account_id, public)
    epoch.rotation_due = True
