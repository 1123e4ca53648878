"""An organisation answers: by its link or inside, again and again, and never past the last seat."""

from datetime import date
from typing import Any

import pytest
from kit.at_once import at_once
from kit.meetings import (
    GP,
    VISITOR,
    answer_rows,
    later,
    linked,
    meeting_in,
    meeting_row,
    says,
    says_by_link,
    says_inside,
)
from kit.partners import HOUSING, partner_id
from kit.town import Town
from kit.trail import entries

from signalering.domain.commands.network.answer_meeting import AnswerMeeting
from signalering.domain.errors import Denied, InvalidInput, NotAllowedNow, NotFound, TooOften
from signalering.domain.throttles import RULES, Tried
from signalering.models.partners.partner import Partner
from signalering.services.network.answer_invitation import answer_invitation
from signalering.services.network.answer_meeting import answer_meeting, take_in
from signalering.services.network.meeting import meeting
from signalering.services.network.meeting_links import sweep
from signalering.services.network.open_meeting import open_meeting
from signalering.services.work import Work
from signalering.vault.links import new_token


def comes(people: int) -> AnswerMeeting:
    return AnswerMeeting(people > 0, people or None)


def is_gone(town: Town, token: str) -> None:
    """The one answer."""
    with town.work() as work, pytest.raises(NotFound, match="meeting_link_gone"):
        open_meeting(work, token, VISITOR)


@pytest.mark.one_engine
def test_the_same_link_answers_changes_and_withdraws(town: Town) -> None:
    meeting_id = meeting_in(town, capacity=5)
    token, other = linked(town, meeting_id), linked(town, meeting_id)
    says_by_link(town, token, 3, "balie@wonen.test")
    says_by_link(town, other, 5)
    assert meeting_row(town, meeting_id).taken == 5
    assert answer_rows(town, meeting_id)[HOUSING].contact_address is None
    says_by_link(town, token, 0)
    row = answer_rows(town, meeting_id)[HOUSING]
    assert (meeting_row(town, meeting_id).taken, row.people) == (0, 0)
    entry = entries(town, "meeting_answered")[0]
    assert entry["actor"] in (None, "")
    assert entry["details"] == {
        "partner_id": str(partner_id(town)),
        "people": "3",
        "way": "link",
    }


@pytest.mark.one_engine
def test_a_colleague_answers_for_the_own_organisation_alone(town: Town) -> None:
    meeting_id = meeting_in(town)
    says_inside(town, meeting_id, 2)
    assert {name: row.people for name, row in answer_rows(town, meeting_id).items()} == {GP: 2}
    with town.work("other_worker", writes=False) as work:
        own = meeting(work, meeting_id).own
        assert own is not None
        assert (own.partner, own.people) == (HOUSING, None)
    with town.work("coordinator") as work, pytest.raises(Denied):
        answer_meeting(work, meeting_id, comes(1))
    with town.committed() as work:
        work.data.get_one(Partner, partner_id(town, GP)).active = False
    with town.work("worker") as work:
        assert meeting(work, meeting_id).own is None
        with pytest.raises(Denied):
            answer_meeting(work, meeting_id, comes(1))


@pytest.mark.one_engine
@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"people": None}, "people"),
        ({"people": 0}, "people"),
        ({"people": -3}, "people"),
        ({"people": 51}, "people"),
        ({"people": 10**12}, "people"),
        ({"people": 1, "contact_address": "geen adres"}, "contact_address"),
        ({"people": 1, "contact_address": "a\x00@b.test"}, "contact_address"),
    ],
)
def test_what_cannot_be_taken_is_told_at_its_field(
    town: Town, said: dict[str, Any], field: str
) -> None:
    meeting_id = meeting_in(town)
    token = linked(town, meeting_id)
    with town.work() as work, pytest.raises(InvalidInput) as refused:
        answer_invitation(work, token, AnswerMeeting(True, **said), VISITOR)
    assert refused.value.field == field


