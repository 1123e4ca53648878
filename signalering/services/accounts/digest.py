"""A mail at 8:00 on working days with the bare counts of one's own work, for who wants it.

What waits in the outbox says who wants it, no more: counts are made at the moment of sending, and
whoever has nothing to do gets no mail then.
"""

from datetime import datetime

from sqlalchemy import delete, select

from signalering.domain.clock import AMSTERDAM
from signalering.domain.lifecycles import AccountState, MailKind
from signalering.domain.states import Hat
from signalering.domain.views.accounts.digest import Digest
from signalering.models.accounts.account import Account
from signalering.models.network.outbox import OutboxMail
from signalering.services.accounts.coordinators import coordinators
from signalering.services.accounts.own_work import digest_of
from signalering.services.network.queue import NEWS_AT, one_at_a_time, queue
from signalering.services.work import Work


def queue_digests(work: Work) -> int:
    """Let today's go out at 8:00; gives how many wait. Once a day (services/upkeep.py).

    What did not leave on its own day never does: it would tell of another.
    """
    left = OutboxMail.kind == MailKind.DIGEST.value
    # Receivers first, as whoever sends: two who meet would wait for each other otherwise.
    for account_id in work.data.scalars(
        select(OutboxMail.account_id).where(left).order_by(OutboxMail.account_id)
    ).all():
        one_at_a_time(work, account_id)
    work.data.execute(delete(OutboxMail).where(left))
    if not work.calendar.is_working_day(work.clock.today()):
        return 0
    wanting = work.data.scalars(coordinators().where(Account.digest).order_by(Account.id)).all()
    for account_id in wanting:
        queue(work, MailKind.DIGEST, account_id, due_at=_this_morning(work))
    return len(wanting)


def digest_for(work: Work, account: Account) -> Digest | None:
    """What this account's mail tells now.

    None when it is to have none any more, before 8:00, on a day off, or with nothing to tell.
    """
    wants = account.state == AccountState.ACTIVE and account.digest
    if not wants or Hat.COORDINATOR not in {row.hat for row in account.hats}:
        return None
    now = work.clock.now()
    if not work.calendar.is_working_day(work.clock.today()) or now < _this_morning(work):
        return None
    digest = digest_of(work, account.id)
    return None if digest.is_empty else digest


def _this_morning(work: Work) -> datetime:
    return datetime.combine(work.clock.today(), NEWS_AT, AMSTERDAM)
