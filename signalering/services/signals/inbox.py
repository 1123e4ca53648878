"""The coordinators' queues: codes and days, no words opened."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, and_, func, select, tuple_
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

PAGE = 50
MOST = 1000


def inbox(work: Work, ask: AskInbox) -> Inbox:
    """One page of a queue, what is due first on top. Raises Denied."""
    require(Permission.TRIAGE, work.by(), None, work.clock.today())
    # A row tells no wish but the main one: the others are left where they are.
    rows_of = select(Signal).options(lazyload(Signal.further_wishes))
    query = rows_of.where(_queue(work, ask.filter), *_only(ask.only))
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


def _queue(work: Work, queue: InboxFilter) -> ColumnElement[bool]:
    if queue is InboxFilter.NEW:
        return _in(SignalState.NEW)
    if queue is InboxFilter.MINE:
        return and_(Signal.owner_id.in_(work.by().in_hand), _in(*OWNED))
    if queue is InboxFilter.WAITING:
        return _in(SignalState.QUESTION_ASKED, SignalState.AWAITING_RESIDENT)
    late = Signal.deadline_on < work.clock.today()
    return and_(_in(SignalState.NEW, SignalState.IN_TRIAGE), late)


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


def _counts(work: Work) -> dict[InboxFilter, int]:
    """Of each queue up to MOST: nobody needs to know how many more, and counting them all takes

    long. One statement for all.
    """
    columns = []
    for queue in InboxFilter:
        some = select(Signal.id).where(_queue(work, queue)).limit(MOST).subquery()
        columns.append(select(func.count()).select_from(some).scalar_subquery())
    return dict(zip(InboxFilter, work.data.execute(select(*columns)).one(), strict=True))


def _owners(work: Work, rows: Sequence[Signal]) -> dict[object, str]:
    ids = {row.owner_id for row in rows if row.owner_id}
    accounts = work.data.scalars(select(Account).where(Account.id.in_(ids)))
    return {account.id: account.name for account in accounts}


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
