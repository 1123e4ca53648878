"""Every pair of states of a signal: allowed to whom, and everything else forbidden."""

from itertools import product

import pytest

from signalering.domain.errors import InvalidInput, NotAllowedNow
from signalering.domain.flows import signal
from signalering.domain.flows.table import By
from signalering.domain.states import (
    FeedbackLine,
    NotSuitableReason,
    ReporterStatus,
    SignalEnding,
    SignalState,
)

# start, end, who may, and a reason that fits where one is needed. Written out a second time on
# purpose: a change of the program's table has to be meant.
ALLOWED = {
    ("new", "in_triage"): ("coordinator", None),
    ("new", "noted"): ("system", None),
    ("new", "withdrawn"): ("reporter", None),
    ("in_triage", "new"): ("owner system", None),
    ("in_triage", "question_asked"): ("owner", None),
    ("in_triage", "awaiting_resident"): ("owner", None),
    ("in_triage", "closed"): ("owner", "advice_given"),
    ("question_asked", "in_triage"): ("reporter owner system", None),
    ("question_asked", "expired"): ("system", None),
    ("question_asked", "withdrawn"): ("reporter", None),
    ("awaiting_resident", "in_triage"): ("resident owner", None),
    ("awaiting_resident", "expired"): ("system", None),
    ("expired", "in_triage"): ("coordinator", "new_information"),
    ("closed", "in_triage"): ("coordinator", "new_information"),
    ("noted", "new"): ("resident", None),
    ("expired", "new"): ("resident", None),
    ("closed", "new"): ("resident", None),
}
TRIPLES = list(product(SignalState, SignalState, By))


@pytest.mark.parametrize(("start", "end", "by"), TRIPLES)
def test_every_pair_and_part(start: SignalState, end: SignalState, by: By) -> None:
    who, reason = ALLOWED.get((start, end), ("", None))
    if by in who.split():
        assert signal.check(start, end, by, reason).why
        assert end in signal.moves(start, by)
    else:
        with pytest.raises(NotAllowedNow):
            signal.check(start, end, by, reason)
        assert end not in signal.moves(start, by)


@pytest.mark.parametrize("pair", [pair for pair, (_, reason) in ALLOWED.items() if reason])
def test_a_move_that_needs_a_reason_refuses_none_and_a_foreign_one(pair: tuple[str, str]) -> None:
    start, end = map(SignalState, pair)
    by = By(ALLOWED[pair][0])
    for reason, code in (
        (None, "reason_needed"),
        ("", "reason_needed"),
        ("zomaar", "unknown_code"),
    ):
        with pytest.raises(InvalidInput, match=code):
            signal.check(start, end, by, reason)


def test_a_move_without_a_reason_refuses_one() -> None:
    with pytest.raises(InvalidInput, match="reason_not_asked"):
        signal.check(signal.NEW, signal.IN_TRIAGE, By.COORDINATOR, "new_information")


def test_each_state_is_reached_from_the_entry() -> None:
    assert signal.ENTRY is SignalState.NEW
    reached: set[SignalState] = {signal.ENTRY}
    waiting: list[SignalState] = [signal.ENTRY]
    while waiting:
        here = waiting.pop()
        ends = {SignalState(end) for start, end in ALLOWED if start == here} - reached
        reached |= ends
        waiting += ends
    assert reached == set(SignalState)


def test_withdrawn_alone_is_never_left() -> None:
    assert {SignalState.WITHDRAWN} == signal.TERMINAL


def test_only_not_suitable_says_why() -> None:
    signal.check_ending(SignalEnding.NOT_SUITABLE, NotSuitableReason.UNDER_18)
    signal.check_ending(SignalEnding.DUPLICATE, None)
    with pytest.raises(InvalidInput, match="ending_reason_needed"):
        signal.check_ending(SignalEnding.NOT_SUITABLE, None)
    for ending in set(SignalEnding) - {SignalEnding.NOT_SUITABLE}:
        with pytest.raises(InvalidInput, match="reason_not_asked"):
            signal.check_ending(ending, NotSuitableReason.UNDER_18)


def test_in_contact_is_told_with_consent_only() -> None:
    signal.check_feedback(FeedbackLine.IN_CONTACT, resident_agreed=True)
    signal.check_feedback(FeedbackLine.THANKS, resident_agreed=False)
    with pytest.raises(InvalidInput, match="feedback_needs_consent"):
        signal.check_feedback(FeedbackLine.IN_CONTACT, resident_agreed=False)


@pytest.mark.parametrize(
    ("state", "status"),
    [
        (SignalState.NEW, ReporterStatus.RECEIVED),
        (SignalState.IN_TRIAGE, ReporterStatus.PICKED_UP),
        (SignalState.AWAITING_RESIDENT, ReporterStatus.PICKED_UP),
        (SignalState.QUESTION_ASKED, ReporterStatus.QUESTION_FOR_YOU),
        (SignalState.NOTED, ReporterStatus.FINISHED),
        (SignalState.EXPIRED, ReporterStatus.NOT_PICKED_UP),
        (SignalState.WITHDRAWN, ReporterStatus.WITHDRAWN),
    ],
)
def test_what_the_reporter_sees(state: SignalState, status: ReporterStatus) -> None:
    assert signal.reporter_status(state) is status


@pytest.mark.parametrize("ending", SignalEnding)
def test_what_the_reporter_sees_of_a_closed_signal(ending: SignalEnding) -> None:
    finished = {"case_opened", "advice_given", "signposted", "handed_over"}
    expected = ReporterStatus.FINISHED if ending in finished else ReporterStatus.NOT_PICKED_UP
    assert signal.reporter_status(SignalState.CLOSED, ending) is expected
