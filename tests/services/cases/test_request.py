"""What a resident asks: a month for the answer, once two more; an objection stops contact."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from kit import trail
from kit.cards import left
from kit.cases import (
    case_in,
    case_row,
    contact_row,
    do,
    opened,
    referral_in,
    referral_row,
    told,
    tried,
    version,
)
from kit.rights import answered, asked, informed
from kit.signals import a_signal
from kit.tasks import planned, rows_of
from kit.town import Town

from signalering.domain.commands.cases.close import CloseCase
from signalering.domain.commands.cases.feedback import GiveFeedback
from signalering.domain.commands.cases.list import CaseFilter, ListCases
from signalering.domain.commands.cases.move import MoveCase
from signalering.domain.commands.cases.request import RecordRequest
from signalering.domain.errors import Denied, InvalidInput, NotAllowedNow
from signalering.domain.states import (
    CaseOutcome,
    CaseState,
    FeedbackLine,
    ReferralState,
    Right,
    RightAnswer,
)
from signalering.services.cases.card import card
from signalering.services.cases.close import close
from signalering.services.cases.feedback import feedback
from signalering.services.cases.list import list_cases
from signalering.services.cases.move import move
from signalering.services.cases.request import request
from signalering.services.cases.show import open_record
from signalering.services.cases.today import today

GRANTED, REFUSED, EXTENDED = RightAnswer.GRANTED, RightAnswer.REFUSED, RightAnswer.EXTENDED
QUIET = [right for right in Right if right is not Right.OBJECTION]


def clock(town: Town, case_id: UUID) -> date | None:
    return case_row(town, case_id).request_by


@pytest.mark.parametrize("right", QUIET)
def test_each_starts_the_month(file_town: Town, right: Right) -> None:
    case_id = opened(file_town)
    number = asked(file_town, case_id, right, text="Ik wil het weten")
    assert clock(file_town, case_id) == date(2026, 12, 23)
    (entry,) = told(file_town, case_id, "request")
    assert (entry["right"], entry["received"]) == (right, "2026-11-23")
    assert entry["text"] == "Ik wil het weten"
    (line,) = trail.entries(file_town, "right_asked")
    assert line["details"] == {"entry_id": str(number), "right": right.value}
    answered(file_town, case_id, number)
    assert clock(file_town, case_id) is None


def test_of_several_the_earliest_counts(town: Town) -> None:
    case_id = opened(town)
    day = town.clock.today()
    late = asked(town, case_id, Right.ERASURE)
    early = asked(town, case_id, Right.ACCESS, day - timedelta(days=10))
    assert clock(town, case_id) == date(2026, 12, 13)
    answered(town, case_id, early)
    assert clock(town, case_id) == date(2026, 12, 23)
    answered(town, case_id, late, REFUSED, "Dat mag nog niet")
    assert clock(town, case_id) is None


def test_two_months_more_once_and_in_time(town: Town) -> None:
    case_id = opened(town)
    number = asked(town, case_id)
    with pytest.raises(InvalidInput) as refusal:
        answered(town, case_id, number, EXTENDED)
    assert refusal.value.field == "text"
    answered(town, case_id, number, EXTENDED, "Er is veel te lezen")
    assert clock(town, case_id) == date(2027, 2, 23)
    with pytest.raises(InvalidInput) as refusal:
        answered(town, case_id, number, EXTENDED, "Nog meer")
    assert (refusal.value.field, refusal.value.code) == ("ruling", "extended_once")
    answered(town, case_id, number)
    assert clock(town, case_id) is None


def test_after_the_month_there_is_no_more_time(file_town: Town) -> None:
    case_id = opened(file_town)
    number = asked(file_town, case_id)
    file_town.clock.move_to(file_town.clock.now() + timedelta(days=31))
    with file_town.work("coordinator") as work:
        step = open_record(work, case_id).next_steps[0]
    assert (step.overdue, step.number) == (True, number)
    with pytest.raises(InvalidInput):
        answered(file_town, case_id, number, EXTENDED, "Te laat")
    answered(file_town, case_id, number)


def test_the_resident_hears_the_answer_and_a_no_has_its_reason(file_town: Town) -> None:
    case_id = opened(file_town)
    number = asked(file_town, case_id)
    with pytest.raises(InvalidInput) as refusal:
        answered(file_town, case_id, number, REFUSED)
    assert refusal.value.field == "text"
    with pytest.raises(InvalidInput) as refusal:
        answered(file_town, case_id, number, told=False)
    assert refusal.value.field == "told"
    answered(file_town, case_id, number)
    with pytest.raises(NotAllowedNow, match="request_answered"):
        answered(file_town, case_id, number)
    with pytest.raises(NotAllowedNow):
        answered(file_town, case_id, 1)


@pytest.mark.parametrize("ahead", [1, -370, -700_000])
def test_on_a_day_that_can_be(file_town: Town, ahead: int) -> None:
    case_id = opened(file_town)
    day = file_town.clock.today() + timedelta(days=ahead)
    with pytest.raises(InvalidInput) as refusal:
        asked(file_town, case_id, received=day)
    assert refusal.value.field == "received"
    assert clock(file_town, case_id) is None


def test_only_by_its_keeper(file_town: Town) -> None:
    case_id = opened(file_town)
    command = RecordRequest(case_id, 1, Right.ACCESS, file_town.clock.today())
    with pytest.raises(Denied):
        do(file_town, lambda w: request(w, command), "other_coordinator")


def test_an_objection_stops_contact_as_a_withdrawal_does(town: Town) -> None:
    case_id = case_in(town, CaseState.IN_CONVERSATION)
    referral = referral_in(town, ReferralState.SENT, case_id)
    with pytest.raises(InvalidInput) as refusal:
        asked(town, case_id, Right.OBJECTION)
    assert refusal.value.field == "confirmation"
    assert contact_row(town, case_id) is not None
    asked(town, case_id, Right.OBJECTION, text="Laat mij met rust", confirmed=True)
    assert contact_row(town, case_id) is None
    assert referral_row(town, referral).state == ReferralState.REVOKED
    row = case_row(town, case_id)
    assert row.inform_by is row.request_by is None
    assert [p["answer"] for p in told(town, case_id, "request_answer")] == ["granted"]
    assert trail.entries(town, "consent_withdrawn")


def test_an_objection_stops_the_way_through_the_reporter_too(file_town: Town) -> None:
    case_id = opened(file_town, command=a_signal())
    asked(file_town, case_id, Right.OBJECTION, confirmed=True)
    with pytest.raises(NotAllowedNow, match="contact_withdrawn"):
        tried(file_town, case_id)
    asked(file_town, case_id, Right.OBJECTION, confirmed=True)
    assert len(told(file_town, case_id, "consent")) == 1


def test_the_dead_ask_nothing(file_town: Town) -> None:
    case_id = opened(file_town)
    number = asked(file_town, case_id)
    do(
        file_town,
        lambda w: close(w, CloseCase(case_id, version(w, case_id), CaseOutcome.DECEASED)),
    )
    assert clock(file_town, case_id) is None
    with pytest.raises(NotAllowedNow, match="resident_deceased"):
        asked(file_town, case_id)
    with pytest.raises(NotAllowedNow, match="resident_deceased"):
        answered(file_town, case_id, number)


def test_an_objection_before_any_details_ends_what_was_planned_shared_and_left_behind(
    file_town: Town,
) -> None:
    case_id = opened(file_town, command=a_signal())
    card_made = do(file_town, lambda w: card(w, case_id, version(w, case_id)))
    planned(file_town, case_id)
    do(
        file_town,
        lambda w: move(w, MoveCase(case_id, version(w, case_id), CaseState.CONTACTING)),
    )
    do(
        file_town,
        lambda w: move(w, MoveCase(case_id, version(w, case_id), CaseState.IN_CONVERSATION)),
    )
    referral = referral_in(file_town, ReferralState.CONSENTED, case_id)
    asked(file_town, case_id, Right.OBJECTION, confirmed=True)
    assert rows_of(file_town, case_id) == []
    assert referral_row(file_town, referral).state == ReferralState.REVOKED
    assert case_row(file_town, case_id).deadline_kind == "task"
    with pytest.raises(InvalidInput, match="card_unknown"):
        left(file_town, card_made.code)


def own(town: Town) -> list[UUID]:
    """What stands with its keeper."""
    with town.committed("coordinator") as work:
        return [row.id for row in list_cases(work, ListCases(CaseFilter.OWN)).rows]


def of_today(town: Town) -> list[tuple[UUID, str, bool]]:
    """Each case of the day with its first step."""
    with town.committed("coordinator") as work:
        return [(row.case_id, row.steps[0].code, row.steps[0].overdue) for row in today(work).cases]


def finished(town: Town) -> UUID:
    """A case of which nothing is left to do."""
    case_id = opened(town)
    informed(town, case_id)
    outcome, line = CaseOutcome.INFORMATION_ONLY, FeedbackLine.THANKS
    do(town, lambda w: close(w, CloseCase(case_id, version(w, case_id), outcome, line=line)))
    assert own(town) == []
    return case_id


def test_asked_of_a_closed_case_it_stands_with_its_keeper_until_it_is_answered(
    town: Town,
) -> None:
    case_id = finished(town)
    first, second = asked(town, case_id), asked(town, case_id, Right.RESTRICTION)
    assert own(town) == [case_id]
    town.clock.move_to(town.clock.now() + timedelta(days=31))
    assert of_today(town) == [(case_id, "answer_request", True)]
    answered(town, case_id, first)
    assert own(town) == [case_id]
    answered(town, case_id, second)
    assert own(town) == []
    assert of_today(town) == []


def test_what_the_law_asks_outlives_the_feedback(file_town: Town) -> None:
    case_id = opened(file_town)
    number = asked(file_town, case_id)
    outcome = CaseOutcome.INFORMATION_ONLY
    do(file_town, lambda w: close(w, CloseCase(case_id, version(w, case_id), outcome)))
    give = GiveFeedback(case_id, case_row(file_town, case_id).version, line=FeedbackLine.THANKS)
    do(file_town, lambda w: feedback(w, give))
    assert own(file_town) == [case_id]
    answered(file_town, case_id, number)
    assert own(file_town) == [case_id], "the resident doesn't know of the case yet"
    with file_town.committed("coordinator") as work:
        assert [one.code for one in open_record(work, case_id).next_steps] == ["inform"]
    informed(file_town, case_id)
    assert own(file_town) == []


def test_a_card_that_was_used_stays_with_the_keeper_after_the_feedback(file_town: Town) -> None:
    case_id = opened(file_town, command=a_signal())
    code = do(file_town, lambda w: card(w, case_id, version(w, case_id))).code
    outcome = CaseOutcome.NOT_REACHED
    do(file_town, lambda w: close(w, CloseCase(case_id, version(w, case_id), outcome)))
    left(file_town, code)
    give = GiveFeedback(case_id, case_row(file_town, case_id).version, line=FeedbackLine.THANKS)
    do(file_town, lambda w: feedback(w, give))
    assert own(file_town) == [case_id]


def test_an_objection_to_a_closed_case_leaves_nothing_to_do(file_town: Town) -> None:
    case_id = finished(file_town)
    asked(file_town, case_id, Right.OBJECTION, confirmed=True)
    assert own(file_town) == []
