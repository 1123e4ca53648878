"""What signals ask of a coordinator today: codes and days, no words given out."""

from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, func, select

from signalering.domain.flows.signal import OWNED
from signalering.domain.states import SignalState
from signalering.domain.views.cases.today import Rank, TodaySignal, WaitingDetails
from signalering.models.signals.contact import ContactDetails
from signalering.models.signals.signal import Signal
from signalering.services.signals.finding import owner_name
from signalering.services.signals.unread import unread_by_keeper
from signalering.services.work import Work

AT_MOST = 50
# More than this nobody needs to know exactly, and counting takes long.
MOST = 1000


def own_signals(work: Work) -> tuple[TodaySignal, ...]:
    """Signals in hand, be it for a colleague, with a new message, or due by today.

    A new message can be anywhere among them, so those that don't ask for anything take no place.
    """
    day = work.clock.today()
    in_hand = Signal.state.in_([state.value for state in OWNED])
    rows = work.data.scalars(
        select(Signal)
        .where(Signal.owner_id.in_(work.by().in_hand), in_hand)
        .order_by(Signal.deadline_on.nulls_last(), Signal.id)
        .limit(MOST)
    ).all()
    unread = unread_by_keeper(work, rows)
    asking = [row for row in rows if row.id in unread or _asks_today(work, row)]
    # Whoever wrote goes before what is only due.
    asking.sort(key=lambda row: row.id not in unread)
    return tuple(
        TodaySignal(
            rank=Rank.ANSWER if row.id in unread else Rank.DUE,
            signal_id=row.id,
            reference=row.reference,
            due=row.deadline_on,
            overdue=row.deadline_on is not None and row.deadline_on < day,
            unread=row.id in unread,
            on_behalf_of=owner_name(work, row.owner_id)
            if work.by().stands_in(row.owner_id)
            else "",
        )
        for row in asking[:AT_MOST]
    )


def _asks_today(work: Work, row: Signal) -> bool:
    """Its triage is due; those that wait for somebody else come back by themselves."""
    due = row.deadline_on
    return row.state == SignalState.IN_TRIAGE and due is not None and due <= work.clock.today()


def details_waiting(work: Work) -> tuple[WaitingDetails, ...]:
    """Contact details at signals that no case has taken along, the longest waiting first."""
    waits = Signal.state.in_([SignalState.NEW.value, *[state.value for state in OWNED]])
    rows = work.data.execute(
        select(Signal.id, Signal.reference, ContactDetails.left_on, ContactDetails.lapses_on)
        .join(ContactDetails, ContactDetails.signal_id == Signal.id)
        .where(waits, ContactDetails.left_on.is_not(None), ContactDetails.news.is_(None))
        .order_by(ContactDetails.left_on, Signal.id)
        .limit(AT_MOST)
    )
    return tuple(
        _waiting(work, signal_id, reference, left_on, lapses_on)
        for signal_id, reference, left_on, lapses_on in rows
        if left_on is not None and lapses_on is not None
    )


def _waiting(
    work: Work, signal_id: UUID, reference: str, left_on: date, lapses_on: date
) -> WaitingDetails:
    days = (work.clock.today() - left_on).days
    return WaitingDetails(
        signal_id,
        reference,
        days,
        lapses_on=lapses_on,
        warnings=sum(days >= warn for warn in work.periods.contact_warning_days),
    )


def queued(work: Work) -> int:
    """How many new signals nobody has taken."""
    return _count(work, Signal.state == SignalState.NEW.value)


def late(work: Work) -> int:
    """How many of these are too late."""
    behind = Signal.deadline_on < work.clock.today()
    return _count(work, (Signal.state == SignalState.NEW.value) & behind)


def _count(work: Work, wanted: ColumnElement[bool]) -> int:
    some = select(Signal.id).where(wanted).limit(MOST).subquery()
    return work.data.scalar(select(func.count()).select_from(some)) or 0
