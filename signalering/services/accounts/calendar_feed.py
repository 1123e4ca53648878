"""What a calendar program fetches: on which days something falls due, and how many things.

Nobody is logged in. A right address writes nothing at all, so when and how often it is fetched is
kept nowhere; a wrong one counts as a try.
"""

import hashlib
from collections import Counter
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select

from signalering.domain.lifecycles import AccountState
from signalering.domain.states import Hat
from signalering.domain.throttles import Tried
from signalering.domain.views.accounts.calendar_feed import CalendarDay, CalendarFeed
from signalering.models.accounts.account import Account
from signalering.models.accounts.calendar_feed import CalendarAddress
from signalering.services.accounts import throttle
from signalering.services.accounts.own_work import days_of
from signalering.services.public.visitors import visitor_of
from signalering.services.work import Work
from signalering.vault.encoding import frame
from signalering.vault.links import token_hash

AHEAD = timedelta(days=60)


def calendar_feed(work: Work, token: str) -> CalendarFeed | None:
    """The next 60 days of whom this address belongs to; what is overdue stands on today.

    None for one that is wrong, was replaced or switched off, or belongs to somebody who is no
    coordinator any more.
    """
    account = _owner(work, token)
    if account is None:
        return None
    today = work.clock.today()
    return CalendarFeed(
        language=account.language,
        made_on=today,
        days=tuple(
            CalendarDay(day, count, _uid(token, day))
            for day, count in sorted(_gathered(work, account.id, today).items())
        ),
    )


def count_wrong(work: Work, address: str) -> None:
    """Count a try at an address that lets nobody in, and commit it. Raises TooOften."""
    throttle.claim(work, Tried.CALENDAR, visitor_of(work, address))


def _owner(work: Work, token: str) -> Account | None:
    account = work.data.scalar(
        select(Account)
        .join(CalendarAddress, CalendarAddress.account_id == Account.id)
        .where(
            CalendarAddress.token_hash == token_hash(token),
            Account.state == AccountState.ACTIVE.value,
        )
    )
    if account is None or Hat.COORDINATOR not in {row.hat for row in account.hats}:
        return None
    return account


def _gathered(work: Work, account_id: UUID, today: date) -> Counter[date]:
    gathered: Counter[date] = Counter()
    for day, count in days_of(work, account_id).items():
        if day <= today + AHEAD:
            gathered[max(day, today)] += count
    return gathered


def _uid(token: str, day: date) -> str:
    """From the secret itself: nobody who sees two calendars can tell whose they are."""
    framed = frame("calendar", "v1", token, day.isoformat())
    return hashlib.sha256(framed).hexdigest()[:32]
