"""What a resident gave, in a form that other programs read."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from signalering.domain.audit_actions import AuditAction
from signalering.domain.clock import day_of
from signalering.domain.views.cases.portable_copy import VERSION, PortableCopy
from signalering.models.cases.case import Case
from signalering.models.directory.initiative import Initiative
from signalering.services.audit.record import record
from signalering.services.cases.contact import contact_of, contact_view
from signalering.services.cases.entries import Entries, case_entries, case_key
from signalering.services.cases.finding import case_of
from signalering.services.cases.head import kept_head
from signalering.services.cases.measured import measured
from signalering.services.cases.rights import requests_of
from signalering.services.cases.standing import require_living
from signalering.services.work import Work


def portable_copy(work: Work, case_id: UUID) -> PortableCopy:
    """What the resident said or filled in; nothing that others made of it. GDPR article 20.

    For whoever keeps the case. Raises NotFound, Denied, NotAllowedNow after a death, CannotOpen.
    """
    kept_head(work, case_id)
    case = case_of(work, case_id)
    entries = case_entries(work, case, case_key(work, case))
    require_living(case, entries)
    names = _initiatives(work, entries)
    record(work, AuditAction.PORTABLE_COPY_MADE, case.id, version=str(VERSION))
    return PortableCopy(
        case=case.reference,
        made_on=work.clock.today(),
        contact=_contact(work, case),
        consents=tuple(
            {
                "for": payload["scope"],
                "given": payload["given"],
                "way": payload["way"],
                "text_version": payload["text_version"],
                "initiative": names.get(payload.get("initiative") or ""),
                "day": payload["day"],
            }
            for _, payload in entries
            if payload["kind"] == "consent"
        ),
        wishes=tuple(
            {
                "initiative": names.get(payload["initiative"]),
                "text": payload["text"],
                "day": day_of(datetime.fromisoformat(payload["at"])).isoformat(),
            }
            for _, payload in entries
            if payload.get("sent_by") and payload.get("text")
        ),
        measures=tuple(
            {
                "months": one.months,
                "day": one.day.isoformat(),
                "response": one.response.value,
                "direct": one.direct,
                "answers": {item: said.value for item, said in one.answers.items()},
            }
            for one in measured(entries).values()
        ),
        requests=tuple(
            {"right": one.right, "received": one.received.isoformat(), "text": one.text}
            for one in requests_of(entries, work.clock.today())
        ),
    )


def _contact(work: Work, case: Case) -> dict[str, str] | None:
    found = contact_view(work, contact_of(work, case.id))
    if found is None:
        return None
    return {
        "name": found.name,
        "phone": found.phone,
        "email": found.email,
        "address": found.address,
        "best_moment": found.best_moment,
    }


def _initiatives(work: Work, entries: Entries) -> dict[str, str]:
    wanted = {UUID(p["initiative"]) for _, p in entries if p.get("initiative")}
    rows = work.data.execute(
        select(Initiative.id, Initiative.name).where(Initiative.id.in_(wanted))
    )
    return {str(one): name for one, name in rows}
