"""Take keys from under one epoch and wrap them under the next."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import update

from signalering.domain.errors import CannotOpen
from signalering.domain.lifecycles import KeyGroup
from signalering.models.keys.group import Wrap
from signalering.services.opened import OpenGroup
from signalering.services.work import Work
from signalering.vault import groups, wraps
from signalering.vault.kinds import GroupSecret, RecordKey
from signalering.vault.wraps import Form, Purpose

# A wrap says nowhere what it is for, or the keystore would tell signals from cases; it opens for
# one purpose alone. The commonest first.
PURPOSES = {
    KeyGroup.CASEWORK: (Purpose.THREAD, Purpose.TRIAGE, Purpose.CASE, Purpose.CONTACT),
    KeyGroup.AUDIT: (Purpose.SEGMENT,),
}


@dataclass(frozen=True)
class OldEpoch:
    """An epoch whose wraps are taken away from under it."""

    group: str
    epoch_id: UUID
    secret: GroupSecret = field(repr=False)

    def opened(self, wrap: Wrap) -> tuple[RecordKey, Purpose] | None:
        """The key and what it is for; nothing when it opens for no purpose."""
        wrapping = groups.wrapping_key(self.secret, self.group, self.epoch_id)
        for purpose in PURPOSES[KeyGroup(self.group)]:
            try:
                if wrap.form == Form.AES:
                    key = wraps.open_with_wrapping(wrapping, wrap.wrapped, wrap.key_id, purpose)
                else:
                    key = wraps.open_public_wrap(self.secret, wrap.wrapped, wrap.key_id, purpose)
            except CannotOpen:
                continue
            return key, purpose
        return None


def rewrap(work: Work, old: OldEpoch, new: OpenGroup, batch: Sequence[Wrap]) -> int:
    """Wrap a batch under the new epoch; how many were.

    One that doesn't open (damaged, or planted) is left as it is, under no epoch at all: it opens
    for nobody, stops nothing, and is counted by epochs.spoilt_wraps().
    """
    count = 0
    for wrap in batch:
        opened = old.opened(wrap)
        values: dict[str, object] = {"epoch_id": None}
        if opened is not None:
            key, purpose = opened
            values = {
                "epoch_id": new.epoch_id,
                "form": Form.AES.value,
                "wrapped": wraps.wrap_with(new.wrapping_key, key, wrap.key_id, purpose),
            }
            count += 1
        # Whoever took it in hand meanwhile has wrapped it under the new epoch already.
        work.keys.execute(
            update(Wrap)
            .where(
                Wrap.key_id == wrap.key_id,
                Wrap.holder == wrap.holder,
                Wrap.epoch_id == old.epoch_id,
                Wrap.wrapped == wrap.wrapped,
            )
            .values(**values)
            .execution_options(synchronize_session=False)
        )
    work.keys.expire_all()
    return count
