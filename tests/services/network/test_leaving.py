"""An organisation that stops gives its seats back, and nobody there is mailed about them."""

from dataclasses import replace
from uuid import UUID

import pytest
from kit.at_once import at_once
from kit.meetings import (
    GP,
    answer_rows,
    later,
    linked,
    mails,
    meeting_in,
    meeting_row,
    noted,
    says,
    with_mailboxes,
)
from kit.partners import HOUSING, partner_id, partner_view, stopped
from kit.town import Town
from kit.trail import entries

from signalering.domain.commands.network.answer_meeting import AnswerMeeting
from signalering.domain.commands.network.cancel_meeting import CancelMeeting
from signalering.domain.commands.partners.edit import EditPartner
from signalering.domain.errors import Conflict, NotAllowedNow
from signalering.services.network.answer_meeting import take_in
from signalering.services.network.cancel_meeting import cancel_meeting
from signalering.services.network.meeting_links import sweep
from signalering.services.partners.edit import edit
from signalering.services.work import Work


def edited(town: Town, *, active: bool, name: str = HOUSING) -> EditPartner:
    view = partner_view(town, name)
    return EditPartner(view.id, name, view.domain, "info@wonen.test", active, view.version)


def stops(town: Town, name: str = HOUSING) -> None:
    command = edited(town, active=False, name=name)
    with town.committed("administrator") as work:
        edit(work, command)


def people(town: Town, meeting_id: UUID) -> dict[str, int | None]:
    return {name: row.people for name, row in answer_rows(town, meeting_id).items()}


@pytest.mark.one_engine
def test_its_seats_are_free_and_others_can_have_them(town: Town) -> None:
    meeting_id = meeting_in(town, capacity=5)
    says(town, meeting_id, 3, address="balie@wonen.test")
    says(town, meeting_id, 2, GP)
    stops(town)
    assert meeting_row(town, meeting_id).taken == 2
    assert people(town, meeting_id) == {HOUSING: None, GP: 2}
    assert answer_rows(town, meeting_id)[HOUSING].contact_address is None
    says(town, meeting_id, 5, GP)
    (entry,) = entries(town, "partner_changed")
    assert entry["details"] == {"domain": "housing", "active": "no", "seats": "3"}


@pytest.mark.one_engine
def test_what_was_stays_as_it_was(town: Town) -> None:
    over, today, off = (meeting_in(town, days) for days in (1, 2, 3))
    for meeting_id in (over, today, off):
        says(town, meeting_id, 2, address="balie@wonen.test")
    with town.committed("administrator") as work:
        cancel_meeting(work, CancelMeeting(off, 1))
    later(town, 2)
    stops(town)
    taken = {one: meeting_row(town, one).taken for one in (over, today, off)}
    assert taken == {over: 2, today: 0, off: 2}
    for meeting_id in (over, today, off):
        assert answer_rows(town, meeting_id)[HOUSING].contact_address is None


@pytest.mark.one_engine
def test_an_edit_that_stops_nobody_takes_no_seats(town: Town) -> None:
    meeting_id = meeting_in(town)
    says(town, meeting_id, 3)
    command = edited(town, active=True)
    with town.committed("administrator") as work:
        edit(work, command)
    assert meeting_row(town, meeting_id).taken == 3
    with town.work("administrator") as work, pytest.raises(Conflict):
        edit(work, replace(command, active=False))
    assert meeting_row(town, meeting_id).taken == 3
    (entry,) = entries(town, "partner_changed")
    assert entry["details"]["seats"] == "0"


@pytest.mark.one_engine
def test_who_comes_back_answers_anew(town: Town) -> None:
    meeting_id = meeting_in(town, capacity=3)
    says(town, meeting_id, 3)
    stops(town)
    stops(town)
    assert meeting_row(town, meeting_id).taken == 0
    command = edited(town, active=True)
    with town.committed("administrator") as work:
        edit(work, command)
    assert people(town, meeting_id) == {HOUSING: None}
    says(town, meeting_id, 2)
    assert meeting_row(town, meeting_id).taken == 2


@pytest.mark.one_engine
def test_nobody_there_is_mailed_about_it_any_more(town: Town) -> None:
    with_mailboxes(town)
    meeting_id = meeting_in(town, 0)
    says(town, meeting_id, 2, address="balie@wonen.test")
    says(town, meeting_id, 2, GP)
    stops(town)
    noted(town, meeting_id, "We aten soep.", tell=True)
    assert mails(town) == {("meeting_notes", "info@dekas.test")}


@pytest.mark.one_engine
def test_the_daily_round_frees_what_was_taken_before(town: Town) -> None:
    meeting_id, before = meeting_in(town, capacity=5), meeting_in(town, 1)
    for one in (meeting_id, before):
        says(town, one, 3, GP)
    says(town, meeting_id, 2)
    later(town, 2)
    stopped(town)
    with town.committed() as work:
        sweep(work)
    assert meeting_row(town, meeting_id).taken == 2
    assert people(town, meeting_id) == {HOUSING: 2, GP: None}
    assert meeting_row(town, before).taken == 3


def test_an_answer_at_the_same_moment_leaves_no_seat_behind(town: Town) -> None:
    meeting_id = meeting_in(town, capacity=5)
    linked(town, meeting_id)
    housing, command = partner_id(town), edited(town, active=False)

    def answer(work: Work) -> None:
        take_in(work, meeting_id, housing, AnswerMeeting(True, 2), "link")

    def stop(work: Work) -> None:
        edit(work, command)

    told, faults = at_once(town, ("administrator", stop), (None, answer))
    assert ([error.code for error in told], faults) == (["meeting_no_agreement"], [])
    assert meeting_row(town, meeting_id).taken == 0


def test_nor_when_the_answer_came_first(town: Town) -> None:
    meeting_id = meeting_in(town, capacity=5)
    housing, command = partner_id(town), edited(town, active=False)

    def answer(work: Work) -> None:
        take_in(work, meeting_id, housing, AnswerMeeting(True, 2), "link")

    def stop(work: Work) -> None:
        edit(work, command)

    assert at_once(town, (None, answer), ("administrator", stop)) == ([], [])
    assert meeting_row(town, meeting_id).taken == 0


@pytest.mark.one_engine
def test_an_organisation_that_stopped_is_answered_for_by_nobody(town: Town) -> None:
    meeting_id = meeting_in(town)
    stopped(town, HOUSING)
    with pytest.raises(NotAllowedNow, match="meeting_no_agreement"):
        says(town, meeting_id, 2)
