"""Planning, changing and calling off: what is refused, who hears of it, and that nobody is lost."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from kit.meetings import (
    facts,
    invited,
    later,
    mails,
    meeting_in,
    meeting_row,
    says,
    with_mailboxes,
)
from kit.town import Town
from kit.trail import entries

from signalering.domain.commands.network.cancel_meeting import CancelMeeting
from signalering.domain.commands.network.change_meeting import ChangeMeeting
from signalering.domain.commands.network.plan_meeting import PlanMeeting
from signalering.domain.errors import (
    Conflict,
    Denied,
    InvalidInput,
    InvalidLines,
    NotAllowedNow,
    NotFound,
)
from signalering.domain.meetings import day_in_words
from signalering.domain.views.signals.note import NoteIdentifies
from signalering.services.network.cancel_meeting import cancel_meeting
from signalering.services.network.change_meeting import change_meeting
from signalering.services.network.invite_partners import invite_partners
from signalering.services.network.plan_meeting import plan_meeting

pytestmark = pytest.mark.one_engine
A_DAY = timedelta(days=1)


def changed(town: Town, meeting_id: UUID, version: int = 1, **changes: Any) -> None:
    with town.committed("administrator") as work:
        change_meeting(work, ChangeMeeting(meeting_id, version, facts(town, **changes)))


def cancelled(town: Town, meeting_id: UUID, version: int = 1) -> None:
    with town.committed("administrator") as work:
        cancel_meeting(work, CancelMeeting(meeting_id, version))


@pytest.mark.parametrize(
    ("wrong", "fields"),
    [
        ({"title": " "}, ["title"]),
        ({"place": ""}, ["place"]),
        ({"agenda": ""}, ["agenda"]),
        ({"agenda": "x" * 4001}, ["agenda"]),
        ({"title": "a\x00b"}, ["title"]),
        ({"day": date(2026, 11, 22)}, ["day"]),
        ({"day": date.min}, ["day"]),
        ({"day": date.max}, ["day"]),
        ({"sign_up_until": date.max}, ["sign_up_until"]),
        ({"sign_up_until": date(2026, 11, 22)}, ["sign_up_until"]),
        ({"starts_at": "25:00"}, ["starts_at"]),
        ({"starts_at": "14:00", "ends_at": "14:00"}, ["ends_at"]),
        ({"capacity": 0}, ["capacity"]),
        ({"capacity": 10**9}, ["capacity"]),
        ({"title": "", "ends_at": "later"}, ["title", "ends_at"]),
    ],
)
def test_all_that_is_wrong_is_told_at_once(
    town: Town, wrong: dict[str, Any], fields: list[str]
) -> None:
    with town.work("administrator") as work, pytest.raises(InvalidLines) as refused:
        plan_meeting(work, PlanMeeting(facts(town, **wrong)))
    assert [one.field for one in refused.value.each] == fields


def test_the_guard_reads_the_agenda(town: Town) -> None:
    told = facts(town, agenda="Mevrouw Jansen van de Kerkstraat 12 vertelt.")
    with town.work("administrator") as work, pytest.raises(NoteIdentifies) as refused:
        plan_meeting(work, PlanMeeting(told))
    assert refused.value.field == "agenda"


def test_only_administrators_plan(town: Town) -> None:
    meeting_id = meeting_in(town)
    for key in ("worker", "coordinator", "manager", "privacy_officer"):
        with town.work(key) as work:
            for act in (
                lambda: plan_meeting(work, PlanMeeting(facts(town))),
                lambda: change_meeting(work, ChangeMeeting(meeting_id, 1, facts(town))),
                lambda: cancel_meeting(work, CancelMeeting(meeting_id, 1)),
                lambda: invite_partners(work, meeting_id),
            ):
                with pytest.raises(Denied):
                    act()


def test_each_partner_with_a_mailbox_is_invited_once(town: Town) -> None:
    meeting_id = meeting_in(town)
    assert invited(town, meeting_id) == 0, "nobody can be mailed yet"
    with_mailboxes(town)
    assert invited(town, meeting_id) == 2
    assert mails(town) == {
        ("meeting_invitation", "info@wonen.test"),
        ("meeting_invitation", "info@dekas.test"),
    }
    with town.committed("administrator") as work:
        assert invite_partners(work, meeting_id) == 0
    (entry,) = entries(town, "meeting_partners_invited")
    assert entry["details"] == {"count": "2"}


def test_who_signed_up_hears_of_another_time_and_of_nothing_less(town: Town) -> None:
    with_mailboxes(town)
    meeting_id = meeting_in(town)
    says(town, meeting_id, 2, address="balie@wonen.test")
    says(town, meeting_id, 0, "Praktijk De Kas")
    changed(town, meeting_id, capacity=30)
    assert mails(town) == set()
    assert meeting_row(town, meeting_id).sequence == 0, "calendars show nothing of it"
    changed(town, meeting_id, 2, agenda="Iets anders.")
    assert (mails(town), meeting_row(town, meeting_id).sequence) == (set(), 1)
    changed(town, meeting_id, 3, starts_at="13:00")
    assert mails(town) == {
        ("meeting_changed", "info@wonen.test"),
        ("meeting_changed", "balie@wonen.test"),
    }
    assert meeting_row(town, meeting_id).sequence == 2


def test_called_off_it_stays_and_who_signed_up_is_told(town: Town) -> None:
    with_mailboxes(town)
    meeting_id = meeting_in(town)
    says(town, meeting_id, 2)
    cancelled(town, meeting_id)
    row = meeting_row(town, meeting_id)
    assert (row.state, row.sequence, row.taken) == ("cancelled", 1, 2)
    assert mails(town) == {("meeting_cancelled", "info@wonen.test")}
    assert entries(town, "meeting_cancelled")[0]["details"] == {"mails": "1"}
    for act in (
        lambda: cancelled(town, meeting_id, 2),
        lambda: changed(town, meeting_id, 2),
        lambda: invited(town, meeting_id),
        lambda: says(town, meeting_id, 3),
    ):
        with pytest.raises(NotAllowedNow):
            act()


def test_whoever_looked_at_an_older_page_is_told(town: Town) -> None:
    meeting_id = meeting_in(town)
    changed(town, meeting_id, capacity=30)
    with pytest.raises(Conflict):
        changed(town, meeting_id, capacity=20)
    with pytest.raises(Conflict):
        cancelled(town, meeting_id)
    assert meeting_row(town, meeting_id).capacity == 30
    with pytest.raises(NotFound):
        changed(town, UUID(int=7))


def test_fewer_seats_than_are_taken_cannot_be(town: Town) -> None:
    meeting_id = meeting_in(town, capacity=5)
    says(town, meeting_id, 4)
    with pytest.raises(InvalidInput) as refused:
        changed(town, meeting_id, capacity=3)
    assert (refused.value.field, refused.value.code) == ("capacity", "meeting_capacity")
    changed(town, meeting_id, capacity=4)
    assert meeting_row(town, meeting_id).capacity == 4


def test_after_the_last_day_for_answers_the_rest_can_change(town: Town) -> None:
    last = town.clock.today()
    meeting_id = meeting_in(town, sign_up_until=last)
    later(town, 2)
    changed(town, meeting_id, day=last + 10 * A_DAY, sign_up_until=last, place="De Schakel")
    assert meeting_row(town, meeting_id).place == "De Schakel"
    with pytest.raises(InvalidLines):
        changed(town, meeting_id, 2, sign_up_until=last + A_DAY)


def test_what_is_over_cannot_change(town: Town) -> None:
    meeting_id = meeting_in(town, in_days=1)
    town.clock.move_to(town.clock.now().replace(day=26))
    for act in (lambda: changed(town, meeting_id), lambda: cancelled(town, meeting_id)):
        with pytest.raises(NotAllowedNow):
            act()


def test_a_day_is_said_as_people_say_it() -> None:
    assert day_in_words(date(2026, 12, 3)) == "donderdag 3 december 2026"
