"""What may be told to the reporter of a case's signal, and telling it.

The way from the case to its signal stands in the case's first entry alone. On the signal no row is
added, no column changes and no day is written: one dump shows nothing there.
"""

from uuid import UUID

from signalering.domain.case_clocks import feedback
from signalering.domain.consent import TELLS_MORE
from signalering.domain.flows import signal as signals
from signalering.domain.lifecycles import KeyGroup
from signalering.domain.outcomes import OUTCOMES_WITHOUT_FEEDBACK
from signalering.domain.states import CaseOutcome, ConsentScope, FeedbackLine, SignalState
from signalering.models.cases.case import Case
from signalering.models.signals.signal import Signal
from signalering.services.cases.clocks import NO_CLOCK
from signalering.services.cases.consents import in_force
from signalering.services.cases.contact import contact_of, held_contact, require_no_news, said_no
from signalering.services.cases.entries import Entries
from signalering.services.cases.standing import require_unrestricted
from signalering.services.sealing import is_forgotten
from signalering.services.signals.last_word import say_last
from signalering.services.signals.publish import tell_reporter
from signalering.services.signals.thread import thread_key
from signalering.services.signals.triage import triage_entries, triage_key
from signalering.services.work import Work

KIND = "feedback"


def signal_of_case(work: Work, entries: Entries) -> Signal | None:
    """The signal that the case came from, as its seal says; nothing once that was erased."""
    signal = work.data.get(Signal, UUID(entries[0][1]["signal"]), populate_existing=True)
    if signal is None or is_forgotten(work, KeyGroup.CASEWORK, signal.thread_key_id):
        return None
    return signal


def is_told(entries: Entries) -> bool:
    """Whether that was given before, or found not needed: a case that ends twice tells it once."""
    return any(payload["kind"] == KIND for _, payload in entries)


def lines_for(work: Work, case: Case, entries: Entries) -> tuple[FeedbackLine, ...]:
    """The lines that may be said now: that there was contact only while the resident agrees."""
    agreed = _agreed(work, case, entries)
    return tuple(one for one in FeedbackLine if agreed or one is not FeedbackLine.IN_CONTACT)


def may_add_words(work: Work, case: Case, entries: Entries) -> bool:
    """Whether the text that the resident agreed to allows a few words more."""
    said = in_force(entries).get((ConsentScope.TELL_REPORTER.value, None))
    return bool(said and said["text_version"] in TELLS_MORE) and _agreed(work, case, entries)


def check_allowed(
    work: Work, case: Case, entries: Entries, line: FeedbackLine, *, words: bool = False
) -> None:
    """Raise InvalidInput when it says more than the resident agreed to.

    Raises NotAllowedNow while the case lies still, and while a no that the resident gave by card
    waits to be taken in: until this work is done nobody says one.
    """
    require_unrestricted(case)
    if line is FeedbackLine.IN_CONTACT or words:
        held_contact(work, case.id)
        require_no_news(work, case)
    signals.check_feedback(line, resident_agreed=_agreed(work, case, entries))
    if words:
        signals.check_words(resident_agreed=may_add_words(work, case, entries))


def due_after(work: Work, entries: Entries, outcome: CaseOutcome) -> dict[str, object]:
    """The columns of a case that closes: by when its reporter is to hear of it, if anybody is."""
    signal = signal_of_case(work, entries)
    if outcome in OUTCOMES_WITHOUT_FEEDBACK or is_told(entries) or signal is None:
        return NO_CLOCK
    if reporter_of(work, signal) == work.by().account_id:
        return NO_CLOCK
    day, kind = feedback(work.calendar, work.periods, work.clock.today())
    return NO_CLOCK | {"deadline_on": day, "deadline_kind": kind.value}


def reporter_of(work: Work, signal: Signal) -> UUID:
    """The account of who logged it. Raises CannotOpen."""
    entries = triage_entries(work, signal, triage_key(work, signal))
    return UUID(next(entry["account"] for _, entry in entries if entry["kind"] == "reporter"))


def tell(work: Work, signal: Signal, line: FeedbackLine) -> None:
    """Say the line from the next working day on; the mail says only that there is news."""
    say_last(work, signal, thread_key(work, signal), line)
    tell_reporter(work, signal)


def end_talk(work: Work, entries: Entries) -> None:
    """No answer of the reporter is waited for any more; nothing else is said."""
    signal = signal_of_case(work, entries)
    if signal is not None and signal.state == SignalState.CLOSED:
        say_last(work, signal, thread_key(work, signal), None)


def _agreed(work: Work, case: Case, entries: Entries) -> bool:
    given = (ConsentScope.TELL_REPORTER.value, None) in in_force(entries)
    return given and not said_no(contact_of(work, case.id))
