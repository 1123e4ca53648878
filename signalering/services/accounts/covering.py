"""Which covers run: for whom somebody works today, and who works for somebody."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, and_, bindparam, func, or_, select

from signalering.domain.audit_actions import AuditAction
from signalering.domain.states import Hat
from signalering.domain.views.accounts.cover import Colleague, CoverNote
from signalering.models.accounts.account import Account
from signalering.models.accounts.cover import Cover
from signalering.models.base import table_of
from signalering.services.audit.record import record
from signalering.services.work import Work

_away, _stands_in, _covers = table_of(Account).alias(), table_of(Account).alias(), table_of(Cover)
# On top of a coordinator's lists, so made once.
_NOTE = (
    select(_covers.c.by_id, _away.c.name, _stands_in.c.name.label("by"), _covers.c.until_on)
    .select_from(
        _covers.join(_away, _away.c.id == _covers.c.account_id).join(
            _stands_in, _stands_in.c.id == _covers.c.by_id
        )
    )
    .where(
        or_(
            _covers.c.by_id == bindparam("account_id"),
            _covers.c.account_id == bindparam("account_id"),
        ),
        _covers.c.from_on <= bindparam("today"),
        _covers.c.until_on >= bindparam("today"),
    )
    .order_by(_away.c.name, _away.c.id)
)


def runs_on(day: date) -> ColumnElement[bool]:
    """The covers of this day: from the first to the last, both included."""
    return and_(Cover.from_on <= day, Cover.until_on >= day)


def covered_by(work: Work, by_id: UUID, hat: Hat) -> frozenset[UUID]:
    """Whose work is this person's too today. Only a coordinator stands in for one.

    Theirs alone: whom they cover themselves is not asked.
    """
    if hat is not Hat.COORDINATOR:
        return frozenset()
    query = select(Cover.account_id).where(Cover.by_id == by_id, runs_on(work.clock.today()))
    return frozenset(work.data.scalars(query))


def stand_in_of(work: Work, account_id: UUID) -> UUID | None:
    """Who works for this account today, if anybody."""
    query = select(Cover.by_id).where(Cover.account_id == account_id, runs_on(work.clock.today()))
    return work.data.scalar(query.limit(1))


def colleagues_of(work: Work, ids: Collection[UUID]) -> tuple[Colleague, ...]:
    """These accounts by name, and until when they are away."""
    runs = and_(Cover.account_id == Account.id, runs_on(work.clock.today()))
    rows = work.data.execute(
        select(Account.id, Account.name, func.max(Cover.until_on))
        .outerjoin(Cover, runs)
        .where(Account.id.in_(ids))
        .group_by(Account.id, Account.name)
        .order_by(Account.name)
    )
    return tuple(Colleague(one, name, until) for one, name, until in rows)


def note_for(work: Work, account_id: UUID) -> CoverNote:
    """What the covers of today mean for this account."""
    asked = {"account_id": account_id, "today": work.clock.today()}
    rows = work.data.execute(_NOTE, asked).all()
    for_me = next((row for row in rows if row.by_id != account_id), None)
    by, until = (for_me.by, for_me.until_on) if for_me is not None else ("", None)
    mine = tuple((row.name, row.until_on) for row in rows if row.by_id == account_id)
    return CoverNote(mine, by, until)


def end_covers_of(work: Work, account_id: UUID) -> None:
    """Whoever leaves, or is a coordinator no more, is covered by nobody and covers nobody."""
    either = (Cover.account_id == account_id) | (Cover.by_id == account_id)
    for cover in work.data.scalars(select(Cover).where(either).order_by(Cover.id)).all():
        work.data.delete(cover)
        record(work, AuditAction.COVER_ENDED, cover.account_id, account_id=cover.by_id)


def sweep(work: Work) -> None:
    """Forget the covers that are over: the trail tells of them as long as anybody may ask."""
    over = select(Cover).where(Cover.until_on < work.clock.today())
    for cover in work.data.scalars(over).all():
        work.data.delete(cover)
