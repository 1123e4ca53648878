"""Open a case: the one way to read it, and it is written down."""

from datetime import date
from uuid import UUID

from sqlalchemy import select

from signalering.domain.audit_actions import AuditAction
from signalering.domain.lifecycles import ResidentNews
from signalering.domain.states import ConsentScope
from signalering.domain.views.cases.show import CaseView, ConsentView, ContactView
from signalering.models.cases.case import Case
from signalering.models.directory.initiative import Initiative
from signalering.services.audit.record import record
from signalering.services.cases.attempt import proposal_for
from signalering.services.cases.consents import contact_withdrawn, in_force
from signalering.services.cases.contact import contact_of, kinds_of, news_of, open_contact
from signalering.services.cases.entries import Entries, case_entries, case_key
from signalering.services.cases.finding import case_of
from signalering.services.cases.handovers import follow_ups
from signalering.services.cases.head import head_of, kept_head
from signalering.services.cases.measured import left, measured
from signalering.services.cases.next_steps import Situation, next_steps
from signalering.services.cases.rights import rights_of
from signalering.services.cases.timeline import is_assessed, timeline
from signalering.services.referrals.answers import waiting
from signalering.services.referrals.views import referrals_of
from signalering.services.work import Work


def open_record(work: Work, case_id: UUID) -> CaseView:
    """Everything of a case, newest entry first.

    Any coordinator may read any case: cover needs it, and the trail tells who did. Raises Denied,
    NotFound, CannotOpen.
    """
    case = case_of(work, case_id)
    entries = case_entries(work, case, case_key(work, case))
    contact = contact_view(work, case)
    case_head = head_of(work, case)
    referrals = referrals_of(work, case)
    news = news_of(contact_of(work, case.id))
    said_no = news in (ResidentNews.WITHDRAWN, ResidentNews.ERASED)
    withdrawn = contact is None and (contact_withdrawn(entries) or said_no)
    rights = rights_of(work, case, entries)
    situation = Situation(
        head=case_head,
        today=work.clock.today(),
        has_details=contact is not None,
        withdrawn=withdrawn,
        has_consent=(ConsentScope.CONTACT.value, None) in in_force(entries),
        proposal=proposal_for(work, case, entries),
        referrals=referrals,
        follow_ups=follow_ups(work, entries),
        recorded=frozenset(measured(entries)),
        moments=left(work, entries),
        rights=rights,
    )
    record(work, AuditAction.CASE_READ, case.id)
    return CaseView(
        head=case_head,
        signal_id=UUID(entries[0][1]["signal"]),
        next_steps=next_steps(situation),
        timeline=timeline(work, entries),
        contact=contact,
        contact_withdrawn=withdrawn,
        news=news.value if news else "",
        consents=consents_of(work, entries),
        referrals=referrals,
        answers=waiting(work, case.id),
        assessed=is_assessed(entries),
        measures=tuple(measured(entries).values()),
        rights=rights,
    )


def open_kept(work: Work, case_id: UUID) -> CaseView:
    """The same, for pages of whoever keeps the case. Raises Denied for others too."""
    kept_head(work, case_id)
    return open_record(work, case_id)


def contact_view(work: Work, case: Case) -> ContactView | None:
    """The contact details as they are shown; none without a way to reach anybody."""
    contact = contact_of(work, case.id)
    if contact is None or not kinds_of(contact):
        return None
    details = open_contact(work, contact)
    if not details:
        return None
    return ContactView(
        name=details.get("name") or "",
        phone=details.get("phone") or "",
        email=details.get("email") or "",
        address=details.get("address") or "",
        best_moment=details.get("best_moment") or "",
    )


def consents_of(work: Work, entries: Entries) -> tuple[ConsentView, ...]:
    """The consents in force."""
    return tuple(
        ConsentView(
            scope=payload["scope"],
            way=payload["way"],
            text_version=payload["text_version"],
            day=date.fromisoformat(payload["day"]),
            initiative_id=UUID(payload["initiative"]) if payload.get("initiative") else None,
            initiative=_initiative(work, payload.get("initiative")),
        )
        for payload in in_force(entries).values()
    )


def _initiative(work: Work, initiative_id: str | None) -> str:
    if initiative_id is None:
        return ""
    return (
        work.data.scalar(select(Initiative.name).where(Initiative.id == UUID(initiative_id))) or ""
    )
