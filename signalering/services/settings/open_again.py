"""Make a closing day a day like others."""

from signalering.domain.access import Permission, require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.settings.open_again import OpenAgain
from signalering.domain.errors import Conflict, InvalidInput
from signalering.domain.setting_list import CLOSING_DAYS
from signalering.domain.setting_values import days_written
from signalering.services.audit.record import record
from signalering.services.settings._rows import decide
from signalering.services.work import Work


def open_again(work: Work, command: OpenAgain) -> None:
    """A day that is over stays: working days were counted by it.

    Raises Denied, InvalidInput, Conflict for a day that is in the list no more.
    """
    today = work.clock.today()
    require(Permission.SETTINGS, work.by(), None, today)
    days = work.rules.closing_days
    left = tuple(one for one in days if one.day != command.day)
    if left == days:
        raise Conflict
    if command.day < today:
        raise InvalidInput("day", "closing_day_past")
    number = decide(work, CLOSING_DAYS, command.number, days_written(left))
    day = command.day.isoformat()
    record(work, AuditAction.CLOSING_DAYS_CHANGED, number=number, change="reopened", day=day)
