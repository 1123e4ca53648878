"""Who came, what was said, and the lists and counts in which it shows."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from kit.meetings import (
    GP,
    answer_rows,
    invited,
    later,
    linked,
    mails,
    meeting_in,
    meeting_row,
    noted,
    says,
    with_mailboxes,
)
from kit.partners import HOUSING, partner_id
from kit.town import Town
from kit.trail import entries

from signalering.domain.commands.network.attendance import RecordAttendance
from signalering.domain.commands.network.cancel_meeting import CancelMeeting
from signalering.domain.commands.network.meeting_notes import WriteNotes
from signalering.domain.errors import Conflict, Denied, InvalidInput, NotAllowedNow, NotFound
from signalering.domain.views.signals.note import NoteIdentifies
from signalering.services.network.attendance import answers, attendance
from signalering.services.network.cancel_meeting import cancel_meeting
from signalering.services.network.meeting_notes import meeting_notes
from signalering.services.network.meetings import meetings, meetings_between
from signalering.services.network.open_meeting import open_meeting
from signalering.services.statistics.organisations import organisations

pytestmark = pytest.mark.one_engine
NOTES = "We spraken over de wachtlijst. Volgende keer: samen eten."


def came(town: Town, meeting_id: UUID, version: int = 1, **people: int) -> None:
    names = {"housing": HOUSING, "practice": GP}
    found = {partner_id(town, names[key]): count for key, count in people.items()}
    with town.committed("administrator") as work:
        attendance(work, RecordAttendance(meeting_id, version, found))


def called_off(town: Town, meeting_id: UUID) -> None:
    version = meeting_row(town, meeting_id).version
    with town.committed("administrator") as work:
        cancel_meeting(work, CancelMeeting(meeting_id, version))


def counted(town: Town) -> tuple[int, int]:
    with town.work("manager", writes=False) as work:
        view = organisations(work)
        return view.meetings, view.came


def test_who_came_is_kept_and_can_be_put_right(town: Town) -> None:
    meeting_id = meeting_in(town, in_days=0)
    says(town, meeting_id, 3)
    came(town, meeting_id, practice=2)
    assert {name: row.came for name, row in answer_rows(town, meeting_id).items()} == {
        HOUSING: 0,
        GP: 2,
    }
    came(town, meeting_id, 2, housing=1, practice=2)
    rows = answer_rows(town, meeting_id)
    assert (rows[HOUSING].came, rows[HOUSING].people) == (1, 3)
    assert entries(town, "meeting_attended")[-1]["details"] == {"count": "2", "people": "3"}
    with pytest.raises(Conflict):
        came(town, meeting_id, 2, housing=5)


@pytest.mark.parametrize("people", [{}, {"housing": 0}, {"housing": -1}, {"housing": 10**10}])
def test_a_list_that_cannot_be(town: Town, people: dict[str, int]) -> None:
    meeting_id = meeting_in(town, in_days=0)
    with pytest.raises(InvalidInput):
        came(town, meeting_id, **people)
    assert answer_rows(town, meeting_id) == {}


def test_nobody_can_have_come_before_its_day_or_when_it_was_called_off(town: Town) -> None:
    meeting_id = meeting_in(town, in_days=1)
    with pytest.raises(NotAllowedNow, match="meeting_not_yet"):
        came(town, meeting_id, housing=1)
    called_off(town, meeting_id)
    later(town, 1)
    with pytest.raises(NotAllowedNow, match="meeting_over"):
        came(town, meeting_id, 2, housing=1)
    other = meeting_in(town, 0)
    with town.work("administrator") as work, pytest.raises(NotFound):
        attendance(work, RecordAttendance(other, 1, {uuid4(): 2}))


def test_reading_the_answers_is_for_administrators_and_is_written_down(town: Town) -> None:
    meeting_id = meeting_in(town)
    says(town, meeting_id, 3, address="balie@wonen.test")
    with town.committed("administrator") as work:
        (practice, housing) = answers(work, meeting_id).lines
    assert (housing.people, housing.contact_address) == (3, "balie@wonen.test")
    assert (practice.people, practice.invited_on) == (None, None)
    assert entries(town, "meeting_answers_read")[0]["details"] == {"count": "2"}
    for key in ("worker", "coordinator", "manager", "privacy_officer"):
        with town.work(key) as work:
            for act in (
                lambda: answers(work, meeting_id),
                lambda: attendance(work, RecordAttendance(meeting_id, 1, {})),
                lambda: meeting_notes(work, WriteNotes(meeting_id, 1, "")),
            ):
                with pytest.raises(Denied):
                    act()


def test_notes_are_read_inside_and_by_the_link_and_mailed_once_asked_for(town: Town) -> None:
    with_mailboxes(town)
    meeting_id = meeting_in(town, in_days=0)
    token = linked(town, meeting_id)
    invited(town, meeting_id)
    says(town, meeting_id, 2, address="balie@wonen.test")
    before = mails(town)
    noted(town, meeting_id, NOTES)
    assert mails(town) == before
    noted(town, meeting_id, NOTES, tell=True)
    assert mails(town) - before == {
        ("meeting_notes", "info@wonen.test"),
        ("meeting_notes", "balie@wonen.test"),
        ("meeting_notes", "info@dekas.test"),
    }
    with town.work(writes=False) as work:
        assert open_meeting(work, token, "203.0.113.9").notes == NOTES
    with town.work("administrator") as work, pytest.raises(Conflict):
        meeting_notes(work, WriteNotes(meeting_id, 1, "Een oudere pagina."))


@pytest.mark.parametrize("text", ["Bel mevrouw Jansen op 0174 123456.", "x" * 8001, "a\x00b"])
def test_notes_about_somebody_are_refused(town: Town, text: str) -> None:
    meeting_id = meeting_in(town, in_days=0)
    with town.work("administrator") as work, pytest.raises(InvalidInput) as refused:
        meeting_notes(work, WriteNotes(meeting_id, 1, text, tell=True))
    assert isinstance(refused.value, NoteIdentifies) is text.startswith("Bel")
    assert refused.value.field == "text"


def test_lists_have_what_comes_first_and_what_was_last(town: Town) -> None:
    far, near, off, past = (meeting_in(town, days) for days in (30, 10, 20, 1))
    with_mailboxes(town)
    for meeting_id in (near, off, past):
        invited(town, meeting_id)
    called_off(town, off)
    later(town, 2)
    with town.work("manager", writes=False) as work:
        view = meetings(work)
        assert [line.id for line in view.coming] == [near, off, far]
        assert [line.id for line in view.past] == [past]
        assert not view.may_plan
        first = date(2026, 11, 24)
        found = meetings_between(work, first, first + timedelta(days=29))
    wanted = [past, near]
    assert [line.id for line in found] == wanted, "what is off, or nobody was asked to, is no news"


def test_held_meetings_and_who_came_are_counted(town: Town) -> None:
    assert counted(town) == (0, 0)
    held: list[Any] = [meeting_in(town, 0), meeting_in(town, 0)]
    off = meeting_in(town, 1)
    called_off(town, off)
    for meeting_id in held:
        came(town, meeting_id, housing=3)
    assert counted(town) == (0, 0), "they are still going on"
    later(town, 2)
    assert counted(town) == (2, 1)
    later(town, 363)
    assert counted(town) == (2, 1)
    later(town, 1)
    assert counted(town) == (0, 0)
