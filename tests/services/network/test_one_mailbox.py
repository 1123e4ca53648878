"""One mailbox gets one mail about a meeting and a matter, whoever it is that reads it there."""

import threading
from uuid import UUID

import pytest
from kit.meetings import (
    GP,
    VISITOR,
    answer_rows,
    facts,
    invited,
    meeting_in,
    meeting_row,
    noted,
    says,
    with_mailboxes,
)
from kit.partners import HOUSING, partner_id, stopped
from kit.town import Town
from kit.trail import entries
from sqlalchemy import select, update

from signalering.domain.commands.network.change_meeting import ChangeMeeting
from signalering.domain.periods import Periods
from signalering.models.network.outbox import OutboxMail
from signalering.models.partners.partner import Partner
from signalering.services.network.change_meeting import change_meeting
from signalering.services.network.open_meeting import open_meeting
from signalering.services.network.send import claimed
from signalering.services.network.write import Letter, text_of, translator

SHARED = "balie@gebouw.test"


def share(town: Town, address: str = SHARED) -> None:
    """Both organisations are in one building, with one mailbox."""
    with town.committed() as work:
        for name in (HOUSING, GP):
            found = select(Partner.id).where(Partner.name == name)
            work.data.get_one(Partner, work.data.scalars(found).one()).contact_address = address


def waiting(town: Town) -> list[UUID]:
    with town.work(writes=False) as work:
        return list(work.data.scalars(select(OutboxMail.id).order_by(OutboxMail.id)))


def due_again(town: Town) -> None:
    """The mail server could not be reached: all that was claimed is to be tried once more."""
    with town.committed() as work:
        work.data.execute(update(OutboxMail).values(due_at=work.clock.now()))


def going(town: Town) -> list[Letter]:
    """What a round hands to the mail server."""
    found = (claimed(town.house, one) for one in waiting(town))
    return [one for one in found if one is not None]


def body_of(town: Town, letter: Letter) -> str:
    return text_of(letter, town.house.settings, Periods(), translator("nl"))[1]


def opened_by(town: Town, letter: Letter) -> list[str]:
    """Whose answer each link of the mail shows."""
    body = body_of(town, letter)
    tokens = [part[:43] for part in body.split("https://signalering.test/meeting/")[1:]]
    names = []
    with town.work(writes=False) as work:
        for token in tokens:
            own = open_meeting(work, token, VISITOR).own
            assert own is not None
            names.append(own.partner)
    return names


def moved(town: Town, meeting_id: UUID) -> None:
    version = meeting_row(town, meeting_id).version
    with town.committed("administrator") as work:
        change_meeting(work, ChangeMeeting(meeting_id, version, facts(town, starts_at="13:00")))


@pytest.mark.one_engine
def test_two_organisations_with_one_mailbox_get_one_mail_with_a_link_for_each(town: Town) -> None:
    share(town)
    invited(town, meeting_in(town))
    (letter,) = going(town)
    assert letter.address == SHARED
    assert opened_by(town, letter) == [GP, HOUSING]
    assert f"{GP}: https://" in body_of(town, letter)


@pytest.mark.one_engine
def test_tried_again_it_has_both_links_still(town: Town) -> None:
    share(town)
    invited(town, meeting_in(town))
    going(town)
    due_again(town)
    (letter,) = going(town)
    assert opened_by(town, letter) == [GP, HOUSING]


@pytest.mark.one_engine
def test_an_address_for_news_that_is_a_mailbox_too_gets_one(town: Town) -> None:
    with_mailboxes(town)
    meeting_id = meeting_in(town)
    says(town, meeting_id, 2, address="info@dekas.test")
    says(town, meeting_id, 2, GP)
    moved(town, meeting_id)
    letters = {one.address: opened_by(town, one) for one in going(town)}
    assert letters == {"info@wonen.test": [HOUSING], "info@dekas.test": [GP, HOUSING]}
    (entry,) = entries(town, "meeting_changed")
    assert entry["details"] == {"mails": "2"}


