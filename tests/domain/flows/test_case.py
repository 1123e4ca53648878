"""Every pair of states of a case, and every outcome from every state."""

from collections.abc import Set as AbstractSet
from datetime import date, timedelta
from itertools import product

import pytest

from signalering.domain.errors import InvalidInput, NotAllowedNow
from signalering.domain.flows import case
from signalering.domain.flows.table import By
from signalering.domain.states import CaseOutcome, CaseState

ALLOWED = {
    ("opened", "contacting"): ("owner", None),
    ("opened", "in_conversation"): ("owner", None),
    ("opened", "closed"): ("owner", "declined"),
    ("contacting", "in_conversation"): ("owner", None),
    ("contacting", "closed"): ("owner", "not_reached"),
    ("in_conversation", "contacting"): ("owner", None),
    ("in_conversation", "supported"): ("owner", None),
    ("in_conversation", "closed"): ("owner", "own_strength"),
    ("supported", "in_conversation"): ("owner", None),
    ("supported", "aftercare"): ("owner", None),
    ("supported", "closed"): ("owner", "linked_and_started"),
    ("aftercare", "in_conversation"): ("owner", None),
    ("aftercare", "closed"): ("owner", "linked_and_started"),
    ("closed", "contacting"): ("coordinator", "late_answer"),
    ("closed", "in_conversation"): ("coordinator", "asked_again"),
}
WITHOUT_CONVERSATION = {
    "not_reached",
    "declined",
    "moved",
    "deceased",
    "duplicate",
    "own_strength",
    "information_only",
}
FORBIDDEN_OUTCOMES: dict[str, AbstractSet[str]] = {
    "opened": set(CaseOutcome) - WITHOUT_CONVERSATION,
    "contacting": set(CaseOutcome) - WITHOUT_CONVERSATION,
    "in_conversation": {"not_reached", "linked_and_started"},
    "supported": {"not_reached", "information_only"},
    "aftercare": {"not_reached", "information_only"},
}
TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(("start", "end", "by"), list(product(CaseState, CaseState, By)))
def test_every_pair_and_part(start: CaseState, end: CaseState, by: By) -> None:
    who, reason = ALLOWED.get((start, end), ("", None))
    if by in who.split():
        assert case.check(start, end, by, reason).why
        assert end in case.moves(start, by)
    else:
        with pytest.raises(NotAllowedNow):
            case.check(start, end, by, reason)
        assert end not in case.moves(start, by)


@pytest.mark.parametrize(("start", "outcome"), list(product(FORBIDDEN_OUTCOMES, CaseOutcome)))
def test_every_outcome_from_every_state(start: str, outcome: CaseOutcome) -> None:
    state = CaseState(start)
    if outcome in FORBIDDEN_OUTCOMES[start]:
        with pytest.raises(InvalidInput) as refused:
            case.check(state, CaseState.CLOSED, By.OWNER, outcome)
        assert (refused.value.field, refused.value.code) == ("outcome", "outcome_not_here")
    else:
        assert case.check(state, CaseState.CLOSED, By.OWNER, outcome)
        assert outcome in case.OUTCOMES[state]


@pytest.mark.parametrize("pair", [pair for pair, (_, reason) in ALLOWED.items() if reason])
def test_closing_and_reopening_need_a_reason_from_the_list(pair: tuple[str, str]) -> None:
    start, end = map(CaseState, pair)
    by = By(ALLOWED[pair][0])
    for reason, code in ((None, "reason_needed"), ("zomaar", "unknown_code")):
        with pytest.raises(InvalidInput, match=code):
            case.check(start, end, by, reason)


def test_each_state_is_reached_from_the_entry_and_none_is_a_dead_end() -> None:
    assert case.ENTRY is CaseState.OPENED
    assert {end for _, end in ALLOWED} == set(CaseState) - {CaseState.OPENED}
    assert frozenset() == case.TERMINAL
    assert CaseState.CLOSED not in case.LIVE


def test_each_live_state_can_be_closed_at_a_death() -> None:
    for state in case.LIVE:
        assert case.check(state, CaseState.CLOSED, By.OWNER, CaseOutcome.DECEASED)


def test_every_outcome_closes_some_case() -> None:
    assert set().union(*case.OUTCOMES.values()) == set(CaseOutcome)


def test_a_pause_is_to_come_and_eight_weeks_at_most() -> None:
    case.check_pause(TODAY + timedelta(days=1), TODAY, 8)
    case.check_pause(TODAY + timedelta(days=56), TODAY, 8)
    for days, code in ((57, "pause_too_long"), (0, "pause_in_the_past"), (-1, "pause_in_the_past")):
        with pytest.raises(InvalidInput, match=code):
            case.check_pause(TODAY + timedelta(days=days), TODAY, 8)
