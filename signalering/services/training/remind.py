"""Tell people in time that their training runs out."""

from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import func, select

from signalering.domain.lifecycles import AccountState, DailyJob, MailKind
from signalering.domain.states import Hat
from signalering.models.accounts.account import Account, AccountHat
from signalering.models.network.job import JobRun
from signalering.models.training.certificate import Certificate
from signalering.services.network.queue import queue
from signalering.services.work import Work

A_DAY = timedelta(days=1)
DAY_AFTER = -1


def remind(work: Work) -> int:
    """Queue a mail for each whose newest certificate came to one of the moments (60 days before

    its end, 14 days before, the day after, unless the coalition chose others) since the last time
    this was done; gives how many.

    Once a day (services/upkeep.py): days on which nothing ran are caught up, so nobody is missed
    and nobody is told twice.
    """
    today = work.clock.today()
    since = _last_time(work, today)
    due: set[UUID] = set()
    grace = work.periods.training_grace
    for days in (*work.periods.training_reminder_days, DAY_AFTER):
        ahead = timedelta(days=days)
        # On the first day of all, whoever ends within that time or is in the grace already.
        told_until = since + ahead if since is not None else today - grace - A_DAY
        due |= _ending(work, told_until, today + ahead)
    for account_id in sorted(due):
        queue(work, MailKind.TRAINING_REMINDER, account_id)
    return len(due)


def _ending(work: Work, after: date, until: date) -> set[UUID]:
    newest = func.max(Certificate.valid_until)
    query = (
        select(Certificate.account_id)
        .join(Account, Account.id == Certificate.account_id)
        .join(AccountHat, AccountHat.account_id == Account.id)
        .where(Account.state == AccountState.ACTIVE.value, AccountHat.hat == Hat.FRONTLINE.value)
        .group_by(Certificate.account_id)
        .having(newest > after, newest <= until)
    )
    return set(work.data.scalars(query))


def _last_time(work: Work, today: date) -> date | None:
    return work.data.scalar(
        select(func.max(JobRun.day)).where(
            JobRun.name == DailyJob.TRAINING_REMINDERS.value, JobRun.day < today
        )
    )
