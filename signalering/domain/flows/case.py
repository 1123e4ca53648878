"""How a case moves, and which outcomes close it from where."""

from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType

from signalering.domain.errors import InvalidInput
from signalering.domain.flows.table import By, Edge, Flow, Reason, edge
from signalering.domain.outcomes import OUTCOMES_WITHOUT_CONVERSATION
from signalering.domain.states import CaseOutcome, CaseState

_OUTCOME = Reason("case_outcomes")

OPENED = CaseState.OPENED
CONTACTING = CaseState.CONTACTING
IN_CONVERSATION = CaseState.IN_CONVERSATION
SUPPORTED = CaseState.SUPPORTED
AFTERCARE = CaseState.AFTERCARE
CLOSED = CaseState.CLOSED

FLOW: Flow[CaseState] = Flow(
    CaseState,
    OPENED,
    (
        edge(OPENED, CONTACTING, [By.OWNER], "the first attempt was made"),
        edge(OPENED, IN_CONVERSATION, [By.OWNER], "contact succeeded at once, or was there"),
        edge(OPENED, CLOSED, [By.OWNER], "it turned out that nothing is to be done", _OUTCOME),
        edge(CONTACTING, IN_CONVERSATION, [By.OWNER], "an attempt succeeded"),
        edge(CONTACTING, CLOSED, [By.OWNER], "not reached, or a no", _OUTCOME),
        edge(IN_CONVERSATION, CONTACTING, [By.OWNER], "contact was lost"),
        edge(IN_CONVERSATION, SUPPORTED, [By.OWNER], "linked to an offer, or accompanied"),
        edge(IN_CONVERSATION, CLOSED, [By.OWNER], "the conversation was enough", _OUTCOME),
        edge(SUPPORTED, IN_CONVERSATION, [By.OWNER], "the offer didn't fit: look again"),
        edge(SUPPORTED, AFTERCARE, [By.OWNER], "it runs; the 3-month measure is still to come"),
        edge(SUPPORTED, CLOSED, [By.OWNER], "support ended", _OUTCOME),
        edge(AFTERCARE, IN_CONVERSATION, [By.OWNER], "it went wrong again: look again"),
        edge(AFTERCARE, CLOSED, [By.OWNER], "the measure is done or declined", _OUTCOME),
        edge(
            CLOSED,
            CONTACTING,
            [By.COORDINATOR],
            "nobody was spoken to yet, and now the resident can be reached",
            Reason("reopen_reasons"),
        ),
        edge(
            CLOSED,
            IN_CONVERSATION,
            [By.COORDINATOR],
            "taken up again, while the record is kept",
            Reason("reopen_reasons"),
        ),
    ),
)

ENTRY: CaseState = FLOW.entry
TERMINAL: frozenset[CaseState] = FLOW.terminal
LIVE: frozenset[CaseState] = frozenset(CaseState) - {CLOSED}
# Nobody was spoken to yet, or contact was lost.
SEEKING: frozenset[CaseState] = frozenset({OPENED, CONTACTING})
# There was a conversation: only then is anybody referred, or measured.
CONVERSING: frozenset[CaseState] = frozenset({IN_CONVERSATION, SUPPORTED, AFTERCARE})

_AFTER_CONVERSATION = frozenset(CaseOutcome) - {
    # Whoever was spoken to was reached; lost contact goes back to `contacting` first.
    CaseOutcome.NOT_REACHED,
}

OUTCOMES: Mapping[CaseState, frozenset[CaseOutcome]] = MappingProxyType(
    {
        OPENED: OUTCOMES_WITHOUT_CONVERSATION,
        CONTACTING: OUTCOMES_WITHOUT_CONVERSATION,
        # Whoever started is supported: that state comes in between.
        IN_CONVERSATION: _AFTER_CONVERSATION - {CaseOutcome.LINKED_AND_STARTED},
        # After support it was more than information.
        SUPPORTED: _AFTER_CONVERSATION - {CaseOutcome.INFORMATION_ONLY},
        AFTERCARE: _AFTER_CONVERSATION - {CaseOutcome.INFORMATION_ONLY},
        CLOSED: frozenset(),
    }
)

# Aftercare ends with the measure, or with a word on why there is none; these speak for themselves.
WITHOUT_MEASURE: frozenset[CaseOutcome] = frozenset(
    {CaseOutcome.DECLINED, CaseOutcome.MOVED, CaseOutcome.DECEASED, CaseOutcome.DUPLICATE}
)


def check(start: CaseState, end: CaseState, by: By, reason: str | None = None) -> Edge[CaseState]:
    """See `Flow.check`; closing takes an outcome as its reason, and one that fits the state.

    Raises InvalidInput on `outcome` when it doesn't.
    """
    found = FLOW.check(start, end, by, reason)
    if end is CLOSED and reason not in OUTCOMES[start]:
        raise InvalidInput("outcome", "outcome_not_here")
    return found


def check_measured(start: CaseState, outcome: CaseOutcome, settled: bool) -> None:
    """Raise InvalidInput when aftercare would end without a word on its measure."""
    if start is AFTERCARE and not settled and outcome not in WITHOUT_MEASURE:
        raise InvalidInput("outcome", "measure_first")


def moves(start: CaseState, by: By) -> tuple[CaseState, ...]:
    """See `Flow.moves`."""
    return FLOW.moves(start, by)


def check_pause(until: date, today: date, weeks_at_most: int) -> None:
    """Raise InvalidInput on `paused_until` unless it is a day to come, and not too far off."""
    if until <= today:
        raise InvalidInput("paused_until", "pause_in_the_past")
    if until > today + timedelta(weeks=weeks_at_most):
        raise InvalidInput("paused_until", "pause_too_long", weeks=str(weeks_at_most))
