"""Write one entry of the audit trail, in the same transaction as what it tells of.

Fields after NEN 7513: event, day and time, actor, hat, responsible user, object, outcome, purpose.
"""

import json
from uuid import UUID

from sqlalchemy import bindparam, insert, select

from signalering.domain.audit_actions import ACTIONS, AuditAction, check
from signalering.domain.clock import month_of
from signalering.domain.lifecycles import KeyGroup
from signalering.models.audit.segment import AuditEntry, AuditSegment
from signalering.models.base import table_of
from signalering.models.keys.group import Wrap
from signalering.services.audit.heads import newest_heads
from signalering.services.audit.writer import OpenSegment
from signalering.services.keys.epochs import open_epoch
from signalering.services.work import Work
from signalering.vault.chain import OPENING, entry_hash, opening_hash
from signalering.vault.seals import Slot, seal_fixed
from signalering.vault.wraps import Form, Purpose, wrap_to_public

ENTRY_SIZE = 1024
# Made once: every act writes an entry, and making a statement costs more than running it.
_entries = table_of(AuditEntry)
_WRITE = insert(_entries)
_LAST = (
    select(_entries.c.number, _entries.c.entry_hash)
    .where(_entries.c.segment_id == bindparam("segment_id"))
    .order_by(_entries.c.number.desc())
    .limit(1)
)


def record(
    work: Work,
    action: AuditAction,
    object_id: UUID | None = None,
    *,
    outcome: str = "done",
    actor_id: UUID | None = None,
    **details: str | int | UUID,
) -> None:
    """One entry about one act. Details are codes, counts and ids; check() refuses others.

    `actor_id` serves where nobody is logged in yet. Raises IntakeClosed while no privacy officer
    holds a key: what can't be accounted for isn't done.
    """
    values = {name: str(value) for name, value in details.items()}
    check(action, values)
    spec = ACTIONS[action]
    actor = work.actor
    now = work.clock.now()
    payload = {
        "action": action.value,
        "at": now.isoformat(timespec="seconds"),
        "actor": str(actor.account_id if actor else actor_id) if actor or actor_id else "",
        "hat": actor.hat.value if actor else "",
        "kind": spec.object_kind,
        "object": str(object_id) if object_id else "",
        "outcome": outcome,
        "purpose": spec.purpose.value,
        "details": values,
    }
    segment, number, previous = _place(work)
    text = json.dumps(payload, ensure_ascii=False, sort_keys=True)
    slot = Slot("audit_entry", "sealed", segment.id, number)
    sealed = seal_fixed(segment.key, slot, text, ENTRY_SIZE)
    # What the entry tells of is written first, or neither is.
    work.data.flush()
    work.data.execute(
        _WRITE,
        {
            "segment_id": segment.id,
            "number": number,
            "previous_hash": previous,
            "entry_hash": entry_hash(previous, segment.id, number, sealed),
            "sealed": sealed,
        },
    )


def _place(work: Work) -> tuple[OpenSegment, int, bytes]:
    """Where the next entry goes; opens a segment when none is open, or its row was rolled back."""
    segment = work.house.writer.current(work.clock.now())
    if segment is not None:
        last = work.data.execute(_LAST, {"segment_id": segment.id}).one_or_none()
        if last is not None:
            return segment, last.number + 1, last.entry_hash
    segment = work.house.writer.open(work.clock.now())
    return segment, OPENING + 1, _open_segment(work, segment)


def _open_segment(work: Work, segment: OpenSegment) -> bytes:
    epoch = open_epoch(work, KeyGroup.AUDIT)
    wrapped = wrap_to_public(epoch.public_key, segment.key, segment.id, Purpose.SEGMENT)
    heads = newest_heads(work)
    work.keys.add(
        Wrap(
            key_id=segment.id,
            holder=KeyGroup.AUDIT,
            form=Form.HPKE,
            epoch_id=epoch.id,
            wrapped=wrapped,
        )
    )
    work.data.add(
        AuditSegment(
            id=segment.id,
            opened_in=month_of(work.clock.today()),
            heads=json.dumps([[str(h.segment), h.number, h.hash.hex()] for h in heads]),
        )
    )
    work.data.flush()
    return opening_hash(segment.id, heads)
