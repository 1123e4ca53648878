"""Mail the head of the chain outside, once a week: so a tail that was cut off shows."""

from datetime import timedelta

from sqlalchemy import select

from signalering.domain.audit_actions import AuditAction
from signalering.domain.lifecycles import DailyJob, MailKind
from signalering.models.network.job import JobRun
from signalering.models.network.outbox import OutboxMail
from signalering.services.audit.record import record
from signalering.services.audit.verify import head
from signalering.services.network.queue import queue
from signalering.services.network.write import Letter
from signalering.services.work import Work


def queue_head(work: Work) -> None:
    """Let it go out on the first day of a week on which the work loop runs.

    Without an address it never does. Each day's run leaves its row (services/upkeep.py).
    """
    address = work.settings.audit_head_address
    today = work.clock.today()
    ran_this_week = (
        select(JobRun.day)
        .where(
            JobRun.name == DailyJob.CHAIN_HEAD.value,
            JobRun.day >= today - timedelta(days=today.weekday()),
            JobRun.day < today,
        )
        .limit(1)
    )
    if not address or work.data.scalar(ran_this_week) is not None:
        return
    queue(work, MailKind.CHAIN_HEAD, address=address)
    record(work, AuditAction.SWEEP_DONE, sweep=DailyJob.CHAIN_HEAD.value)


def head_letter(work: Work, mail: OutboxMail) -> Letter | None:
    """The head of the moment at which it is sent, to the address of today; None without one."""
    address = work.settings.audit_head_address
    if not address:
        return None
    return Letter(mail.id, MailKind.CHAIN_HEAD, address, "", "nl", said={"head": head(work)})
