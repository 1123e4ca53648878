"""Propose an initiative to a resident: first understood, then referred."""

from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import select

from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.referrals.propose import ProposeReferral
from signalering.domain.errors import InvalidInput, NotAllowedNow
from signalering.domain.flows import referral as flow
from signalering.domain.flows.case import CONVERSING
from signalering.domain.states import CaseState
from signalering.domain.text import clean_text
from signalering.domain.vocabularies import vocabulary
from signalering.models.directory.initiative import Initiative
from signalering.models.referrals.referral import Referral
from signalering.services.audit.record import record
from signalering.services.cases.consents import contact_withdrawn
from signalering.services.cases.contact import require_same_yes
from signalering.services.cases.entries import (
    TEXT_LIMIT,
    Entries,
    add_case_entry,
    case_entries,
    case_key,
)
from signalering.services.cases.finding import change, kept_case
from signalering.services.cases.standing import require_unrestricted
from signalering.services.cases.timeline import is_assessed
from signalering.services.directory.standings import has_stopped
from signalering.services.work import Work


def propose(work: Work, command: ProposeReferral) -> UUID:
    """The new referral's id. Kind of loneliness and what lies behind it are recorded first.

    Raises NotFound, Denied, Conflict, NotAllowedNow, InvalidInput, CannotOpen.
    """
    case = kept_case(work, command.case_id, command.version)
    if CaseState(case.state) not in CONVERSING:
        raise NotAllowedNow
    require_unrestricted(case)
    require_same_yes(work, case)
    initiative = work.data.get(Initiative, command.initiative_id)
    if initiative is None or not initiative.active:
        raise InvalidInput("initiative", "unknown_code")
    if has_stopped(work, initiative.id):
        raise InvalidInput("initiative", "offer_stopped")
    if runs_already(work, case.id, initiative.id):
        raise InvalidInput("initiative", "referral_runs_already")
    key = case_key(work, case)
    entries = case_entries(work, case, key)
    if contact_withdrawn(entries):
        raise NotAllowedNow("contact_withdrawn")
    assessment = _assessment(command, entries)
    change(work, case)
    if assessment is not None:
        add_case_entry(work, case, key, assessment)
    referral = Referral(
        id=uuid4(), case_id=case.id, initiative_id=initiative.id, state=flow.ENTRY.value
    )
    work.data.add(referral)
    work.data.flush()
    payload = {
        "kind": "referral",
        "referral": str(referral.id),
        "initiative": str(initiative.id),
        "from": None,
        "to": flow.ENTRY.value,
    }
    add_case_entry(work, case, key, payload)
    record(
        work,
        AuditAction.REFERRAL_PROPOSED,
        referral.id,
        case_id=case.id,
        initiative_id=initiative.id,
    )
    return referral.id


def _assessment(command: ProposeReferral, entries: Entries) -> dict[str, Any] | None:
    behind = clean_text(command.behind, TEXT_LIMIT, field="behind")
    if not command.loneliness and not behind and is_assessed(entries):
        return None
    if not command.loneliness:
        raise InvalidInput("loneliness", "required")
    if command.loneliness not in vocabulary("kinds_of_loneliness"):
        raise InvalidInput("loneliness", "unknown_code")
    if not behind:
        raise InvalidInput("behind", "required")
    return {"kind": "assessment", "loneliness": command.loneliness, "text": behind}


def runs_already(work: Work, case_id: UUID, initiative_id: UUID) -> bool:
    """Whether a referral of this case to this initiative still waits for something."""
    states = work.data.scalars(
        select(Referral.state).where(
            Referral.case_id == case_id, Referral.initiative_id == initiative_id
        )
    )
    return any(state not in flow.FINISHED for state in states)


def require_no_other(work: Work, referral: Referral) -> None:
    """Raise NotAllowedNow when one that expired would go on beside another to its initiative."""
    if runs_already(work, referral.case_id, referral.initiative_id):
        raise NotAllowedNow("referral_runs_already")
