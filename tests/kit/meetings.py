"""Meetings of the network for tests: planned, invited to, answered, and the forms about them."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select

from kit.form import MARK, Form
from kit.partners import HOUSING, partner_id
from kit.story import remembered
from kit.town import Town
from signalering.domain.commands.network.answer_meeting import AnswerMeeting
from signalering.domain.commands.network.meeting_notes import WriteNotes
from signalering.domain.commands.network.plan_meeting import MeetingFacts, PlanMeeting
from signalering.domain.meetings import came_field
from signalering.models.network.meeting import Meeting, MeetingPartner
from signalering.models.network.outbox import OutboxMail
from signalering.models.partners.partner import Partner
from signalering.services.network.answer_invitation import answer_invitation
from signalering.services.network.answer_meeting import answer_meeting, take_in
from signalering.services.network.invite_partners import invite_partners
from signalering.services.network.meeting_links import new_link
from signalering.services.network.meeting_notes import meeting_notes
from signalering.services.network.plan_meeting import plan_meeting

GP = "Praktijk De Kas"
MAILBOXES = {HOUSING: "info@wonen.test", GP: "info@dekas.test"}
# Documentation's own: nobody's address.
VISITOR = "203.0.113.90"
AGENDA = "Wat we samen doen tegen eenzaamheid."


def facts(town: Town, in_days: int = 10, **changes: Any) -> MeetingFacts:
    """A meeting in so many days; answers are taken until the day before it, or that day."""
    day = town.clock.today() + timedelta(days=in_days)
    values: dict[str, Any] = {
        "title": "Netwerkbijeenkomst najaar",
        "day": day,
        "starts_at": "14:00",
        "ends_at": "16:30",
        "place": "De Kas, Naaldwijk",
        "address": "Kerkplein 1",
        "capacity": None,
        "agenda": AGENDA,
        "sign_up_until": max(day - timedelta(days=1), town.clock.today()),
    }
    return MeetingFacts(**values | changes)


@remembered
def meeting_in(town: Town, in_days: int = 10, **changes: Any) -> UUID:
    """One that an administrator planned."""
    with town.committed("administrator") as work:
        return plan_meeting(work, PlanMeeting(facts(town, in_days, **changes)))


@remembered
def with_mailboxes(town: Town) -> None:
    """Each organisation of the town can be mailed."""
    with town.committed() as work:
        for name, address in MAILBOXES.items():
            row = work.data.scalars(select(Partner).where(Partner.name == name)).one()
            row.contact_address = address


@remembered
def invited(town: Town, meeting_id: UUID) -> int:
    """The administrator presses the button; gives how many mails wait."""
    with town.committed("administrator") as work:
        return invite_partners(work, meeting_id)


@remembered
def linked(town: Town, meeting_id: UUID, name: str = HOUSING) -> str:
    """The token of a link for this organisation, as a mail brings it."""
    found = partner_id(town, name)
    with town.committed() as work:
        return new_link(work, meeting_id, found)


@remembered
def says(town: Town, meeting_id: UUID, people: int, name: str = HOUSING, address: str = "") -> None:
    """An organisation answers; 0 is a no."""
    found = partner_id(town, name)
    command = AnswerMeeting(people > 0, people or None, address)
    with town.committed() as work:
        take_in(work, meeting_id, found, command, "link")


def says_by_link(town: Town, token: str, people: int, address: str = "") -> None:
    """The same through the link."""
    with town.committed() as work:
        answer_invitation(work, token, AnswerMeeting(people > 0, people or None, address), VISITOR)


def says_inside(town: Town, meeting_id: UUID, people: int, key: str = "worker") -> None:
    """A colleague answers for the own organisation."""
    with town.committed(key) as work:
        answer_meeting(work, meeting_id, AnswerMeeting(people > 0, people or None))


@remembered
def noted(town: Town, meeting_id: UUID, text: str, *, tell: bool = False) -> None:
    """The administrator keeps notes."""
    version = meeting_row(town, meeting_id).version
    with town.committed("administrator") as work:
        meeting_notes(work, WriteNotes(meeting_id, version, text, tell=tell))


def later(town: Town, days: int) -> None:
    """So many days go by."""
    town.clock.move_to(town.clock.now() + timedelta(days=days))


def meeting_row(town: Town, meeting_id: UUID) -> Meeting:
    """As it stands in the database."""
    with town.work(writes=False) as work:
        row = work.data.get_one(Meeting, meeting_id)
        work.data.expunge_all()
        return row


def answer_rows(town: Town, meeting_id: UUID) -> dict[str, MeetingPartner]:
    """What is known of each organisation, by its name."""
    with town.work(writes=False) as work:
        rows = work.data.execute(
            select(Partner.name, MeetingPartner)
            .join(Partner, Partner.id == MeetingPartner.partner_id)
            .where(MeetingPartner.meeting_id == meeting_id)
        ).all()
        found = {row[0]: row[1] for row in rows}
        work.data.expunge_all()
        return found


def mails(town: Town) -> set[tuple[str, str]]:
    """What waits to go out: kind and address."""
    with town.work(writes=False) as work:
        rows = work.data.execute(select(OutboxMail.kind, OutboxMail.address))
        return {(kind, address or "") for kind, address in rows}


def typed(town: Town, in_days: int = 10) -> dict[str, str]:
    """The fields of the form of a meeting."""
    given = facts(town, in_days)
    return {
        "title": f"{MARK}: titel",
        "day": given.day.isoformat(),
        "starts_at": "14:00",
        "ends_at": "16:30",
        "place": f"{MARK}: plaats",
        "address": f"{MARK}: adres",
        "capacity": "40",
        "agenda": f"{MARK}: agenda",
        "sign_up_until": given.sign_up_until.isoformat(),
    }


def meeting_forms(town: Town) -> dict[str, Form]:
    """The forms about a meeting, each as it would be carried out."""
    with_mailboxes(town)
    coming, changed, off, today = (meeting_in(town, days) for days in (10, 11, 12, 0))
    token, who = linked(town, coming), "administrator"
    codes = ("day", "starts_at", "ends_at", "capacity", "sign_up_until")
    words = ("title", "place", "address", "agenda")
    rest = frozenset({"address", "capacity"})
    said = {"comes": "yes", "people": "2", "contact_address": "iemand@wonen.test"}
    answer = (("comes", "people"), ("contact_address",), frozenset({"contact_address"}))
    came = came_field(partner_id(town))
    return {
        "network.plan_meeting": Form(who, {}, typed(town), codes, words, rest),
        "network.change_meeting": Form(
            who,
            {"meeting_id": changed},
            typed(town) | {"version": "1"},
            (*codes, "version"),
            words,
            rest,
        ),
        "network.cancel_meeting": Form(
            who,
            {"meeting_id": off},
            {"version": "1", "confirmation": "afzeggen"},
            ("version",),
            ("confirmation",),
        ),
        "network.invite_partners": Form(who, {"meeting_id": coming}),
        "network.attendance": Form(
            who, {"meeting_id": today}, {"version": "1", came: "3"}, ("version", came)
        ),
        "network.meeting_notes": Form(
            who,
            {"meeting_id": today},
            {"version": "1", "text": MARK},
            ("version",),
            ("text",),
            frozenset({"text"}),
        ),
        "network.answer_meeting": Form("worker", {"meeting_id": coming}, said, *answer),
        "network.open_meeting": Form("nobody", {"token": token}),
        "network.answer_invitation": Form("nobody", {"token": token}, said, *answer),
    }
