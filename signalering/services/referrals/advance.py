"""Record the next step of a referral, the receiver's by phone, on behalf."""

from datetime import date, timedelta
from uuid import UUID

from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.referrals.advance import AdvanceReferral
from signalering.domain.errors import Conflict, InvalidInput, NotAllowedNow
from signalering.domain.flows import referral as flow
from signalering.domain.flows.table import By
from signalering.domain.states import (
    Attendance,
    CaseState,
    ConsentScope,
    ReferralState,
    StopReason,
)
from signalering.models.cases.case import Case
from signalering.models.referrals.referral import Referral
from signalering.services.audit.record import record
from signalering.services.cases.consent import check_way, write_consent
from signalering.services.cases.consents import contact_withdrawn, is_given
from signalering.services.cases.contact import require_same_yes
from signalering.services.cases.entries import (
    Entries,
    Payload,
    add_case_entry,
    case_entries,
    case_key,
)
from signalering.services.cases.finding import case_of, change, kept_case
from signalering.services.cases.standing import require_unrestricted
from signalering.services.referrals.answers import count_step, write_in
from signalering.services.referrals.finding import change_referral, referral_of
from signalering.services.referrals.links import columns_after
from signalering.services.referrals.news import day_to_go_on, held_news
from signalering.services.referrals.propose import require_no_other
from signalering.services.work import Work
from signalering.vault.kinds import RecordKey

# Withdrawing and expiring are other verbs.
BY_HAND: frozenset[ReferralState] = frozenset(ReferralState) - {
    ReferralState.REVOKED,
    ReferralState.EXPIRED,
}
STOPPING = frozenset({ReferralState.NOT_STARTED, ReferralState.STOPPED})


def advance(work: Work, command: AdvanceReferral) -> UUID:
    """Move it along or record a step of taking part; gives the case's id.

    Nothing is sent without consent in force for this very initiative. Raises NotFound, Denied,
    Conflict, NotAllowedNow, InvalidInput, CannotOpen.
    """
    referral = referral_of(work, command.referral_id)
    case = kept_case(work, referral.case_id, case_of(work, referral.case_id).version)
    if referral.version != command.version:
        raise Conflict
    require_unrestricted(case)
    if (command.to is None) == (command.attendance is None):
        raise InvalidInput("to", "required")
    key = case_key(work, case)
    entries = case_entries(work, case, key)
    if command.attendance is not None:
        _attend(work, case, key, entries, referral, command.attendance)
    elif command.to is not None:
        _move(work, case, key, entries, referral, command.to, command)
    return case.id


def _move(
    work: Work,
    case: Case,
    key: RecordKey,
    entries: Entries,
    referral: Referral,
    to: ReferralState,
    command: AdvanceReferral,
) -> None:
    before = ReferralState(referral.state)
    if to not in BY_HAND:
        raise NotAllowedNow
    flow.check_said(before, to, By.OWNER, command.reason or None)
    way = None
    if to is ReferralState.CONSENTED:
        way = check_way(command.way, command.text_version)
    if to in (ReferralState.CONSENTED, ReferralState.SENT):
        check_consent(work, case, entries, referral, to)
    if before is ReferralState.EXPIRED:
        require_no_other(work, referral)
    reason = stored_reason(before, to, command.reason)
    change(work, case, **day_to_go_on(work, case, entries, held_news(work, case)))
    entries = write_in(work, case, key, entries)
    change_referral(
        work,
        referral,
        state=to.value,
        deadline_on=_due(work, to),
        decline_reason=reason if to is ReferralState.DECLINED else None,
        stop_reason=reason if to in STOPPING else None,
        **columns_after(work, referral, to),
    )
    if way is not None:
        write_consent(
            work,
            case,
            key,
            ConsentScope.SHARE_WITH_INITIATIVE,
            way,
            command.text_version,
            initiative_id=referral.initiative_id,
        )
    _tell(work, case, key, referral, {"from": before.value, "to": to.value, "reason": reason})
    count_step(work, case, key, entries, referral, to.value)
    record(
        work,
        AuditAction.REFERRAL_ADVANCED,
        referral.id,
        from_state=before.value,
        to_state=to.value,
        on_behalf=_on_behalf(before),
        reason=reason or "",
    )


def check_consent(
    work: Work, case: Case, entries: Entries, referral: Referral, to: ReferralState
) -> None:
    """Before anything about the resident goes out, and before that is even asked for.

    Raises NotAllowedNow.
    """
    if case.state == CaseState.CLOSED:
        raise NotAllowedNow
    require_same_yes(work, case)
    if contact_withdrawn(entries):
        raise NotAllowedNow("contact_withdrawn")
    initiative = str(referral.initiative_id)
    scope = ConsentScope.SHARE_WITH_INITIATIVE
    if to is ReferralState.SENT and not is_given(entries, scope, initiative):
        raise NotAllowedNow("consent_needed")


def stored_reason(before: ReferralState, to: ReferralState, given: str | None) -> str | None:
    """The reason that the row gets, where the table lets one be left out."""
    if before is ReferralState.WAITING_LIST and to is ReferralState.NOT_STARTED:
        # The waiting may be reason enough; the row still says something.
        return given or StopReason.OTHER.value
    return given or None


def _due(work: Work, to: ReferralState) -> date | None:
    if to is not ReferralState.SENT:
        return None
    return work.clock.today() + timedelta(days=work.periods.referral_answer_days)


def _attend(
    work: Work,
    case: Case,
    key: RecordKey,
    entries: Entries,
    referral: Referral,
    step: Attendance,
) -> None:
    state = ReferralState(referral.state)
    recorded = [Attendance(referral.attendance)] if referral.attendance else []
    flow.check_attendance(state, recorded, step)
    came_along: Payload = {
        "kind": "referral",
        "referral": str(referral.id),
        "attendance": step.value,
        "said_on": work.clock.today().isoformat(),
    }
    news = [*held_news(work, case), (0, came_along)]
    change(work, case, **day_to_go_on(work, case, entries, news))
    entries = write_in(work, case, key, entries)
    change_referral(work, referral, attendance=step.value)
    _tell(
        work,
        case,
        key,
        referral,
        {"from": state.value, "to": state.value, "attendance": step.value},
    )
    count_step(work, case, key, entries, referral, step.value)
    record(
        work,
        AuditAction.REFERRAL_ADVANCED,
        referral.id,
        from_state=state.value,
        to_state=state.value,
        attendance=step.value,
        on_behalf="yes",
    )


def _tell(
    work: Work, case: Case, key: RecordKey, referral: Referral, what: dict[str, str | None]
) -> None:
    payload = {
        "kind": "referral",
        "referral": str(referral.id),
        "initiative": str(referral.initiative_id),
        **what,
    }
    add_case_entry(work, case, key, payload)


def _on_behalf(before: ReferralState) -> str:
    """Asking the resident and sending are the coordinator's own; all else the receiver's."""
    own = before in (ReferralState.PROPOSED, ReferralState.CONSENTED, ReferralState.EXPIRED)
    return "no" if own else "yes"
