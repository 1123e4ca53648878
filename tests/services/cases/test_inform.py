"""A resident must know of the case: by when, and what stops the clock."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from kit import trail
from kit.cards import case_with_card, left
from kit.cases import case_row, closed_case, do, opened, told, tried, version
from kit.rights import informed
from kit.signals import CONTACT, a_signal
from kit.town import Town

from signalering.domain.commands.cases.add_details import AddDetails
from signalering.domain.commands.cases.attempt import RecordAttempt
from signalering.domain.commands.cases.close import CloseCase
from signalering.domain.commands.cases.inform import Inform
from signalering.domain.commands.cases.move import MoveCase
from signalering.domain.commands.cases.reopen import ReopenCase
from signalering.domain.commands.cases.withdraw_consent import WithdrawConsent
from signalering.domain.errors import Denied, InvalidInput, NotAllowedNow
from signalering.domain.rights import INFORM_TEXT_NOW, inform_by
from signalering.domain.states import (
    AttemptResult,
    CaseOutcome,
    CaseState,
    Channel,
    ConsentScope,
    ConsentWay,
    InformedWay,
)
from signalering.services.cases.add_details import add_details
from signalering.services.cases.attempt import attempt
from signalering.services.cases.close import close
from signalering.services.cases.inform import inform
from signalering.services.cases.move import move
from signalering.services.cases.reopen import reopen
from signalering.services.cases.show import open_record
from signalering.services.cases.take_news import take_news
from signalering.services.cases.withdraw_consent import withdraw_consent


def clock(town: Town, case_id: UUID) -> date | None:
    return case_row(town, case_id).inform_by


def reached(
    town: Town,
    case_id: UUID,
    result: AttemptResult = AttemptResult.REACHED,
    *,
    ticked: bool = False,
) -> None:
    do(
        town,
        lambda w: attempt(
            w,
            RecordAttempt(
                case_id,
                version(w, case_id),
                Channel.PHONE,
                result,
                "morning",
                informed=ticked,
            ),
        ),
    )


def test_it_runs_from_the_opening_within_the_month(town: Town) -> None:
    case_id = opened(town)
    assert clock(town, case_id) == inform_by(town.clock.today()) == date(2026, 12, 15)


def test_without_details_nobody_can_be_told(file_town: Town) -> None:
    case_id = opened(file_town, command=a_signal())
    tried(file_town, case_id, AttemptResult.REACHED, Channel.THROUGH_REPORTER)
    assert clock(file_town, case_id) is None


def test_it_runs_from_the_day_on_which_details_come_in_by_phone(town: Town) -> None:
    case_id = opened(town, command=a_signal())
    town.clock.move_to(town.clock.now() + timedelta(days=14))
    add = AddDetails(case_id, case_row(town, case_id).version, CONTACT)
    do(town, lambda w: add_details(w, add))
    assert clock(town, case_id) == inform_by(town.clock.today()) == date(2026, 12, 31)


def test_who_knows_already_need_not_hear_it_again_with_details(file_town: Town) -> None:
    case_id = opened(file_town, command=a_signal())
    informed(file_town, case_id)
    add = AddDetails(case_id, case_row(file_town, case_id).version, CONTACT)
    do(file_town, lambda w: add_details(w, add))
    assert clock(file_town, case_id) is None


def test_the_first_word_brings_it_forward(town: Town) -> None:
    case_id = opened(town)
    tried(town, case_id)
    assert clock(town, case_id) == date(2026, 12, 15)
    reached(town, case_id)
    assert clock(town, case_id) == town.clock.today()
    town.clock.move_to(town.clock.now() + timedelta(days=3))
    with town.work("coordinator") as work:
        step = open_record(work, case_id).next_steps[0]
    assert (step.code, step.overdue) == ("inform", True)
    tried(town, case_id)
    assert clock(town, case_id) == date(2026, 11, 23)


def test_one_tick_of_who_was_reached_is_enough(town: Town) -> None:
    case_id = opened(town)
    reached(town, case_id, ticked=True)
    assert clock(town, case_id) is None
    (entry,) = told(town, case_id, "informed")
    assert (entry["way"], entry["day"]) == ("spoken", "2026-11-23")
    assert entry["text_version"] == INFORM_TEXT_NOW
    (line,) = trail.entries(town, "resident_informed")
    assert line["details"]["informed_way"] == "spoken"
    reached(town, case_id)
    assert clock(town, case_id) is None


@pytest.mark.parametrize("result", [AttemptResult.NO_ANSWER, AttemptResult.MESSAGE_LEFT])
def test_who_was_not_reached_was_not_told(file_town: Town, result: AttemptResult) -> None:
    case_id = opened(file_town)
    with pytest.raises(InvalidInput) as refusal:
        reached(file_town, case_id, result, ticked=True)
    assert refusal.value.field == "informed"
    assert told(file_town, case_id, "informed") == told(file_town, case_id, "attempt") == []


@pytest.mark.parametrize("way", list(InformedWay))
def test_it_can_be_written_down_by_itself(file_town: Town, way: InformedWay) -> None:
    case_id = opened(file_town)
    informed(file_town, case_id, way)
    assert clock(file_town, case_id) is None
    assert told(file_town, case_id, "informed")[0]["way"] == way


@pytest.mark.parametrize("ahead", [1, -1, -700_000])
def test_on_a_day_of_the_case(file_town: Town, ahead: int) -> None:
    case_id = opened(file_town)
    with pytest.raises(InvalidInput):
        informed(file_town, case_id, on=file_town.clock.today() + timedelta(days=ahead))
    assert clock(file_town, case_id) is not None


def test_only_with_a_text_that_exists(file_town: Town) -> None:
    case_id = opened(file_town)
    today = file_town.clock.today()
    command = Inform(case_id, 1, InformedWay.SPOKEN, today, "informed-99")
    with pytest.raises(InvalidInput):
        do(file_town, lambda w: inform(w, command))


def test_only_by_its_keeper(file_town: Town) -> None:
    case_id = opened(file_town)
    today = file_town.clock.today()
    command = Inform(case_id, 1, InformedWay.SPOKEN, today, INFORM_TEXT_NOW)
    with pytest.raises(Denied):
        do(file_town, lambda w: inform(w, command), "other_coordinator")


def test_who_says_no_is_not_sought_for_it(town: Town) -> None:
    case_id = opened(town)
    no = WithdrawConsent(case_id, 1, ConsentScope.CONTACT, ConsentWay.WRITTEN, confirmed=True)
    do(town, lambda w: withdraw_consent(w, no))
    assert clock(town, case_id) is None


def test_an_end_leaves_the_duty_but_for_a_death(town: Town) -> None:
    case_id = closed_case(town)
    assert clock(town, case_id) is not None
    informed(town, case_id, InformedWay.LETTER)
    assert clock(town, case_id) is None


def test_a_death_ends_it_and_a_mistake_brings_it_back(town: Town) -> None:
    case_id = opened(town)
    do(town, lambda w: close(w, CloseCase(case_id, version(w, case_id), CaseOutcome.DECEASED)))
    assert clock(town, case_id) is None
    with pytest.raises(NotAllowedNow, match="resident_deceased"):
        informed(town, case_id)
    do(town, lambda w: reopen(w, ReopenCase(case_id, version(w, case_id), "by_mistake")))
    assert clock(town, case_id) == date(2026, 12, 15)


def test_whom_no_try_reached_nobody_can_tell_until_a_card_is_used(file_town: Town) -> None:
    case_id, code = case_with_card(file_town)
    lost = MoveCase(case_id, case_row(file_town, case_id).version, CaseState.CONTACTING)
    do(file_town, lambda w: move(w, lost))
    assert clock(file_town, case_id) is not None
    end = CaseOutcome.NOT_REACHED
    do(file_town, lambda w: close(w, CloseCase(case_id, version(w, case_id), end)))
    assert clock(file_town, case_id) is None
    left(file_town, code)
    do(file_town, lambda w: take_news(w, case_id, version(w, case_id)))
    assert clock(file_town, case_id) is not None
