"""Close a case with an outcome that fits where it stands."""

from uuid import UUID

from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.cases.close import CloseCase
from signalering.domain.errors import InvalidInput
from signalering.domain.flows import case as flow
from signalering.domain.flows.table import By
from signalering.domain.outcomes import OUTCOMES_WITHOUT_FEEDBACK, OUTCOMES_WITHOUT_INFORMING
from signalering.domain.retention import kept_through_month, kind_of_case
from signalering.domain.states import CaseOutcome, CaseState, StopReason
from signalering.domain.views.cases.close import ClosingView
from signalering.services.audit.record import record
from signalering.services.cases.changes import count_none
from signalering.services.cases.clocks import NO_CLOCK, left_to_do
from signalering.services.cases.consents import contact_withdrawn
from signalering.services.cases.contact import contact_of, news_of
from signalering.services.cases.entries import add_case_entry, case_entries, case_key
from signalering.services.cases.facts import count_end
from signalering.services.cases.feedback import say_at_closing
from signalering.services.cases.finding import case_of, change, hold_case, kept_case
from signalering.services.cases.head import head_of, kept_head
from signalering.services.cases.leaving import CARD, void_unused
from signalering.services.cases.measured import is_settled
from signalering.services.cases.tasks import drop_tasks, open_tasks
from signalering.services.cases.telling import (
    check_allowed,
    due_after,
    end_talk,
    is_told,
    lines_for,
)
from signalering.services.referrals.answers import payloads, pillar_of_last
from signalering.services.referrals.stopping import stop_unfinished
from signalering.services.retention.policy import term
from signalering.services.work import Work


def close(work: Work, command: CloseCase) -> None:
    """Seal the outcome, stop the clocks, and say from which month's end the case may be erased.

    What is still planned falls away. What is left is telling the reporter: now, or within ten
    working days; after a death or a duplicate never. Aftercare ends with its measure, or with a
    word on why there is none. A death stops every referral and every card that nobody used yet at
    once. In the audit trail no outcome stands: that is a word about the resident. Raises NotFound,
    Denied, Conflict, NotAllowedNow, InvalidInput, CannotOpen.
    """
    case = kept_case(work, command.case_id, command.version)
    flow.check(CaseState(case.state), CaseState.CLOSED, By.OWNER, command.outcome.value)
    hold_case(work, case.id)
    key = case_key(work, case)
    entries = case_entries(work, case, key)
    settled = is_settled(entries) or contact_withdrawn(entries)
    flow.check_measured(CaseState(case.state), command.outcome, settled)
    _check_asked(command)
    if command.line is not None:
        if is_told(entries):
            raise InvalidInput("feedback", "feedback_given")
        check_allowed(work, case, entries, command.line)
    waiting = [(0, payload) for payload in payloads(work, case.id)]
    pillar = pillar_of_last(work, [*entries, *waiting])
    kept_for = term(work, kind_of_case(command.outcome))
    died = command.outcome is CaseOutcome.DECEASED
    # The duty to tell and to answer goes on after the end, where somebody is left to be told.
    nobody_left = command.outcome in OUTCOMES_WITHOUT_INFORMING
    law = (None if nobody_left else case.inform_by, None if died else case.request_by)
    due = NO_CLOCK if command.line is not None else due_after(work, entries, command.outcome)
    if due["deadline_on"] is None:
        due = left_to_do(work, case, news=news_of(contact_of(work, case.id)) is not None, law=law)
    change(
        work,
        case,
        state=CaseState.CLOSED.value,
        erase_after=kept_through_month(kept_for, work.clock.today()),
        inform_by=law[0],
        request_by=law[1],
        **due,
    )
    payload = {"kind": "outcome", "outcome": command.outcome.value}
    if command.outcome is CaseOutcome.NOT_REACHED:
        payload["card_left"] = "yes" if command.card_left else "no"
    add_case_entry(work, case, key, payload)
    drop_tasks(work, case, key)
    if died:
        stop_unfinished(work, case, key, By.OWNER, reason=StopReason.OTHER)
        void_unused(work, case.id)
    if command.outcome in OUTCOMES_WITHOUT_FEEDBACK or is_told(entries):
        end_talk(work, entries)
    elif command.line is not None:
        say_at_closing(work, case, key, entries, command.line)
    count_end(work, case, key, entries, command.outcome, pillar)
    count_none(work, case, key, entries, command.outcome)
    record(work, AuditAction.CASE_CLOSED, case.id)


def closing(work: Work, case_id: UUID) -> ClosingView:
    """What the page needs of a case that the actor keeps; reading it is written down.

    Raises NotFound, Denied, CannotOpen.
    """
    kept_head(work, case_id)
    case = case_of(work, case_id)
    entries = case_entries(work, case, case_key(work, case))
    record(work, AuditAction.CASE_READ, case.id)
    return ClosingView(
        head=head_of(work, case),
        lines=() if is_told(entries) else lines_for(work, case, entries),
        has_card=any(payload["kind"] == CARD for _, payload in entries),
        planned=len(open_tasks(work, case_ids=[case.id], resting=True)),
    )


def _check_asked(command: CloseCase) -> None:
    """Raise InvalidInput on what doesn't go with this outcome."""
    if command.line is not None and command.outcome in OUTCOMES_WITHOUT_FEEDBACK:
        raise InvalidInput("feedback", "feedback_not_here")
    if command.card_left and command.outcome is not CaseOutcome.NOT_REACHED:
        raise InvalidInput("card_left", "card_not_here")
