"""Record an attempt to reach the resident, and what the contact protocol makes of it."""

from datetime import date

from signalering.domain.audit_actions import AuditAction
from signalering.domain.case_clocks import Due, due_in, follow_up, task
from signalering.domain.commands.cases.attempt import RecordAttempt
from signalering.domain.contact_protocol import REACHED, Advice, Proposal, Try, propose
from signalering.domain.errors import InvalidInput, NotAllowedNow
from signalering.domain.flows import case as flow
from signalering.domain.flows.table import By
from signalering.domain.lifecycles import CaseDeadline
from signalering.domain.moments import Moment
from signalering.domain.rights import INFORM_TEXT_NOW
from signalering.domain.states import AttemptResult, CaseState, InformedWay
from signalering.domain.text import clean_text
from signalering.domain.vocabularies import vocabulary
from signalering.models.cases.case import Case
from signalering.services.audit.record import record
from signalering.services.cases.clocks import deadline
from signalering.services.cases.consents import contact_withdrawn
from signalering.services.cases.contact import contact_of, kinds_of, require_no_news
from signalering.services.cases.entries import (
    TEXT_LIMIT,
    Entries,
    add_case_entry,
    add_status_entry,
    case_entries,
    case_key,
)
from signalering.services.cases.facts import count_first_contact
from signalering.services.cases.finding import change, kept_case
from signalering.services.cases.handovers import next_follow_up
from signalering.services.cases.inform import write_informed
from signalering.services.cases.measured import left
from signalering.services.cases.rights import clocks
from signalering.services.cases.standing import require_unrestricted
from signalering.services.cases.tries import tries_since_contact
from signalering.services.work import Work


def attempt(work: Work, command: RecordAttempt) -> None:
    """Write the attempt down, move the case along and set its next deadline.

    Nobody is sought who has said no: with contact withdrawn it is refused, and while a no of the
    resident's own waits. Raises NotFound, Denied, Conflict, InvalidInput, NotAllowedNow,
    CannotOpen.
    """
    case = kept_case(work, command.case_id, command.version)
    text = clean_text(command.text, TEXT_LIMIT)
    if command.part_of_day not in vocabulary("parts_of_day"):
        raise InvalidInput("part_of_day", "unknown_code")
    before = CaseState(case.state)
    if before is CaseState.CLOSED:
        raise NotAllowedNow
    require_unrestricted(case)
    if command.informed and command.result not in REACHED:
        raise InvalidInput("informed", "inform_needs_contact")
    key = case_key(work, case)
    entries = case_entries(work, case, key)
    require_no_news(work, case)
    if contact_withdrawn(entries):
        raise NotAllowedNow("contact_withdrawn")
    after = _state_after(before, command.result)
    if after is not before:
        flow.check(before, after, By.OWNER)
    columns = deadline(work, case, _due(work, case, entries, command, after))
    if before is CaseState.AFTERCARE and command.result is not AttemptResult.DECLINED:
        columns = {}  # the measure's day stands
    payload = {
        "kind": "attempt",
        "channel": command.channel.value,
        "result": command.result.value,
        "part_of_day": command.part_of_day,
        "text": text,
    }
    columns |= _inform_clock(work, case, [*entries, (0, payload)], command)
    change(work, case, state=after.value, **columns)
    number = add_case_entry(work, case, key, payload)
    if after is not before:
        add_status_entry(work, case, key, before)
    if command.informed:
        told_on = work.clock.today()
        write_informed(work, case, key, InformedWay.SPOKEN, told_on, INFORM_TEXT_NOW)
    if command.result in REACHED:
        count_first_contact(work, case, key, entries)
    record(
        work,
        AuditAction.ATTEMPT_RECORDED,
        case.id,
        entry_id=number,
        channel=command.channel.value,
        result=command.result.value,
    )


def _inform_clock(
    work: Work, case: Case, after: Entries, command: RecordAttempt
) -> dict[str, date | None]:
    """With the first word at the latest the resident hears what is kept; GDPR article 14(3)(b)."""
    if command.informed:
        return {"inform_by": None}
    has_details = bool(kinds_of(contact_of(work, case.id)))
    return {"inform_by": clocks(work, after, has_details=has_details)["inform_by"]}


def proposal_for(work: Work, case: Case, entries: Entries) -> Proposal:
    """What the contact protocol says after the attempts so far."""
    return _propose(work, case, tries_since_contact(entries))


def _propose(work: Work, case: Case, tries: list[Try]) -> Proposal:
    kinds = kinds_of(contact_of(work, case.id))
    return propose(tries, kinds, work.calendar, work.periods, work.clock.today())


def _state_after(before: CaseState, result: AttemptResult) -> CaseState:
    if before is CaseState.OPENED:
        return CaseState.IN_CONVERSATION if result in REACHED else CaseState.CONTACTING
    if before is CaseState.CONTACTING and result in REACHED:
        return CaseState.IN_CONVERSATION
    return before


def _due(work: Work, case: Case, entries: Entries, command: RecordAttempt, after: CaseState) -> Due:
    calendar, today = work.calendar, work.clock.today()
    if command.result in REACHED:
        handover = next_follow_up(work, entries, asked_now=True)
        if handover is not None and after in (CaseState.IN_CONVERSATION, CaseState.SUPPORTED):
            return _sooner(handover, left(work, entries))
        if after is CaseState.SUPPORTED:
            second = follow_up(calendar, work.periods, today, later=True)
            return _sooner(second, left(work, entries))
        return due_in(after, calendar, work.periods, today)
    this_one = Try(command.channel, command.result, command.part_of_day)
    proposal = _propose(work, case, [*tries_since_contact(entries), this_one])
    if proposal.advice is Advice.TRY_AGAIN and proposal.day is not None:
        return proposal.day, CaseDeadline.NEXT_ATTEMPT
    return task(calendar, work.periods, today)


def _sooner(asking: Due, moments: tuple[Moment, ...]) -> Due:
    """A measure that is to come before the next time somebody asks goes first."""
    measures = [(one.due, CaseDeadline.MEASURE) for one in moments if one.due is not None]
    return min([asking, *measures], key=lambda due: due[0])
