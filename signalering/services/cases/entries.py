"""The timeline of a case: numbered entries, each sealed in its place, never changed."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, select, update
from sqlalchemy.orm.attributes import set_committed_value

from signalering.domain.errors import CannotOpen
from signalering.domain.lifecycles import KeyGroup
from signalering.domain.quiet import week_of
from signalering.domain.states import CaseState
from signalering.models.cases.case import Case, CaseEntry
from signalering.services.opening import AT_ONCE, open_keys
from signalering.services.sealing import open_key, open_payload, seal_payload
from signalering.services.work import Work
from signalering.vault.kinds import RecordKey
from signalering.vault.seals import Slot
from signalering.vault.wraps import Purpose

Payload = dict[str, Any]
Entries = list[tuple[int, Payload]]
TEXT_LIMIT = 4000


def case_key(work: Work, case: Case) -> RecordKey:
    """The key of a case. Raises CannotOpen."""
    return open_key(work, KeyGroup.CASEWORK, Purpose.CASE, case.key_id)


def add_case_entry(work: Work, case: Case, key: RecordKey, payload: Mapping[str, Any]) -> int:
    """Seal a payload as the next entry, signed by the actor, and give its number.

    The caller has changed the case's row in this transaction (finding.change), which keeps others
    from taking the same number.
    """
    last = work.data.scalar(select(func.max(CaseEntry.number)).where(CaseEntry.case_id == case.id))
    number = (last or 0) + 1
    signed = {
        **payload,
        "by": str(work.by().account_id),
        "at": work.clock.now().isoformat(timespec="seconds"),
    }
    sealed = seal_payload(key, _slot(case, number), signed)
    work.data.add(CaseEntry(case_id=case.id, number=number, sealed=sealed))
    work.data.flush()
    _note_week(work, case)
    return number


def _note_week(work: Work, case: Case) -> None:
    """Keep in clear in which week something was last written; of a closed case nothing is kept.

    Here, where every entry passes, so that none forgets it; beside the case's number, which tells
    of changes that a person made.
    """
    closed = case.state == CaseState.CLOSED.value
    week = None if closed else week_of(work.clock.today())
    if case.active_on == week:
        return
    work.data.execute(
        update(Case)
        .where(Case.id == case.id)
        .values(active_on=week)
        .execution_options(synchronize_session=False)
    )
    set_committed_value(case, "active_on", week)


def case_entries(work: Work, case: Case, key: RecordKey) -> Entries:
    """Every entry with its number, oldest first. Raises CannotOpen."""
    rows = work.data.scalars(
        select(CaseEntry).where(CaseEntry.case_id == case.id).order_by(CaseEntry.number)
    )
    return [(row.number, open_payload(key, _slot(case, row.number), row.sealed)) for row in rows]


def origins(work: Work, cases: Sequence[Case]) -> dict[UUID, Payload]:
    """What the first entry of each says, in as few statements for many as for one.

    What doesn't open is left out. Raises CannotOpen without a grant, KeysNeeded.
    """
    ids, key_ids = [case.id for case in cases], [case.key_id for case in cases]
    keys = dict(open_keys(work, KeyGroup.CASEWORK, Purpose.CASE, key_ids))
    query = select(CaseEntry.case_id, CaseEntry.sealed).where(CaseEntry.number == 1)
    sealed: dict[UUID, bytes] = {}
    for start in range(0, len(ids), AT_ONCE):
        some = query.where(CaseEntry.case_id.in_(ids[start : start + AT_ONCE]))
        sealed |= {row[0]: row[1] for row in work.data.execute(some)}
    found = {}
    for case in cases:
        if case.key_id not in keys or case.id not in sealed:
            continue
        try:
            found[case.id] = open_payload(keys[case.key_id], _slot(case, 1), sealed[case.id])
        except CannotOpen:
            continue
    return found


def first_moment(entries: Entries) -> datetime:
    """When the case was opened."""
    return datetime.fromisoformat(entries[0][1]["at"])


def add_status_entry(
    work: Work,
    case: Case,
    key: RecordKey,
    before: str,
    reason: str | None = None,
    **more: bool,
) -> None:
    """Tell that the case has come from one state into the one it has now."""
    payload = {"kind": "status", "from": before, "to": case.state, "reason": reason, **more}
    add_case_entry(work, case, key, payload)


def _slot(case: Case, number: int) -> Slot:
    return Slot("case_entry", "sealed", case.id, number)
