"""Decisions about settings: read, and written without overtaking anybody."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from signalering.domain.errors import Conflict
from signalering.domain.views.settings.overview import Decision
from signalering.models.accounts.account import Account
from signalering.models.settings.decision import SettingDecision
from signalering.services.work import Work


def decisions(work: Work, *names: str) -> list[tuple[str, Decision]]:
    """What was decided about these, or about all; the newest of each first."""
    query = select(SettingDecision, Account.name).join(Account, Account.id == SettingDecision.by_id)
    if names:
        query = query.where(SettingDecision.name.in_(names))
    rows = work.data.execute(query.order_by(SettingDecision.name, SettingDecision.number.desc()))
    return [(row.name, Decision(row.value, row.number, row.since, by)) for row, by in rows]


def newest(found: Iterable[tuple[str, Decision]]) -> dict[str, Decision]:
    """The decision in force of each name that has any."""
    in_force: dict[str, Decision] = {}
    for name, decision in found:
        in_force.setdefault(name, decision)
    return in_force


def decide(work: Work, name: str, seen: int, value: str) -> int:
    """One more decision; gives its number. Raises Conflict when somebody decided since `seen`."""
    last = newest(decisions(work, name)).get(name)
    if seen != (last.number if last else 0):
        raise Conflict
    row = SettingDecision(
        name=name,
        number=seen + 1,
        value=value,
        since=work.clock.today(),
        by_id=work.by().account_id,
    )
    try:
        with work.data.begin_nested():
            work.data.add(row)
            work.data.flush()
    except IntegrityError:  # two at the very same moment
        raise Conflict from None
    return row.number
