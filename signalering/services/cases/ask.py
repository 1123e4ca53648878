"""Write to the reporter out of a case: without details that is the way to the resident.

The signal stays finished and without a keeper; its reporter can answer until the case ends.
"""

from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.cases.ask import WriteToReporter
from signalering.domain.commands.signals.ask import MESSAGE_LIMIT
from signalering.domain.errors import InvalidInput, NotAllowedNow
from signalering.domain.states import CaseState, SignalState
from signalering.domain.views.signals.reply import MessageKind
from signalering.models.cases.case import Case
from signalering.services.audit.record import record
from signalering.services.cases.consents import contact_withdrawn
from signalering.services.cases.contact import held_contact, require_no_news
from signalering.services.cases.entries import Entries, case_entries, case_key
from signalering.services.cases.finding import change, kept_case
from signalering.services.cases.standing import require_unrestricted
from signalering.services.cases.telling import may_add_words, signal_of_case
from signalering.services.cases.tries import had_contact
from signalering.services.signals.last_word import OF_CASE
from signalering.services.signals.messages import from_coordinator, written
from signalering.services.signals.note import check_text
from signalering.services.signals.publish import tell_reporter
from signalering.services.signals.thread import add_thread_entry, thread_key
from signalering.services.work import Work

FIELD = "message"


def ask(work: Work, command: WriteToReporter) -> None:
    """Seal it to both; its reporter sees it from the next working day on, when the mail leaves too.

    Once somebody spoke with the resident there is something to tell, and that needs the resident's
    consent. Raises NotFound, Denied, Conflict, InvalidInput (NoteIdentifies), NotAllowedNow,
    CannotOpen.
    """
    case = kept_case(work, command.case_id, command.version)
    if case.state == CaseState.CLOSED:
        raise NotAllowedNow
    require_unrestricted(case)
    entries = case_entries(work, case, case_key(work, case))
    text = check_text(work, written(command.text, MESSAGE_LIMIT, FIELD), FIELD, command.no_names)
    change(work, case)
    held_contact(work, case.id)
    require_no_news(work, case)
    if contact_withdrawn(entries):
        raise NotAllowedNow("contact_withdrawn")
    if not may_ask(work, case, entries):
        raise InvalidInput(FIELD, "words_after_contact")
    signal = signal_of_case(work, entries)
    if signal is None:
        raise NotAllowedNow("signal_gone")
    if signal.state != SignalState.CLOSED:
        raise NotAllowedNow("signal_came_back")
    payload = from_coordinator(work, text) | {OF_CASE: True}
    number = add_thread_entry(work, signal, thread_key(work, signal), payload)
    tell_reporter(work, signal)
    record(
        work,
        AuditAction.REPORTER_WRITTEN_TO,
        signal.id,
        entry_id=number,
        kind=MessageKind.MESSAGE.value,
    )


def may_ask(work: Work, case: Case, entries: Entries) -> bool:
    """Whether free words may go to the reporter now: nothing is there to tell, or it is agreed."""
    if contact_withdrawn(entries):
        return False
    return not had_contact(entries) or may_add_words(work, case, entries)
