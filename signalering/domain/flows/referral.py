"""How a referral moves; "sent" is never a success, taking part is."""

from collections.abc import Collection

from signalering.domain.errors import InvalidInput, NotAllowedNow
from signalering.domain.flows.table import By, Edge, Flow, Reason, edge
from signalering.domain.states import Attendance, ReferralState, StopReason
from signalering.domain.vocabularies import vocabulary

_STOP = Reason("stop_reasons")
# The receiver has no account: by link, or by phone to the coordinator, who records it.
_RECEIVER = (By.RECEIVER, By.OWNER)
# Consent is withdrawn on the card page or to the coordinator; the system carries it through.
_WITHDRAWING = (By.RESIDENT, By.OWNER, By.SYSTEM)

PROPOSED = ReferralState.PROPOSED
CONSENTED = ReferralState.CONSENTED
SENT = ReferralState.SENT
ACCEPTED = ReferralState.ACCEPTED
WAITING_LIST = ReferralState.WAITING_LIST
STARTED = ReferralState.STARTED
COMPLETED = ReferralState.COMPLETED
DECLINED = ReferralState.DECLINED
NOT_STARTED = ReferralState.NOT_STARTED
STOPPED = ReferralState.STOPPED
EXPIRED = ReferralState.EXPIRED
REVOKED = ReferralState.REVOKED

BEFORE_START: tuple[ReferralState, ...] = (PROPOSED, CONSENTED, SENT, ACCEPTED, WAITING_LIST)

FLOW: Flow[ReferralState] = Flow(
    ReferralState,
    PROPOSED,
    (
        edge(PROPOSED, CONSENTED, [By.OWNER], "the resident agrees to this initiative"),
        edge(CONSENTED, SENT, [By.OWNER], "the receiver is asked"),
        edge(SENT, ACCEPTED, _RECEIVER, "the receiver takes it on"),
        edge(SENT, DECLINED, _RECEIVER, "the receiver can't", Reason("decline_reasons")),
        edge(SENT, EXPIRED, [By.SYSTEM], "no answer in 14 days"),
        edge(EXPIRED, SENT, [By.OWNER], "the receiver is asked once more"),
        edge(ACCEPTED, WAITING_LIST, _RECEIVER, "there is no place yet"),
        edge(ACCEPTED, STARTED, _RECEIVER, "the resident came"),
        edge(ACCEPTED, NOT_STARTED, _RECEIVER, "it came to nothing", _STOP),
        edge(WAITING_LIST, STARTED, _RECEIVER, "a place came free and the resident came"),
        edge(
            WAITING_LIST,
            NOT_STARTED,
            _RECEIVER,
            "it came to nothing; the waiting may be reason enough",
            Reason("stop_reasons", required=False),
        ),
        edge(STARTED, COMPLETED, _RECEIVER, "it ran its course, or goes on without us"),
        edge(STARTED, STOPPED, (*_RECEIVER, By.RESIDENT, By.SYSTEM), "it ended early", _STOP),
        *(
            edge(state, REVOKED, _WITHDRAWING, "the resident withdrew consent")
            for state in BEFORE_START
        ),
    ),
)

# Nobody just says that consent is gone: withdrawing it is a verb of its own, which destroys what
# rests on it, and gives this reason itself.
STOP_REASONS_TO_SAY: tuple[str, ...] = tuple(
    code for code in vocabulary("stop_reasons").codes if code != StopReason.CONSENT_WITHDRAWN
)

ENTRY: ReferralState = FLOW.entry
TERMINAL: frozenset[ReferralState] = FLOW.terminal
# Nothing is waited for any more; what expired can be asked once more, or elsewhere.
FINISHED: frozenset[ReferralState] = TERMINAL | {EXPIRED}


def check(
    start: ReferralState, end: ReferralState, by: By, reason: str | None = None
) -> Edge[ReferralState]:
    """See `Flow.check`."""
    return FLOW.check(start, end, by, reason)


def check_said(
    start: ReferralState, end: ReferralState, by: By, reason: str | None = None
) -> Edge[ReferralState]:
    """The same for a step with its reason as somebody says it. Raises as `Flow.check` does."""
    if reason == StopReason.CONSENT_WITHDRAWN:
        raise InvalidInput("reason", "unknown_code")
    return check(start, end, by, reason)


def moves(start: ReferralState, by: By) -> tuple[ReferralState, ...]:
    """See `Flow.moves`."""
    return FLOW.moves(start, by)


def after_withdrawal(state: ReferralState) -> tuple[ReferralState, str | None] | None:
    """Where withdrawn consent takes a referral, and the reason to give; None when it has ended."""
    if state in BEFORE_START:
        return REVOKED, None
    if state is STARTED:
        return STOPPED, StopReason.CONSENT_WITHDRAWN
    return None


def check_attendance(
    state: ReferralState, recorded: Collection[Attendance], step: Attendance
) -> None:
    """Raise NotAllowedNow unless the step may be recorded: once started, each once, forward."""
    order = list(Attendance)
    forward = all(order.index(done) < order.index(step) for done in recorded)
    if state is not STARTED or not forward:
        raise NotAllowedNow("attendance_not_now")
