"""Tell people in time that their training runs out."""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import func, select, update

from signalering.domain.course import reminders_due
from signalering.domain.lifecycles import AccountState, MailKind
from signalering.domain.states import Hat
from signalering.models.accounts.account import Account, AccountHat
from signalering.models.training.certificate import Certificate
from signalering.services.network.queue import queue
from signalering.services.work import Work

# However short the grace: the day after its end is caught up for so long.
CAUGHT_UP = timedelta(days=14)


def remind(work: Work) -> int:
    """Queue a mail for each whose newest certificate came to one of the moments (60 days before

    its end, 14 days before, the day after, unless the coalition chose others) that was not told
    yet; gives how many. Moments that passed together are told by one mail.

    Each certificate remembers how many of its moments were told, so nobody is missed and nobody is
    told twice: not after days on which nothing ran, nor when the coalition chooses other moments.
    """
    count = 0
    for account_id, valid_until, told in _running_out(work):
        due = reminders_due(valid_until, work.periods, work.clock.today())
        if due > told and _claimed(work, account_id, valid_until, due):
            queue(work, MailKind.TRAINING_REMINDER, account_id)
            count += 1
    return count


def _running_out(work: Work) -> Sequence[tuple[UUID, date, int]]:
    """Who may still log, or could lately, and nears the end: that day, and how many were told."""
    today, periods = work.clock.today(), work.periods
    newest = (
        select(Certificate.account_id, func.max(Certificate.valid_until).label("ends"))
        .group_by(Certificate.account_id)
        .subquery()
    )
    query = (
        select(newest.c.account_id, newest.c.ends, func.max(Certificate.reminders))
        .join(Certificate, Certificate.account_id == newest.c.account_id)
        .join(Account, Account.id == newest.c.account_id)
        .join(AccountHat, AccountHat.account_id == Account.id)
        .where(
            # Two that end on one day are told of as one.
            Certificate.valid_until == newest.c.ends,
            Account.state == AccountState.ACTIVE.value,
            AccountHat.hat == Hat.FRONTLINE.value,
            newest.c.ends >= today - max(periods.training_grace, CAUGHT_UP),
            newest.c.ends <= today + timedelta(days=max(periods.training_reminder_days)),
        )
        .group_by(newest.c.account_id, newest.c.ends)
        .order_by(newest.c.account_id)
    )
    return [(row[0], row[1], row[2]) for row in work.data.execute(query)]


def _claimed(work: Work, account_id: UUID, valid_until: date, due: int) -> bool:
    """One UPDATE: of two nodes at the same moment one tells."""
    taken = work.data.scalars(
        update(Certificate)
        .where(
            Certificate.account_id == account_id,
            Certificate.valid_until == valid_until,
            Certificate.reminders < due,
        )
        .values(reminders=due)
        .returning(Certificate.id)
        .execution_options(synchronize_session=False)
    )
    return bool(taken.all())
