"""A part of the trail is taken along by privacy officers alone, whole, and that is written down."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from kit.town import START, Town
from kit.trail import entries

from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.audit.export import ExportTrail, FileForm
from signalering.domain.commands.audit.trail import SearchTrail
from signalering.domain.errors import CannotOpen, Denied, InvalidInput
from signalering.domain.states import Hat
from signalering.domain.views.audit.export import ExportView
from signalering.services.audit import export as task
from signalering.services.audit.export import export
from signalering.services.audit.record import record

ALL = ExportTrail(SearchTrail(), FileForm.CSV)


def taken_along(town: Town, **search: object) -> ExportView:
    with town.committed("privacy_officer") as work:
        return export(work, ExportTrail(SearchTrail(**search), FileForm.JSON_LINES))


def reads(town: Town, count: int) -> None:
    town.clock.move_to(START + timedelta(days=1))
    with town.committed("coordinator") as work:
        for _ in range(count):
            record(work, AuditAction.CASE_READ, uuid4())


def test_it_has_all_that_was_found_and_not_a_page_of_it(town: Town) -> None:
    reads(town, 60)
    view = taken_along(town, action=AuditAction.CASE_READ)
    assert len(view.lines) == 60
    assert {line.action for line in view.lines} == {"case_read"}
    line = view.lines[0]
    assert (line.actor, line.hat, line.purpose) == ("Cor Dinator", "coordinator", "follow_up")
    assert line.actor_id == str(town.people["coordinator"].account_id)


def test_days_and_account_narrow_it(town: Town) -> None:
    reads(town, 2)
    tuesday = date(2026, 11, 24)
    assert len(taken_along(town, from_day=tuesday, to_day=tuesday).lines) == 2
    assert len(taken_along(town, account_id=town.people["coordinator"].account_id).lines) >= 2
    assert taken_along(town, account_id=uuid4()).lines == ()
    assert taken_along(town, from_day=tuesday + timedelta(days=1)).lines == ()


def test_taking_along_is_written_down_with_what_was_asked(town: Town) -> None:
    reads(town, 2)
    taken_along(town, action=AuditAction.CASE_READ, to_day=date(2026, 11, 30))
    (entry,) = entries(town, "audit_exported")
    assert entry["details"] == {
        "wanted": "case_read",
        "to_day": "2026-11-30",
        "count": "2",
        "form": "jsonl",
    }


def test_what_is_too_much_is_refused_and_never_cut_off(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads(town, 3)
    with town.work("privacy_officer") as work:
        there = len(export(work, ALL).lines)
    monkeypatch.setattr(task, "LOOKED_AT_ONCE", there)
    with town.work("privacy_officer") as work:
        assert len(export(work, ALL).lines) == there
    monkeypatch.setattr(task, "LOOKED_AT_ONCE", there - 1)
    with town.work("privacy_officer") as work, pytest.raises(InvalidInput):
        export(work, ALL)


def test_an_unknown_reference_is_refused(town: Town) -> None:
    with pytest.raises(InvalidInput):
        taken_along(town, wanted="ABCD-9999")


@pytest.mark.parametrize("key", ["coordinator", "administrator", "manager", "worker"])
def test_nobody_else_takes_it_along(town: Town, key: str) -> None:
    with town.work(key) as work, pytest.raises(Denied):
        export(work, ALL)


def test_the_hat_without_the_key_opens_nothing(town: Town) -> None:
    with town.work("coordinator") as work:
        actor = work.by()
        work.actor = type(actor)(actor.account_id, Hat.PRIVACY_OFFICER, actor.hats, actor.name)
        with pytest.raises(CannotOpen):
            export(work, ALL)
