"""The days on which nobody works: one more, and all of them."""

from signalering.domain.access import Permission, require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.settings.closing_days import AddClosingDay
from signalering.domain.errors import InvalidInput
from signalering.domain.house_rules import ClosingDay
from signalering.domain.retention import add_months
from signalering.domain.setting_list import CLOSING_DAYS, LONGEST_REASON, MOST_CLOSING_DAYS
from signalering.domain.setting_values import days_written
from signalering.domain.text import clean_line
from signalering.domain.views.settings.closing_days import ClosingDaysView
from signalering.services.audit.record import record
from signalering.services.settings._rows import decide, decisions
from signalering.services.work import Work

MONTHS_AHEAD = 36


def add_closing_day(work: Work, command: AddClosingDay) -> None:
    """It counts at once for every deadline that is set from now on.

    Raises Denied, InvalidInput on `day` and `reason`, Conflict.
    """
    today = work.clock.today()
    require(Permission.SETTINGS, work.by(), None, today)
    reason = clean_line(command.reason, LONGEST_REASON, field="reason")
    if not reason:
        raise InvalidInput("reason", "required")
    if command.day < today:
        raise InvalidInput("day", "closing_day_past")
    if command.day > add_months(today, MONTHS_AHEAD):
        raise InvalidInput("day", "closing_day_far")
    days = work.rules.closing_days
    if any(one.day == command.day for one in days):
        raise InvalidInput("day", "closing_day_known")
    if len(days) >= MOST_CLOSING_DAYS:
        raise InvalidInput("day", "closing_days_many")
    value = days_written((*days, ClosingDay(command.day, reason)))
    number = decide(work, CLOSING_DAYS, command.number, value)
    day = command.day.isoformat()
    record(work, AuditAction.CLOSING_DAYS_CHANGED, number=number, change="closed", day=day)


def closing_days(work: Work) -> ClosingDaysView:
    """All of them. Raises Denied."""
    today = work.clock.today()
    require(Permission.SETTINGS, work.by(), None, today)
    history = tuple(decision for _, decision in decisions(work, CLOSING_DAYS))
    days = sorted(work.rules.closing_days, key=lambda one: one.day)
    return ClosingDaysView(
        number=history[0].number if history else 0,
        coming=tuple(one for one in days if one.day >= today),
        past=tuple(one for one in reversed(days) if one.day < today),
        history=history,
    )
