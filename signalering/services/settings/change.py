"""Decide on another value; what was decided before stays to be read."""

from signalering.domain.access import Permission, require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.settings.change import ChangeSetting
from signalering.domain.errors import InvalidInput, NotFound
from signalering.domain.setting_list import CLOSING_DAYS, SETTINGS
from signalering.domain.setting_specs import Setting
from signalering.domain.setting_values import as_code, value_of, written
from signalering.domain.views.settings.change import ChangeView
from signalering.domain.views.settings.overview import Decision
from signalering.services.audit.record import record
from signalering.services.settings._rows import decide, decisions
from signalering.services.work import Work


def change(work: Work, command: ChangeSetting) -> None:
    """It holds from the next request on, on every node; days that were set stay as they are.

    Raises Denied, NotFound for a name that is none, InvalidInput on `value`, Conflict when
    somebody decided meanwhile.
    """
    require(Permission.SETTINGS, work.by(), None, work.clock.today())
    setting = _setting(command.name)
    value = written(setting, command.value)
    now = value_of(work.rules, setting.name)
    if value == now:
        raise InvalidInput("value", "setting_same")
    number = decide(work, setting.name, command.number, value)
    record(
        work,
        AuditAction.SETTING_CHANGED,
        setting=setting.name,
        number=number,
        from_value=as_code(setting, now),
        to_value=as_code(setting, value),
    )


def changing(work: Work, name: str) -> ChangeView:
    """What there is to change, and what was decided before. Raises Denied, NotFound."""
    require(Permission.SETTINGS, work.by(), None, work.clock.today())
    setting = _setting(name)
    history = tuple(decision for _, decision in decisions(work, name))
    first = value_of(work.settings.first_rules, name)
    return ChangeView(setting, history[0] if history else Decision(first), history, first)


def _setting(name: str) -> Setting:
    setting = SETTINGS.get(name)
    if setting is None or name == CLOSING_DAYS:
        raise NotFound
    return setting
