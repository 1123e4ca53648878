"""Enter who is away and who stands in, for oneself or for a colleague who fell ill."""

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, and_, select

from signalering.domain.access import Permission, require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.accounts.cover import EnterCover
from signalering.domain.errors import InvalidInput
from signalering.domain.lifecycles import KeyGroup, MailKind
from signalering.domain.views.accounts.cover import CoverLine, CoverView
from signalering.models.accounts.account import Account
from signalering.models.accounts.cover import Cover
from signalering.services.accounts.coordinators import coordinators
from signalering.services.audit.record import record
from signalering.services.keys.coverage import holders
from signalering.services.network.queue import queue
from signalering.services.work import Work


def covers(work: Work) -> CoverView:
    """What runs and what is to come, the earliest first. Raises Denied."""
    require(Permission.COVER, work.by(), None, work.clock.today())
    today = work.clock.today()
    rows = work.data.scalars(
        select(Cover).where(Cover.until_on >= today).order_by(Cover.from_on, Cover.id)
    ).all()
    names = _names(work, {one for row in rows for one in (row.account_id, row.by_id)})
    able = _names(work, holders(work, KeyGroup.CASEWORK))
    lines = tuple(
        CoverLine(
            id=row.id,
            version=row.version,
            account=names[row.account_id],
            by_id=row.by_id,
            by=names[row.by_id],
            from_on=row.from_on,
            until_on=row.until_on,
            runs=row.from_on <= today,
            by_is_away=any(
                other.account_id == row.by_id
                and other.from_on <= row.until_on
                and other.until_on >= row.from_on
                for other in rows
            ),
            by_is_unable=row.by_id not in able,
        )
        for row in rows
    )
    working = _names(work, work.data.scalars(coordinators()))
    return CoverView(lines, _by_name(working), _by_name(able))


def cover(work: Work, command: EnterCover) -> UUID:
    """From the first day on, until and with the last, the one works for the other; gives its id.

    Both hear by a mail without content, but for who enters it. Raises Denied, and InvalidInput
    for whom it can't be, for days that can't be, and for days that are covered already.
    """
    require(Permission.COVER, work.by(), None, work.clock.today())
    check(work, command.account_id, command.by_id, command.from_on, command.until_on)
    row = Cover(
        account_id=command.account_id,
        by_id=command.by_id,
        from_on=command.from_on,
        until_on=command.until_on,
    )
    work.data.add(row)
    work.data.flush()
    for account_id in sorted({command.account_id, command.by_id} - {work.by().account_id}):
        queue(work, MailKind.SIGNAL_NEWS, account_id)
    record(
        work,
        AuditAction.COVER_ENTERED,
        command.account_id,
        account_id=command.by_id,
        from_day=command.from_on.isoformat(),
        to_day=command.until_on.isoformat(),
    )
    return row.id


def check(
    work: Work,
    account_id: UUID,
    by_id: UUID,
    from_on: date,
    until_on: date,
    but: UUID | None = None,
) -> None:
    """Whether this can be a cover, beside all others than `but`. Raises InvalidInput.

    Both accounts stay as they are until the end of the transaction: neither is covered twice by
    two who enter at once, nor deactivated at this moment.
    """
    _check_days(work, from_on, until_on)
    held = select(Account.id).where(Account.id.in_([account_id, by_id])).order_by(Account.id)
    work.data.execute(held.with_for_update(key_share=True))
    if account_id not in set(work.data.scalars(coordinators())):
        raise InvalidInput("account", "unknown_code")
    if by_id == account_id:
        raise InvalidInput("by", "cover_self")
    if by_id not in holders(work, KeyGroup.CASEWORK):
        raise InvalidInput("by", "cover_unable")
    if _there(work, account_id, from_on, until_on, but):
        raise InvalidInput("from_on", "cover_overlap")
    if _there(work, by_id, from_on, until_on, None):
        raise InvalidInput("by", "cover_away")


def _check_days(work: Work, from_on: date, until_on: date) -> None:
    today = work.clock.today()
    if until_on < from_on:
        raise InvalidInput("until_on", "cover_order")
    if until_on < today:
        raise InvalidInput("until_on", "cover_past")
    if (until_on - from_on).days >= timedelta(weeks=work.periods.cover_weeks_at_most).days:
        raise InvalidInput("until_on", "cover_long", weeks=str(work.periods.cover_weeks_at_most))
    if (from_on - today).days > work.periods.cover_ahead_days:
        raise InvalidInput("from_on", "cover_far")


def _there(work: Work, account_id: UUID, from_on: date, until_on: date, but: UUID | None) -> bool:
    """Whether this account is away on one of these days already."""
    crossing: list[ColumnElement[bool]] = [
        Cover.account_id == account_id,
        and_(Cover.from_on <= until_on, Cover.until_on >= from_on),
    ]
    if but is not None:
        crossing.append(Cover.id != but)
    return work.data.scalar(select(Cover.id).where(*crossing).limit(1)) is not None


def _names(work: Work, ids: Iterable[UUID]) -> dict[UUID, str]:
    rows = work.data.execute(select(Account.id, Account.name).where(Account.id.in_(list(ids))))
    return {row.id: row.name for row in rows}


def _by_name(names: dict[UUID, str]) -> tuple[tuple[UUID, str], ...]:
    return tuple(sorted(names.items(), key=lambda one: (one[1], one[0])))
