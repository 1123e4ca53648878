"""Triage that is so late that an administrator hears of it: how many, and nothing else."""

from datetime import timedelta

from sqlalchemy import func, select

from signalering.domain.audit_actions import AuditAction
from signalering.domain.lifecycles import AccountState, DailyJob, MailKind
from signalering.domain.states import Hat, SignalState
from signalering.models.accounts.account import Account, AccountHat
from signalering.models.signals.signal import Signal
from signalering.services.audit.record import record
from signalering.services.network.queue import queue
from signalering.services.work import Work

A_DAY = timedelta(days=1)


def late_triage(work: Work) -> int:
    """How many signals wait for triage two working days and more behind their last day.

    A number alone, for somebody who opens no words: it names no signal and nobody who has one.
    """
    calendar, today = work.calendar, work.clock.today()
    day = today - A_DAY
    while calendar.add_working_days(day, work.periods.triage_late_working_days) >= today:
        day -= A_DAY
    states = [state.value for state in (SignalState.NEW, SignalState.IN_TRIAGE)]
    query = select(func.count()).where(Signal.state.in_(states), Signal.deadline_on <= day)
    return work.data.scalar(query) or 0


def tell_administrators(work: Work) -> None:
    """One mail without content each, on working days, while anything waits so long."""
    told = 0
    if work.calendar.is_working_day(work.clock.today()) and late_triage(work):
        receivers = work.data.scalars(
            select(Account.id)
            .join(AccountHat, AccountHat.account_id == Account.id)
            .where(
                Account.state == AccountState.ACTIVE.value,
                AccountHat.hat == Hat.ADMINISTRATOR.value,
            )
            .order_by(Account.id)
        ).all()
        for account_id in receivers:
            queue(work, MailKind.TRIAGE_LATE, account_id)
        told = len(receivers)
    record(work, AuditAction.SWEEP_DONE, sweep=DailyJob.LATE_TRIAGE.value, count=told)
