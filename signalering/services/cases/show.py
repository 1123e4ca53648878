"""Open a case: the one way to read it, and it is written down."""

from datetime import date
from uuid import UUID

from sqlalchemy import select

from signalering.domain.audit_actions import AuditAction
from signalering.domain.states import CaseState
from signalering.domain.views.cases.show import CaseView, ConsentView
from signalering.models.directory.initiative import Initiative
from signalering.services.audit.record import record
from signalering.services.cases.ask import may_ask
from signalering.services.cases.consents import in_force
from signalering.services.cases.contact import contact_of, contact_view, news_of
from signalering.services.cases.entries import Entries, case_entries, case_key
from signalering.services.cases.finding import case_of
from signalering.services.cases.head import kept_head
from signalering.services.cases.measured import measured
from signalering.services.cases.next_steps import is_given_up, next_steps
from signalering.services.cases.reassign import KIND as HANDOVER
from signalering.services.cases.reassign import opened_by_keeper
from signalering.services.cases.situation import situation
from signalering.services.cases.talk import talk_of
from signalering.services.cases.timeline import is_assessed, timeline
from signalering.services.referrals.answers import waiting
from signalering.services.retention.hold import held_view
from signalering.services.work import Work


def open_record(work: Work, case_id: UUID) -> CaseView:
    """Everything of a case, newest entry first.

    Any coordinator may read any case: cover needs it, and the trail tells who did. Raises Denied,
    NotFound, CannotOpen.
    """
    case = case_of(work, case_id)
    entries = case_entries(work, case, case_key(work, case))
    there = contact_of(work, case.id)
    contact = contact_view(work, there)
    now = situation(work, case, entries, has_details=contact is not None)
    news = news_of(there)
    shown = timeline(work, entries)
    given = None
    if case.handed_over and now.head.is_own:
        given = next((entry for entry in shown if entry.kind == HANDOVER), None)
        opened_by_keeper(work, case)
    record(work, AuditAction.CASE_READ, case.id)
    live = case.state != CaseState.CLOSED
    return CaseView(
        head=now.head,
        signal_id=UUID(entries[0][1]["signal"]),
        next_steps=next_steps(now),
        timeline=shown,
        contact=contact,
        contact_withdrawn=now.withdrawn,
        news=news.value if news else "",
        consents=consents_of(work, entries),
        referrals=now.referrals,
        answers=waiting(work, case.id),
        assessed=is_assessed(entries),
        measures=tuple(measured(entries).values()),
        handed_over=given,
        tasks=now.tasks,
        messages=talk_of(work, case, entries),
        may_ask=now.head.is_own and live and may_ask(work, case, entries),
        offers_card=now.head.is_own and is_given_up(now),
        rights=now.rights,
        held=held_view(work, case.id),
    )


def open_kept(work: Work, case_id: UUID) -> CaseView:
    """The same, for pages of whoever keeps the case. Raises Denied for others too."""
    kept_head(work, case_id)
    return open_record(work, case_id)


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