@pytest.mark.one_engine
def test_full_is_said_with_what_is_left(town: Town) -> None:
    meeting_id = meeting_in(town, capacity=6)
    says(town, meeting_id, 4)
    with pytest.raises(InvalidInput) as refused:
        says(town, meeting_id, 3, GP)
    assert (refused.value.code, refused.value.params["left"]) == ("meeting_few_left", "2")
    says(town, meeting_id, 2, GP)
    with pytest.raises(InvalidInput) as refused:
        says(town, meeting_id, 5)
    assert refused.value.params["left"] == "4", "one's own seats can be kept"
    says(town, meeting_id, 0)
    says(town, meeting_id, 6, GP)
    with pytest.raises(InvalidInput, match="meeting_full"):
        says(town, meeting_id, 1)


def test_of_two_at_once_one_gets_the_last_seats(town: Town) -> None:
    meeting_id = meeting_in(town, capacity=3)
    housing, practice = (partner_id(town, name) for name in (HOUSING, GP))

    def first(work: Work) -> None:
        take_in(work, meeting_id, housing, comes(2), "link")

    def second(work: Work) -> None:
        take_in(work, meeting_id, practice, comes(2), "link")

    told, faults = at_once(town, (None, first), (None, second))
    assert faults == []
    assert [error.code for error in told] == ["meeting_few_left"]
    assert meeting_row(town, meeting_id).taken == 2


def test_the_same_answer_twice_at_once_takes_its_seats_once(town: Town) -> None:
    meeting_id = meeting_in(town, capacity=3)
    housing = partner_id(town)

    def same(work: Work) -> None:
        take_in(work, meeting_id, housing, comes(2), "link")

    assert at_once(town, (None, same), (None, same)) == ([], [])
    assert meeting_row(town, meeting_id).taken == 2


@pytest.mark.one_engine
def test_after_the_last_day_only_fewer_can_come(town: Town) -> None:
    meeting_id = meeting_in(town, sign_up_until=date(2026, 11, 24))
    says(town, meeting_id, 3)
    later(town, 2)
    with pytest.raises(NotAllowedNow, match="meeting_closed"):
        says(town, meeting_id, 4)
    with pytest.raises(NotAllowedNow):
        says(town, meeting_id, 1, GP)
    says(town, meeting_id, 1)
    says(town, meeting_id, 0)
    later(town, 9)
    with pytest.raises(NotAllowedNow):
        says(town, meeting_id, 0)


@pytest.mark.one_engine
def test_one_answer_for_every_link_that_lets_nobody_in(town: Town) -> None:
    meeting_id = meeting_in(town)
    token = linked(town, meeting_id)
    is_gone(town, new_token())
    with town.committed() as work:
        assert open_meeting(work, token, VISITOR).line.id == meeting_id
        work.data.get_one(Partner, partner_id(town)).active = False
    is_gone(town, token)


@pytest.mark.one_engine
def test_a_link_works_for_half_a_year_and_the_address_goes_after_a_month(town: Town) -> None:
    meeting_id = meeting_in(town)
    token = linked(town, meeting_id)
    says_by_link(town, token, 2, "balie@wonen.test")
    for days, kept in ((10 + 31, "balie@wonen.test"), (1, None)):
        later(town, days)
        with town.committed() as work:
            sweep(work)
        assert answer_rows(town, meeting_id)[HOUSING].contact_address == kept
    town.clock.move_to(town.clock.now().replace(year=2027, month=6, day=3))
    with town.committed() as work:
        sweep(work)
        assert open_meeting(work, token, VISITOR).line.id == meeting_id
    later(town, 1)
    is_gone(town, token)
    assert answer_rows(town, meeting_id)[HOUSING].people == 2, "what was counted stays"


@pytest.mark.one_engine
def test_who_tries_wrong_ones_too_often_waits_and_a_right_one_lets_in(town: Town) -> None:
    token = linked(town, meeting_in(town))
    for _ in range(RULES[Tried.MEETING].free + 1):
        is_gone(town, new_token())
    with town.work() as work, pytest.raises(TooOften):
        open_meeting(work, new_token(), VISITOR)
    says_by_link(town, token, 1)
