"""What was decided on the pages of settings, read from the rows; the newest of a name counts."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from signalering.domain.house_rules import HouseRules
from signalering.domain.setting_values import applied
from signalering.models.base import table_of
from signalering.models.settings.decision import SettingDecision

_decisions = table_of(SettingDecision)
# Asked by most requests, so made once. There are as many rows as anybody ever decided: dozens.
_ALL = select(_decisions.c.name, _decisions.c.value).order_by(_decisions.c.number)


def rules_in_force(data: Session, first: HouseRules) -> HouseRules:
    """`first` holds where nobody decided otherwise. Nothing that waits is written first."""
    rows = data.execute(_ALL).all()
    return applied(first, {row.name: row.value for row in rows}) if rows else first
