"""Attempts move the case, set the next deadline by the protocol, and a no ends it."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from kit.cases import case_in, case_row, closed_case, do, events_of, opened, told, tried, version
from kit.town import Town

from signalering.domain.commands.cases.move import MoveCase
from signalering.domain.errors import InvalidInput, NotAllowedNow
from signalering.domain.states import AttemptResult, CaseState, Channel
from signalering.services.cases.move import move
from signalering.services.cases.show import open_record

R = AttemptResult
MONDAY = date(2026, 11, 23)


def first_step(town: Town, case_id: UUID) -> str:
    """What the page says to do first."""
    with town.work("coordinator") as work:
        return open_record(work, case_id).next_steps[0].code


@pytest.mark.parametrize("result", [R.NO_ANSWER, R.MESSAGE_LEFT, R.WRONG_DETAILS])
def test_a_vain_try_begins_the_contacting_and_proposes_another_day(
    town: Town, result: AttemptResult
) -> None:
    case_id = opened(town)
    tried(town, case_id, result)
    case = case_row(town, case_id)
    assert case.state == CaseState.CONTACTING
    assert case.deadline_kind == "next_attempt"
    assert case.deadline_on is not None
    assert MONDAY < case.deadline_on <= MONDAY + timedelta(days=7)
    assert case.deadline_on.weekday() != MONDAY.weekday(), "another day of the week"
    assert events_of(town, case_id) == []


@pytest.mark.parametrize("result", [R.REACHED, R.APPOINTMENT])
def test_reaching_somebody_begins_the_conversation_and_counts_once(
    file_town: Town, result: AttemptResult
) -> None:
    case_id = opened(file_town)
    tried(file_town, case_id, result)
    case = case_row(file_town, case_id)
    assert (case.state, case.deadline_kind) == (CaseState.IN_CONVERSATION, "follow_up")
    tried(file_town, case_id, R.REACHED)
    assert events_of(file_town, case_id) == ["first_contact"]


def test_the_timeline_tells_the_attempt_and_the_step(file_town: Town) -> None:
    case_id = opened(file_town)
    tried(file_town, case_id)
    attempt, status = told(file_town, case_id)[-2:]
    assert (attempt["channel"], attempt["result"], attempt["part_of_day"]) == (
        "phone",
        "no_answer",
        "morning",
    )
    assert (status["kind"], status["from"], status["to"]) == ("status", "opened", "contacting")


def test_three_vain_tries_on_two_channels_suggest_to_stop(file_town: Town) -> None:
    case_id = opened(file_town)
    tried(file_town, case_id, part_of_day="morning")
    tried(file_town, case_id, part_of_day="afternoon")
    assert first_step(file_town, case_id) == "attempt"
    tried(file_town, case_id, channel=Channel.VISIT, part_of_day="evening")
    assert first_step(file_town, case_id) == "close_not_reached"
    assert case_row(file_town, case_id).deadline_kind == "task"


def test_three_tries_on_one_channel_are_not_enough(file_town: Town) -> None:
    case_id = opened(file_town)
    for part in ("morning", "afternoon", "evening"):
        tried(file_town, case_id, part_of_day=part)
    with file_town.work("coordinator") as work:
        step = open_record(work, case_id).next_steps[0]
    assert step.code == "attempt"
    assert step.channel != "phone"


def test_a_no_ends_the_trying(file_town: Town) -> None:
    case_id = opened(file_town)
    tried(file_town, case_id, R.DECLINED)
    assert first_step(file_town, case_id) == "close_declined"
    assert case_row(file_town, case_id).deadline_kind == "task"
    assert events_of(file_town, case_id) == []


def test_lost_contact_starts_the_counting_afresh(file_town: Town) -> None:
    case_id = opened(file_town)
    tried(file_town, case_id)
    tried(file_town, case_id, channel=Channel.VISIT)
    tried(file_town, case_id, R.REACHED)
    do(
        file_town,
        lambda w: move(w, MoveCase(case_id, version(w, case_id), CaseState.CONTACTING)),
    )
    tried(file_town, case_id)
    assert first_step(file_town, case_id) == "attempt"


def test_the_measures_day_stands_whatever_is_tried_meanwhile(file_town: Town) -> None:
    case_id = case_in(file_town, CaseState.AFTERCARE)
    before = case_row(file_town, case_id)
    tried(file_town, case_id)
    after = case_row(file_town, case_id)
    assert (after.deadline_on, after.deadline_kind) == (before.deadline_on, "measure")


def test_no_attempt_in_a_closed_case_and_none_of_a_foreign_part_of_day(file_town: Town) -> None:
    case_id = closed_case(file_town)
    with pytest.raises(NotAllowedNow):
        tried(file_town, case_id)
    with pytest.raises(InvalidInput):
        tried(file_town, opened(file_town), part_of_day="midnight")
