"""What all work on a meeting has in common: its row, what is shown of it, and whom to mail."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select

from signalering.domain.access import allowed, require
from signalering.domain.errors import NotAllowedNow, NotFound
from signalering.domain.lifecycles import MailKind
from signalering.domain.meetings import MeetingState
from signalering.domain.permissions import Permission
from signalering.domain.views.network.meetings import MeetingLine, MeetingView, OwnAnswer
from signalering.models.network.meeting import Meeting, MeetingPartner
from signalering.models.partners.partner import Partner
from signalering.services.changing import change_named
from signalering.services.network.queue import queue
from signalering.services.work import Work


def require_planner(work: Work) -> None:
    """Raises Denied for whoever doesn't plan meetings."""
    require(Permission.PLAN_MEETINGS, work.by(), None, work.clock.today())


def meeting_row(work: Work, meeting_id: UUID, *, hold: bool = False) -> Meeting:
    """The row; with `hold` nobody answers or changes it meanwhile. Raises NotFound."""
    row = work.data.get(
        Meeting, meeting_id, populate_existing=True, with_for_update=True if hold else None
    )
    if row is None:
        raise NotFound
    return row


def to_come(work: Work, meeting_id: UUID) -> Meeting:
    """The row of one that will be. Raises NotFound, NotAllowedNow."""
    row = meeting_row(work, meeting_id)
    if row.state != MeetingState.PLANNED or row.day < work.clock.today():
        raise NotAllowedNow("meeting_over")
    return row


def begun(work: Work, meeting_id: UUID) -> Meeting:
    """The row of one whose day has come. Raises NotFound, NotAllowedNow."""
    row = meeting_row(work, meeting_id)
    if row.state != MeetingState.PLANNED:
        raise NotAllowedNow("meeting_over")
    if row.day > work.clock.today():
        raise NotAllowedNow("meeting_not_yet")
    return row


def change(work: Work, meeting_id: UUID, version: int, values: Mapping[str, Any]) -> None:
    """One UPDATE of the row that was looked at, and no other.

    Raises NotFound, Conflict, InvalidInput for fewer seats than are taken, also at this moment.
    """
    change_named(
        work, Meeting, meeting_id, version, values, taken="meeting_capacity", field="capacity"
    )


def line_of(row: Meeting) -> MeetingLine:
    """What a list shows of it."""
    return MeetingLine(
        id=row.id,
        title=row.title,
        day=row.day,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        place=row.place,
        address=row.address or "",
        cancelled=row.state == MeetingState.CANCELLED,
        left=None if row.capacity is None else row.capacity - row.taken,
        sign_up_until=row.sign_up_until,
        has_notes=bool(row.notes),
    )


def view_of(work: Work, row: Meeting, partner_id: UUID | None = None) -> MeetingView:
    """All that is shown of it, with the answer of this organisation if it takes part."""
    today = work.clock.today()
    planned = row.state == MeetingState.PLANNED
    actor = work.actor
    own = _answer_of(work, row.id, partner_id) if partner_id else None
    return MeetingView(
        line=line_of(row),
        agenda=row.agenda,
        notes=row.notes or "",
        capacity=row.capacity,
        taken=row.taken,
        version=row.version,
        open_for_answers=planned and today <= row.sign_up_until,
        open_for_less=planned and today <= row.day and bool(own and own.people),
        begun=planned and row.day <= today,
        over=row.day < today,
        own=own,
        may_plan=actor is not None and allowed(Permission.PLAN_MEETINGS, actor, None, today),
    )


def _answer_of(work: Work, meeting_id: UUID, partner_id: UUID) -> OwnAnswer | None:
    partner = work.data.get(Partner, partner_id)
    if partner is None or not partner.active:
        return None
    row = work.data.get(MeetingPartner, (meeting_id, partner_id), populate_existing=True)
    if row is None:
        return OwnAnswer(partner.name, None, "")
    return OwnAnswer(partner.name, row.people, row.contact_address or "")


def signed_up(work: Work, meeting_id: UUID) -> list[MeetingPartner]:
    """Organisations that said they come."""
    rows = select(MeetingPartner).where(
        MeetingPartner.meeting_id == meeting_id, MeetingPartner.people > 0
    )
    return list(work.data.scalars(rows.order_by(MeetingPartner.partner_id)))


def tell(work: Work, kind: MailKind, rows: Iterable[MeetingPartner]) -> int:
    """Let a mail wait for each mailbox and each address for news; gives to how many addresses.

    Where several organisations read one address, one mail goes for all: meeting_letters.
    """
    told = set()
    for row in rows:
        partner = work.data.get_one(Partner, row.partner_id)
        addresses = {partner.contact_address, row.contact_address} if partner.active else set()
        for address in sorted(one for one in addresses if one):
            queue(
                work,
                kind,
                address=address,
                meeting_id=row.meeting_id,
                partner_id=row.partner_id,
            )
            told.add(address)
    return len(told)


def since(today: date, row: Meeting) -> dict[str, Any]:
    """Columns that tell calendars of a change."""
    return {"sequence": row.sequence + 1, "changed_on": today}
