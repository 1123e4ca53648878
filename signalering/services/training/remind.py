"""Tell people in time that their training runs out."""

from datetime import date, timedelta

from sqlalchemy import func, select

from signalering.domain.lifecycles import AccountState, DailyJob, MailKind
from signalering.domain.states import Hat
from signalering.models.accounts.account import Account, AccountHat
from signalering.models.network.job import JobRun
from signalering.models.training.certificate import Certificate
from signalering.services.network.queue import queue
from signalering.services.work import Work

AHEAD = timedelta(days=60)


def remind(work: Work) -> int:
    """Queue a mail for each whose newest certificate came within 60 days of its end since the

    last time this was done, and give how many. Once a day (services/upkeep.py): days on which
    nothing ran are caught up, so nobody is missed and nobody is told twice.
    """
    today = work.clock.today()
    newest = func.max(Certificate.valid_until)
    query = (
        select(Certificate.account_id)
        .join(Account, Account.id == Certificate.account_id)
        .join(AccountHat, AccountHat.account_id == Account.id)
        .where(Account.state == AccountState.ACTIVE.value, AccountHat.hat == Hat.FRONTLINE.value)
        .group_by(Certificate.account_id)
        .having(newest > _told_until(work, today), newest <= today + AHEAD)
        .order_by(Certificate.account_id)
    )
    due = work.data.scalars(query).all()
    for account_id in due:
        queue(work, MailKind.TRAINING_REMINDER, account_id)
    return len(due)


def _told_until(work: Work, today: date) -> date:
    """Who ends by this day was told already; on the first day of all nobody was."""
    last = work.data.scalar(
        select(func.max(JobRun.day)).where(
            JobRun.name == DailyJob.TRAINING_REMINDERS.value, JobRun.day < today
        )
    )
    return last + AHEAD if last is not None else today - timedelta(days=1)
