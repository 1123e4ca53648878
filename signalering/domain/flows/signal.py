"""How a signal moves, and what its reporter sees of it."""

from collections.abc import Mapping
from types import MappingProxyType

from signalering.domain.errors import InvalidInput
from signalering.domain.flows.table import By, Edge, Flow, Reason, edge
from signalering.domain.outcomes import ENDINGS_FINISHED
from signalering.domain.states import (
    FeedbackLine,
    NotSuitableReason,
    ReporterStatus,
    SignalEnding,
    SignalState,
)

_ENDING = Reason("signal_endings")
_REOPEN = Reason("reopen_reasons")

NEW = SignalState.NEW
NOTED = SignalState.NOTED
IN_TRIAGE = SignalState.IN_TRIAGE
QUESTION = SignalState.QUESTION_ASKED
AWAITING = SignalState.AWAITING_RESIDENT
CLOSED = SignalState.CLOSED
EXPIRED = SignalState.EXPIRED
WITHDRAWN = SignalState.WITHDRAWN

FLOW: Flow[SignalState] = Flow(
    SignalState,
    NEW,
    (
        edge(NEW, IN_TRIAGE, [By.COORDINATOR], "somebody takes it in hand"),
        edge(NEW, NOTED, [By.SYSTEM], "the reporter asks nothing: counted and thanked"),
        edge(NEW, WITHDRAWN, [By.REPORTER], "the reporter takes it back before anybody has it"),
        edge(
            IN_TRIAGE,
            NEW,
            [By.OWNER, By.SYSTEM],
            "handed back to the queue, also when its owner's account ends",
        ),
        edge(IN_TRIAGE, QUESTION, [By.OWNER], "the codes leave something open"),
        edge(IN_TRIAGE, AWAITING, [By.OWNER], "a card was handed over; the resident may answer"),
        edge(IN_TRIAGE, CLOSED, [By.OWNER], "triage ends", _ENDING),
        edge(
            QUESTION,
            IN_TRIAGE,
            [By.REPORTER, By.OWNER, By.SYSTEM],
            "answered, in the thread or by phone to the owner, or the resident said yes meanwhile",
        ),
        edge(QUESTION, EXPIRED, [By.SYSTEM], "no answer came in time"),
        edge(QUESTION, WITHDRAWN, [By.REPORTER], "the reporter takes it back instead of answering"),
        edge(
            AWAITING,
            IN_TRIAGE,
            [By.RESIDENT, By.OWNER],
            "details came by card, or by phone to the owner",
        ),
        edge(AWAITING, EXPIRED, [By.SYSTEM], "the card is no longer valid"),
        edge(EXPIRED, IN_TRIAGE, [By.COORDINATOR], "there is something to do after all", _REOPEN),
        edge(CLOSED, IN_TRIAGE, [By.COORDINATOR], "there is something to do after all", _REOPEN),
        # Details left later bring a signal back to the queue, with a fresh deadline.
        edge(NOTED, NEW, [By.RESIDENT], "the resident left details with the card"),
        edge(EXPIRED, NEW, [By.RESIDENT], "the resident left details with the card"),
        edge(CLOSED, NEW, [By.RESIDENT], "the resident left details with the card"),
    ),
)

ENTRY: SignalState = FLOW.entry
TERMINAL: frozenset[SignalState] = FLOW.terminal

# States in which a coordinator has the signal in hand.
OWNED: frozenset[SignalState] = frozenset({IN_TRIAGE, QUESTION, AWAITING})

REPORTER_STATUS: Mapping[SignalState, ReporterStatus] = MappingProxyType(
    {
        NEW: ReporterStatus.RECEIVED,
        NOTED: ReporterStatus.FINISHED,
        IN_TRIAGE: ReporterStatus.PICKED_UP,
        QUESTION: ReporterStatus.QUESTION_FOR_YOU,
        AWAITING: ReporterStatus.PICKED_UP,
        CLOSED: ReporterStatus.NOT_PICKED_UP,
        EXPIRED: ReporterStatus.NOT_PICKED_UP,
        WITHDRAWN: ReporterStatus.WITHDRAWN,
    }
)


def check(
    start: SignalState, end: SignalState, by: By, reason: str | None = None
) -> Edge[SignalState]:
    """See `Flow.check`; closing takes an ending as its reason."""
    return FLOW.check(start, end, by, reason)


def moves(start: SignalState, by: By) -> tuple[SignalState, ...]:
    """See `Flow.moves`."""
    return FLOW.moves(start, by)


def check_ending(ending: SignalEnding, reason: NotSuitableReason | None) -> None:
    """Raise InvalidInput on `reason` unless `not_suitable`, and it alone, says why."""
    if ending is SignalEnding.NOT_SUITABLE and reason is None:
        raise InvalidInput("reason", "ending_reason_needed")
    if ending is not SignalEnding.NOT_SUITABLE and reason is not None:
        raise InvalidInput("reason", "reason_not_asked")


def check_feedback(line: FeedbackLine, *, resident_agreed: bool) -> None:
    """Raise InvalidInput when a line says more than the resident allowed (`tell_reporter`)."""
    if line is FeedbackLine.IN_CONTACT and not resident_agreed:
        raise InvalidInput("feedback", "feedback_needs_consent")


def check_words(*, resident_agreed: bool) -> None:
    """Raise InvalidInput when free words would go along that the resident didn't allow."""
    if not resident_agreed:
        raise InvalidInput("message", "feedback_needs_consent")


def reporter_status(state: SignalState, ending: SignalEnding | None = None) -> ReporterStatus:
    """What the reporter sees of a state; a closed signal's ending decides between two words."""
    if state is CLOSED and ending in ENDINGS_FINISHED:
        return ReporterStatus.FINISHED
    return REPORTER_STATUS[state]
