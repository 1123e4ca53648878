"""What stands out is found in the opened trail by privacy officers; looking is written down."""

from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest
from kit.town import START, Town
from kit.trail import entries

from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.audit.patterns import LookForPatterns
from signalering.domain.errors import CannotOpen, Denied, InvalidInput
from signalering.domain.states import Hat
from signalering.domain.views.audit.patterns import PatternsView
from signalering.services.audit import patterns as task
from signalering.services.audit.patterns import patterns
from signalering.services.audit.record import record


def look(town: Town, first: date | None = None, last: date | None = None) -> PatternsView:
    with town.committed("privacy_officer") as work:
        return patterns(work, LookForPatterns(first, last))


def acts(town: Town, moment: datetime, action: AuditAction, count: int = 1) -> None:
    town.clock.move_to(moment)
    with town.committed("coordinator") as work:
        for _ in range(count):
            record(work, action, uuid4(), **({"count": 1} if "search" in action.value else {}))


def odd(view: PatternsView) -> list[str]:
    return [one.pattern for one in view.found]


def test_each_pattern_is_found_with_who_and_when(town: Town) -> None:
    noon = START.replace(hour=11)
    acts(town, noon, AuditAction.CASE_READ, 30)
    acts(town, noon + timedelta(hours=1, minutes=5), AuditAction.CASE_SEARCHED)
    acts(town, noon + timedelta(hours=11), AuditAction.SIGNAL_READ)
    town.clock.move_to(noon + timedelta(days=1))
    view = look(town)
    assert odd(view) == ["at_night", "searched_only", "many_reads"]
    assert {one.actor for one in view.found} == {"Cor Dinator"}
    reading = view.found[-1]
    assert (reading.count, reading.different, reading.since) == (30, 30, noon)
    assert reading.account_id == str(town.people["coordinator"].account_id)
    assert view.looked_since is None


def test_looking_is_written_down_with_its_days(town: Town) -> None:
    look(town, date(2026, 11, 1), date(2026, 11, 20))
    (entry,) = entries(town, "audit_patterns_read")
    assert entry["details"] == {"from_day": "2026-11-01", "to_day": "2026-11-20", "count": "0"}


def test_a_night_belongs_to_both_of_its_days_and_no_others(town: Town) -> None:
    acts(town, datetime.fromisoformat("2026-11-24T23:30:00+01:00"), AuditAction.CASE_READ)
    acts(town, datetime.fromisoformat("2026-11-25T02:00:00+01:00"), AuditAction.CASE_READ)
    town.clock.move_to(START + timedelta(days=9))
    by_day = {day: odd(look(town, day, day)) for day in (date(2026, 11, n) for n in range(23, 27))}
    nights = [day.day for day, found in by_day.items() if "at_night" in found]
    assert nights == [24, 25]


def test_without_days_it_looks_at_the_last_seven(town: Town) -> None:
    acts(town, datetime.fromisoformat("2026-11-24T23:30:00+01:00"), AuditAction.CASE_READ)
    town.clock.move_to(datetime.fromisoformat("2026-11-30T12:00:00+01:00"))
    view = look(town)
    assert (view.from_day, view.to_day) == (date(2026, 11, 24), date(2026, 11, 30))
    assert odd(view) == ["at_night"]
    town.clock.move_to(datetime.fromisoformat("2026-12-01T12:00:00+01:00"))
    assert odd(look(town)) == []


def test_too_much_for_one_go_is_said(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    acts(town, START + timedelta(hours=1), AuditAction.CASE_READ, 3)
    acts(town, START + timedelta(hours=2), AuditAction.CASE_READ, 3)
    monkeypatch.setattr(task, "LOOKED_AT_ONCE", 3)
    assert look(town).looked_since == START + timedelta(hours=2)


def test_days_that_end_before_they_begin_are_refused(town: Town) -> None:
    with pytest.raises(InvalidInput):
        look(town, date(2026, 11, 20), date(2026, 11, 1))
    with pytest.raises(InvalidInput):
        look(town, date.max)
    view = look(town, date.min, date.max)
    assert view.to_day == town.clock.today()
    assert look(town, None, date.min).to_day.year == 2020


@pytest.mark.parametrize("key", ["coordinator", "administrator", "manager", "worker"])
def test_nobody_else_looks(town: Town, key: str) -> None:
    with town.committed(key) as work, pytest.raises(Denied):
        patterns(work, LookForPatterns())


def test_the_hat_without_the_key_opens_nothing(town: Town) -> None:
    with town.work("coordinator") as work:
        actor = work.by()
        work.actor = type(actor)(actor.account_id, Hat.PRIVACY_OFFICER, actor.hats, actor.name)
        with pytest.raises(CannotOpen):
            patterns(work, LookForPatterns())
