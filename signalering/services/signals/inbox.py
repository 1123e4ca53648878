"""The coordinators' queues: codes and days, no words opened."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    ScalarSelect,
    and_,
    bindparam,
    func,
    select,
    tuple_,
)
from sqlalchemy.orm import lazyload

from signalering.domain.access import Permission, require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.signals.inbox import AskInbox, InboxFilter, Narrowing, Place
from signalering.domain.flows.signal import OWNED
from signalering.domain.states import SignalState
from signalering.domain.views.signals.inbox import Inbox, InboxRow
from signalering.models.accounts.account import Account
from signalering.models.signals.signal import Signal
from signalering.services.audit.record import record
from signalering.services.signals.unread import unread_by_keeper
from signalering.services.work import Work

Bound = BindParameter[Any]
Owners = frozenset[UUID]
PAGE = 50
MOST = 1000


def inbox(work: Work, ask: AskInbox) -> Inbox:
    """One page of a queue, what is due first on top. Raises Denied."""
    require(Permission.TRIAGE, work.by(), None, work.clock.today())
    # A row tells no wish but the main one: the others are left where they are.
    rows_of = select(Signal).options(lazyload(Signal.further_wishes))
    queue = _queue(ask.filter, work.clock.today(), work.by().in_hand)
    query = rows_of.where(queue, *_only(ask.only))
    if ask.after is not None:
        query = query.where(_behind(ask.after))
    rows = work.data.scalars(query.order_by(Signal.deadline_on, Signal.id).limit(PAGE + 1)).all()
    shown, more = rows[:PAGE], len(rows) > PAGE
    names = _owners(work, shown)
    news = unread_by_keeper(work, shown) if ask.filter is InboxFilter.MINE else frozenset()
    record(work, AuditAction.SIGNAL_LISTED, count=len(shown))
    last = shown[-1] if more else None
    return Inbox(
        filter=ask.filter,
        rows=tuple(_row(work, signal, names, signal.id in news) for signal in shown),
        counts=_counts(work),
        next=Place(last.deadline_on, last.id) if last and last.deadline_on else None,
    )


def _queue(queue: InboxFilter, today: date | Bound, in_hand: Owners | Bound) -> ColumnElement[bool]:
    if queue is InboxFilter.NEW:
        return _in(SignalState.NEW)
    if queue is InboxFilter.MINE:
        return and_(Signal.owner_id.in_(in_hand), _in(*OWNED))
    if queue is InboxFilter.WAITING:
        return _in(SignalState.QUESTION_ASKED, SignalState.AWAITING_RESIDENT)
    return and_(_in(SignalState.NEW, SignalState.IN_TRIAGE), Signal.deadline_on < today)


def _only(only: Narrowing) -> list[ColumnElement[bool]]:
    wanted = {
        Signal.area: only.area,
        Signal.age_band: only.age_band,
        Signal.reporter_group: only.reporter_group,
        Signal.request: only.request,
    }
    return [column == code for column, code in wanted.items() if code]


def _in(*states: SignalState) -> ColumnElement[bool]:
    return Signal.state.in_([state.value for state in states])


def _behind(place: Place) -> ColumnElement[bool]:
    # As a pair: so the index leads there at once, however far behind it is.
    return tuple_(Signal.deadline_on, Signal.id) > tuple_(place.deadline_on, place.signal_id)


def _count(queue: InboxFilter) -> ScalarSelect[int]:
    today: Bound = bindparam("today")
    in_hand: Bound = bindparam("in_hand", expanding=True)
    some = select(Signal.id).where(_queue(queue, today, in_hand)).limit(MOST).subquery()
    return select(func.count()).select_from(some).scalar_subquery()


# Of each queue up to MOST: nobody needs to know how many more, and counting them all takes long.
# One statement for all, made once.
_COUNTS = select(*(_count(queue) for queue in InboxFilter))


def _counts(work: Work) -> dict[InboxFilter, int]:
    asked = {"today": work.clock.today(), "in_hand": list(work.by().in_hand)}
    return dict(zip(InboxFilter, work.data.execute(_COUNTS, asked).one(), strict=True))


def _owners(work: Work, rows: Sequence[Signal]) -> dict[object, str]:
    ids = {row.owner_id for row in rows if row.owner_id}
    if not ids:  # what is new is nobody's yet
        return {}
    named = work.data.execute(select(Account.id, Account.name).where(Account.id.in_(ids)))
    return {row.id: row.name for row in named}


def _row(work: Work, signal: Signal, names: dict[object, str], unread: bool) -> InboxRow:
    return InboxRow(
        signal_id=signal.id,
        reference=signal.reference,
        state=SignalState(signal.state),
        deadline_on=signal.deadline_on,
        overdue=signal.deadline_on is not None and signal.deadline_on < work.clock.today(),
        area=signal.area,
        age_band=signal.age_band,
        main_wish=signal.main_wish,
        request=signal.request,
        contact_answer=signal.contact_answer,
        indicators=tuple(row.code for row in signal.indicators),
        owner=names.get(signal.owner_id, ""),
        covered=work.by().stands_in(signal.owner_id),
        unread=unread,
    )
