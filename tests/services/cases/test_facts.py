"""What happens in a case is counted once, with how long it took, and taken back with what is."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from kit.cases import (
    case_in,
    case_row,
    closed_case,
    do,
    events_of,
    facts_of,
    initiative,
    opened,
    referral_in,
    stepped,
    tried,
    version,
)
from kit.receivers import asked, heard
from kit.rights import lifted, restricted
from kit.town import Town
from sqlalchemy import select

from signalering.domain.commands.cases.close import CloseCase
from signalering.domain.commands.cases.reopen import ReopenCase
from signalering.domain.lifecycles import ReceiverSaid
from signalering.domain.states import (
    AttemptResult,
    Attendance,
    CaseOutcome,
    CaseState,
    ReferralState,
)
from signalering.models.directory.initiative import Initiative
from signalering.models.statistics.fact import PendingFact, StatFact
from signalering.services.cases.close import close
from signalering.services.cases.reopen import reopen
from signalering.services.referrals.take_answers import take_answers
from signalering.services.statistics.move import move_waiting

R = ReferralState


def fact(town: Town, case_id: UUID, event: str) -> dict[str, Any]:
    (found,) = [one for one in facts_of(town, case_id) if one["event"] == event]
    return found


def later(town: Town, days: int) -> None:
    town.clock.move_to(town.clock.now() + timedelta(days=days))


def shut(town: Town, case_id: UUID, outcome: CaseOutcome = CaseOutcome.OWN_STRENGTH) -> None:
    do(town, lambda work: close(work, CloseCase(case_id, version(work, case_id), outcome)))


def taken_up(town: Town, case_id: UUID) -> None:
    do(town, lambda work: reopen(work, ReopenCase(case_id, version(work, case_id), "by_mistake")))


def moved(town: Town) -> list[str]:
    with town.work(writes=False) as work:
        return sorted(work.data.scalars(select(StatFact.event)))


@pytest.mark.parametrize(("days", "found"), [(0, "0-5"), (7, "0-5"), (8, "6-10"), (40, "16+")])
def test_the_first_word_with_the_resident_has_its_class_of_days(
    file_town: Town, days: int, found: str
) -> None:
    """From a Monday on: seven days later five working days have gone."""
    case_id = opened(file_town)
    later(file_town, days)
    tried(file_town, case_id)
    assert events_of(file_town, case_id) == []
    tried(file_town, case_id, AttemptResult.REACHED)
    assert fact(file_town, case_id, "first_contact")["days"] == found
    later(file_town, 30)
    tried(file_town, case_id, AttemptResult.REACHED)
    assert events_of(file_town, case_id) == ["first_contact"], "once a case"


def test_people_are_counted_and_not_their_referrals(town: Town) -> None:
    case_id = case_in(town, CaseState.IN_CONVERSATION)
    for name in ("", of_other_pillar(town)):
        referral_id = referral_in(town, R.STARTED, case_id, name)
        stepped(town, referral_id, attendance=Attendance.FIRST)
    assert events_of(town, case_id) == ["attended_first", "first_contact", "referred"]


def of_other_pillar(town: Town) -> str:
    """The name of an offer to do something."""
    initiative(town)
    query = select(Initiative.name).where(Initiative.pillar == "activities")
    with town.work(writes=False) as work:
        name: str = work.data.scalars(query.order_by(Initiative.name).limit(1)).one()
        return name


def test_who_still_comes_has_come_before(town: Town) -> None:
    """A receiver may tell the last step alone."""
    case_id = case_in(town, CaseState.IN_CONVERSATION)
    referral_id = referral_in(town, R.STARTED, case_id)
    stepped(town, referral_id, attendance=Attendance.STILL)
    steps = ["attended_first", "attended_third", "first_contact", "referred", "still_attending"]
    assert events_of(town, case_id) == steps


def test_answers_taken_in_at_once_count_what_they_passed_over(town: Town) -> None:
    case_id = case_in(town, CaseState.IN_CONVERSATION)
    _, link = asked(town, case_id)
    heard(town, link, ReceiverSaid.ACCEPTED, ReceiverSaid.STARTED, ReceiverSaid.THIRD)
    do(town, lambda work: take_answers(work, case_id, version(work, case_id)))
    events = ["attended_first", "attended_third", "first_contact", "referred"]
    assert events_of(town, case_id) == events


def test_an_end_has_the_pillar_of_the_referral_accepted_last(town: Town) -> None:
    case_id = case_in(town, CaseState.IN_CONVERSATION)
    referral_in(town, R.ACCEPTED, case_id)
    referral_in(town, R.ACCEPTED, case_id, of_other_pillar(town))
    shut(town, case_id, CaseOutcome.LINKED_NOT_STARTED)
    found = fact(town, case_id, "closed")
    assert (found["pillar"], found["outcome"]) == ("activities", "not_started")


def test_an_answer_that_nobody_took_in_yet_has_its_pillar_too(town: Town) -> None:
    case_id = case_in(town, CaseState.IN_CONVERSATION)
    _, link = asked(town, case_id)
    heard(town, link, ReceiverSaid.ACCEPTED)
    shut(town, case_id, CaseOutcome.LINKED_NOT_STARTED)
    assert fact(town, case_id, "closed")["pillar"] == "encounters"


def test_an_end_without_a_referral_has_none(file_town: Town) -> None:
    case_id = closed_case(file_town)
    assert fact(file_town, case_id, "closed")["pillar"] is None


def test_an_end_is_taken_back_when_the_case_goes_on(file_town: Town) -> None:
    case_id = closed_case(file_town, CaseOutcome.MOVED)
    assert "closed" in events_of(file_town, case_id)
    taken_up(file_town, case_id)
    assert "closed" not in events_of(file_town, case_id)
    shut(file_town, case_id)
    assert fact(file_town, case_id, "closed")["outcome"] == "own_or_information"


def test_an_end_that_was_moved_is_counted_and_no_second_one(file_town: Town) -> None:
    case_id = closed_case(file_town)
    do(file_town, move_waiting)
    taken_up(file_town, case_id)
    shut(file_town, case_id)
    assert "closed" not in events_of(file_town, case_id)
    later(file_town, 31)
    do(file_town, move_waiting)
    assert moved(file_town).count("closed") == 1


def test_nothing_is_counted_of_a_case_that_lies_still(file_town: Town) -> None:
    """Neither what happens then nor, as long as it lasts, what happened before."""
    case_id = case_in(file_town, CaseState.IN_CONVERSATION)
    before = events_of(file_town, case_id)
    assert before == ["first_contact"]
    restricted(file_town, case_id)
    shut(file_town, case_id)
    assert events_of(file_town, case_id) == before
    do(file_town, move_waiting)
    assert "first_contact" not in moved(file_town)
    assert events_of(file_town, case_id) == before, "it waits on"


def test_what_waited_moves_once_the_case_goes_on(file_town: Town) -> None:
    case_id = case_in(file_town, CaseState.IN_CONVERSATION)
    restricted(file_town, case_id)
    do(file_town, move_waiting)
    lifted(file_town, case_id)
    later(file_town, 31)
    do(file_town, move_waiting)
    assert "first_contact" in moved(file_town)
    with file_town.work(writes=False) as work:
        key_id = case_row(file_town, case_id).key_id
        waits = select(PendingFact.id).where(PendingFact.key_id == key_id)
        assert work.data.scalars(waits).all() == []
