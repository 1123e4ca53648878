"""Meetings of the network: what is to come, and what has been."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import exists, select

from signalering.domain.access import allowed, require
from signalering.domain.meetings import MeetingState
from signalering.domain.permissions import Permission
from signalering.domain.views.network.meetings import MeetingLine, MeetingsView
from signalering.models.network.meeting import Meeting, MeetingPartner
from signalering.services.network._meetings import line_of
from signalering.services.work import Work

# A network meets twice a year: a list of ten years and more.
MOST_PAST = 30


def meetings(work: Work) -> MeetingsView:
    """For every colleague. Raises Denied."""
    today = work.clock.today()
    require(Permission.MEETINGS, work.by(), None, today)
    in_order = (Meeting.day, Meeting.starts_at, Meeting.id)
    coming = select(Meeting).where(Meeting.day >= today).order_by(*in_order)
    past = select(Meeting).where(Meeting.day < today).order_by(*(one.desc() for one in in_order))
    return MeetingsView(
        _lines(work.data.scalars(coming)),
        _lines(work.data.scalars(past.limit(MOST_PAST))),
        allowed(Permission.PLAN_MEETINGS, work.by(), None, today),
    )


def meetings_between(work: Work, first: date, last: date) -> tuple[MeetingLine, ...]:
    """Those from `first` to `last`, both included, that go on or went on and were invited to; the

    earliest first.

    For a text about the network: it tells of no organisation and of nobody. Who may ask for that
    text is its own affair.
    """
    rows = work.data.scalars(
        select(Meeting)
        .where(
            Meeting.day.between(first, last),
            Meeting.state == MeetingState.PLANNED.value,
            exists().where(
                MeetingPartner.meeting_id == Meeting.id, MeetingPartner.invited_on.is_not(None)
            ),
        )
        .order_by(Meeting.day, Meeting.starts_at, Meeting.id)
    )
    return _lines(rows)


def _lines(rows: Iterable[Meeting]) -> tuple[MeetingLine, ...]:
    return tuple(line_of(row) for row in rows)
