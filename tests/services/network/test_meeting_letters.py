"""Mails about a meeting say when and where as it is when they go, and bring a link that works."""

import re
from uuid import uuid4

import pytest
from kit.meetings import (
    VISITOR,
    facts,
    invited,
    meeting_in,
    says,
    with_mailboxes,
)
from kit.partners import partner_id
from kit.town import Town
from sqlalchemy import select

from signalering.domain.commands.network.change_meeting import ChangeMeeting
from signalering.domain.lifecycles import MailKind
from signalering.domain.mail_texts import MEETING_MAILS
from signalering.domain.periods import Periods
from signalering.models.network.meeting import Meeting
from signalering.models.network.outbox import OutboxMail
from signalering.models.partners.partner import Partner
from signalering.services.network.change_meeting import change_meeting
from signalering.services.network.open_meeting import open_meeting
from signalering.services.network.queue import queue
from signalering.services.network.send import letter_of
from signalering.services.network.write import Letter, text_of, translator

pytestmark = pytest.mark.one_engine
LINK = re.compile(r"https://signalering\.test/meeting/([A-Za-z0-9_-]{43})")


def letters(town: Town) -> list[Letter | None]:
    with town.committed() as work:
        rows = work.data.scalars(select(OutboxMail).order_by(OutboxMail.address)).all()
        return [letter_of(work, row) for row in rows]


def body_of(town: Town, letter: Letter | None) -> str:
    assert letter is not None
    return text_of(letter, town.house.settings, Periods(), translator("nl"))[1]


def test_an_invitation_says_when_and_where_as_it_is_now(town: Town) -> None:
    with_mailboxes(town)
    meeting_id = meeting_in(town)
    invited(town, meeting_id)
    with town.committed("administrator") as work:
        moved = facts(town, 11, title="100% samen", starts_at="13:00")
        change_meeting(work, ChangeMeeting(meeting_id, 1, moved))
    body = body_of(town, letters(town)[1])
    assert "100% samen\nvrijdag 4 december 2026, 13:00 - 16:30 uur\nDe Kas, Naaldwijk, Kerk" in body
    found = LINK.search(body)
    assert found is not None
    with town.work(writes=False) as work:
        own = open_meeting(work, found[1], VISITOR).own
        assert own is not None
        assert own.partner == "Wonen aan Zee"


def test_the_link_of_an_earlier_mail_goes_on_working(town: Town) -> None:
    with_mailboxes(town)
    invited(town, meeting_in(town))
    tokens = [one.token for _ in range(2) for one in letters(town) if one is not None]
    assert len(set(tokens)) == 4
    with town.work(writes=False) as work:
        for token in tokens:
            assert token is not None
            assert open_meeting(work, token, VISITOR).own


def test_it_goes_to_the_mailbox_of_now_and_to_nobody_who_stopped(town: Town) -> None:
    with_mailboxes(town)
    invited(town, meeting_in(town))
    with town.committed() as work:
        work.data.get_one(Partner, partner_id(town)).contact_address = "nieuw@wonen.test"
        work.data.get_one(Partner, partner_id(town, "Praktijk De Kas")).active = False
    assert [one and one.address for one in letters(town)] == [None, "nieuw@wonen.test"]


@pytest.mark.parametrize("kind", sorted(MEETING_MAILS))
def test_a_mail_goes_only_while_it_is_true(town: Town, kind: MailKind) -> None:
    with_mailboxes(town)
    meeting_id = meeting_in(town)
    says(town, meeting_id, 2, address="balie@wonen.test")
    with town.committed() as work:
        queue(
            work,
            kind,
            address="balie@wonen.test",
            meeting_id=meeting_id,
            partner_id=partner_id(town),
        )
    going = {}
    for state, notes in (("planned", None), ("planned", "Verslag"), ("cancelled", None)):
        with town.committed() as work:
            row = work.data.get_one(Meeting, meeting_id)
            row.state, row.notes = state, notes
        (letter,) = letters(town)
        going[state, bool(notes)] = letter is not None
        assert letter is None or letter.address == "balie@wonen.test"
    assert going == {
        ("planned", False): kind in {MailKind.MEETING_INVITATION, MailKind.MEETING_CHANGED},
        ("planned", True): kind is not MailKind.MEETING_CANCELLED,
        ("cancelled", False): kind is MailKind.MEETING_CANCELLED,
    }


@pytest.mark.parametrize("kind", sorted(MEETING_MAILS))
def test_each_text_is_there_in_english_too(town: Town, kind: MailKind) -> None:
    said = {"title": "Najaar", "day": "vrijdag", "times": "14:00", "place": "De Kas"}
    letter = Letter(uuid4(), kind, "a@b.test", "", "en", "x" * 43, "/meeting/", said=said)
    dutch, english = (
        text_of(letter, town.house.settings, Periods(), translator(language))
        for language in ("nl", "en")
    )
    assert dutch[0] != english[0]
    assert not set(dutch[1].split("\n\n")[1:-3]) & set(english[1].split("\n\n")[1:-3]) - {
        "Najaar\nvrijdag, 14:00 uur\nDe Kas"
    }
