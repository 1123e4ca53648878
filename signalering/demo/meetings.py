"""Meetings of the network in the demonstration: one that was, with its notes, and one to come."""

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select

from signalering.demo.stage import Stage
from signalering.domain.commands.network.answer_meeting import AnswerMeeting
from signalering.domain.commands.network.attendance import RecordAttendance
from signalering.domain.commands.network.meeting_notes import WriteNotes
from signalering.domain.commands.network.plan_meeting import MeetingFacts, PlanMeeting
from signalering.models.partners.partner import Partner
from signalering.services.network.answer_meeting import take_in
from signalering.services.network.attendance import attendance
from signalering.services.network.invite_partners import invite_partners
from signalering.services.network.meeting_notes import meeting_notes
from signalering.services.network.plan_meeting import plan_meeting
from signalering.services.settings.rules import rules_of
from signalering.services.work import Work

AGENDA = (
    "Wat ging er het laatste half jaar goed, en wat kan beter?\n"
    "Daarna eten we samen soep en maken we kennis met een nieuw initiatief."
)
NOTES = (
    "Er kwamen veel organisaties. We spraken over hoe je begint over eenzaamheid.\n"
    "Afspraak: elke organisatie neemt de volgende keer een collega mee die nog nooit meldde."
)
# How many people came of the first partners of the list.
CAME = (3, 2, 0, 1, 2, 4)


def meetings(stage: Stage) -> None:
    """Planned, invited to and answered in time; the notes come a week later."""
    # Their hours are drawn apart: all other stories stay as they are.
    drawn = stage.random.getstate()
    today = stage.now.date()
    _played(stage, "Netwerkbijeenkomst: hoe begin je erover?", today - timedelta(days=60), CAME)
    _played(stage, "Netwerkbijeenkomst: samen aan tafel", today + timedelta(days=25), CAME[:3])
    stage.random.setstate(drawn)


def _played(stage: Stage, title: str, day: date, people: Iterable[int]) -> None:
    calendar, made = rules_of(stage.house).calendar, list[UUID]()
    day = day if calendar.is_working_day(day) else calendar.next_working_day(day)

    def plan() -> None:
        with stage.as_("administrator") as work:
            made.append(plan_meeting(work, PlanMeeting(_facts(title, day))))
            invite_partners(work, made[0])

    def answer() -> None:
        with stage.as_("administrator") as work:
            for partner_id, count in zip(_partners(work), people, strict=False):
                said = AnswerMeeting(count > 0, count or None)
                take_in(work, made[0], partner_id, said, "link")

    def record() -> None:
        with stage.as_("administrator") as work:
            came = dict(zip(_partners(work), people, strict=False))
            attendance(work, RecordAttendance(made[0], 1, came))
            meeting_notes(work, WriteNotes(made[0], 2, NOTES))

    stage.at(day - timedelta(days=40), plan)
    stage.at(day - timedelta(days=28), answer)
    stage.at(day + timedelta(days=7), record)


def _facts(title: str, day: date) -> MeetingFacts:
    return MeetingFacts(
        title=title,
        day=day,
        starts_at="14:00",
        ends_at="16:30",
        place="De Kas, Naaldwijk",
        address="",
        capacity=60,
        agenda=AGENDA,
        sign_up_until=day - timedelta(days=7),
    )


def _partners(work: Work) -> list[UUID]:
    """Those that can be mailed, by name."""
    query = select(Partner.id).where(Partner.active, Partner.contact_address.is_not(None))
    return list(work.data.scalars(query.order_by(Partner.name)))
