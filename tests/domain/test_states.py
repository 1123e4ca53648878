"""The enums and the packaged lists are the same, in content and in order."""

from enum import StrEnum

import pytest

from signalering.domain import states
from signalering.domain.outcomes import (
    ENDINGS_FINISHED,
    OUTCOME_CLASS,
    OUTCOMES_WITH_FOLLOW_UP,
    OUTCOMES_WITHOUT_CONVERSATION,
    OutcomeClass,
)
from signalering.domain.states import CaseOutcome, SignalEnding
from signalering.domain.vocabularies import vocabulary

LISTS: dict[type[StrEnum], str] = {
    states.Hat: "hats",
    states.SignalState: "signal_states",
    states.SignalEnding: "signal_endings",
    states.NotSuitableReason: "not_suitable_reasons",
    states.ReporterStatus: "reporter_status",
    states.FeedbackLine: "feedback_lines",
    states.NoFeedback: "feedback_not_needed",
    states.Request: "requests",
    states.ContactAnswer: "contact_answers",
    states.CaseState: "case_states",
    states.CaseOutcome: "case_outcomes",
    states.PauseReason: "pause_reasons",
    states.Channel: "channels",
    states.AttemptResult: "attempt_results",
    states.ConsentScope: "consent_scopes",
    states.ConsentWay: "consent_ways",
    states.Right: "rights",
    states.RightAnswer: "right_answers",
    states.InformedWay: "informed_ways",
    states.ReferralState: "referral_states",
    states.Attendance: "attendance",
    states.DeclineReason: "decline_reasons",
    states.StopReason: "stop_reasons",
    states.ChangeClass: "change_classes",
    states.StatisticsEvent: "statistics_events",
    OutcomeClass: "outcome_classes",
}


@pytest.mark.parametrize("enum", LISTS, ids=lambda enum: enum.__name__)
def test_an_enum_equals_its_list(enum: type[StrEnum]) -> None:
    assert tuple(enum) == vocabulary(LISTS[enum]).codes


def test_every_enum_stands_in_the_table_above() -> None:
    enums = {
        thing
        for thing in vars(states).values()
        if isinstance(thing, type) and issubclass(thing, StrEnum) and thing is not StrEnum
    }
    assert enums | {OutcomeClass} == LISTS.keys()


def test_only_outcomes_that_need_a_conversation_count_as_follow_up() -> None:
    assert {
        CaseOutcome.LINKED_AND_STARTED,
        CaseOutcome.LINKED_NOT_STARTED,
        CaseOutcome.REFERRED_TO_CARE,
    } == OUTCOMES_WITH_FOLLOW_UP
    assert not OUTCOMES_WITH_FOLLOW_UP & OUTCOMES_WITHOUT_CONVERSATION


def test_every_outcome_is_counted_in_one_of_five_classes() -> None:
    assert OUTCOME_CLASS.keys() == set(CaseOutcome)
    assert set(OUTCOME_CLASS.values()) == set(OutcomeClass)
    assert len(OutcomeClass) == 5


def test_duplicate_and_not_suitable_are_no_finish() -> None:
    assert set(SignalEnding) - ENDINGS_FINISHED == {
        SignalEnding.DUPLICATE,
        SignalEnding.NOT_SUITABLE,
    }