@pytest.mark.one_engine
def test_two_people_with_one_function_address_get_one(town: Town) -> None:
    with_mailboxes(town)
    meeting_id = meeting_in(town, 0)
    for name in (HOUSING, GP):
        says(town, meeting_id, 1, name, "BALIE@gebouw.test")
    noted(town, meeting_id, "We aten soep.", tell=True)
    letters = sorted(one.address for one in going(town))
    assert letters == [SHARED, "info@dekas.test", "info@wonen.test"]


@pytest.mark.one_engine
def test_who_changes_the_address_while_a_mail_waits_gets_one_at_the_new_place(town: Town) -> None:
    with_mailboxes(town)
    meeting_id = meeting_in(town)
    says(town, meeting_id, 2, address="een@wonen.test")
    moved(town, meeting_id)
    says(town, meeting_id, 2, address="twee@wonen.test")
    assert sorted(one.address for one in going(town)) == ["info@wonen.test", "twee@wonen.test"]


@pytest.mark.one_engine
@pytest.mark.parametrize("address", ["", "info@wonen.test"])
def test_who_takes_the_address_away_gets_it_in_the_mailbox_alone(town: Town, address: str) -> None:
    with_mailboxes(town)
    meeting_id = meeting_in(town)
    says(town, meeting_id, 2, address="een@wonen.test")
    moved(town, meeting_id)
    says(town, meeting_id, 2, address=address)
    assert [one.address for one in going(town)] == ["info@wonen.test"]
    assert answer_rows(town, meeting_id)[HOUSING].people == 2


@pytest.mark.one_engine
def test_mailboxes_that_became_one_while_mails_waited_get_one(town: Town) -> None:
    with_mailboxes(town)
    invited(town, meeting_in(town))
    share(town)
    (letter,) = going(town)
    assert opened_by(town, letter) == [GP, HOUSING]


@pytest.mark.one_engine
def test_each_meeting_and_each_matter_has_its_own(town: Town) -> None:
    share(town)
    first, second = meeting_in(town), meeting_in(town, 20)
    for meeting_id in (first, second):
        invited(town, meeting_id)
        says(town, meeting_id, 2)
    moved(town, first)
    assert sorted(one.kind or "" for one in going(town)) == [
        "meeting_changed",
        "meeting_invitation",
        "meeting_invitation",
    ]


@pytest.mark.one_engine
def test_who_stopped_takes_no_mail_away_from_who_reads_the_same_mailbox(town: Town) -> None:
    share(town)
    invited(town, meeting_in(town))
    going(town)
    (left,) = waiting(town)
    with town.work(writes=False) as work:
        first = work.data.get_one(OutboxMail, left).partner_id
    gone, stays = (HOUSING, GP) if first == partner_id(town) else (GP, HOUSING)
    stopped(town, gone)
    due_again(town)
    (letter,) = going(town)
    assert (letter.address, opened_by(town, letter)) == (SHARED, [stays])


@pytest.mark.one_engine
def test_one_that_is_put_off_serves_for_who_came_later(town: Town) -> None:
    share(town)
    invited(town, meeting_in(town))
    first, second = waiting(town)
    with town.committed() as work:
        work.data.execute(update(OutboxMail).where(OutboxMail.id == first).values(tries=1))
    assert claimed(town.house, second) is None
    assert waiting(town) == [first]
    letter = claimed(town.house, first)
    assert letter is not None
    assert opened_by(town, letter) == [GP, HOUSING]


def test_two_loops_at_the_same_moment_send_one(town: Town) -> None:
    share(town)
    invited(town, meeting_in(town))
    start, found = threading.Barrier(2), []

    def take(mail_id: UUID) -> None:
        start.wait()
        found.append(claimed(town.house, mail_id))

    loops = [threading.Thread(target=take, args=(one,)) for one in waiting(town)]
    for one in loops:
        one.start()
    for one in loops:
        one.join()
    assert len([one for one in found if one is not None]) == 1
    assert len(found) == 2
    assert len(waiting(town)) == 1
