"""Privacy officers find every act by each of its fields; nobody else opens the trail."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from kit.town import START, Town

from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.audit.trail import SearchTrail
from signalering.domain.errors import CannotOpen, Denied, InvalidInput
from signalering.domain.states import Hat
from signalering.domain.views.audit.trail import TrailView
from signalering.models.audit.segment import AuditEntry
from signalering.services.audit.record import record
from signalering.services.audit.trail import PAGE, trail
from signalering.services.work import Work


def look(town: Town, search: SearchTrail | None = None) -> TrailView:
    with town.committed("privacy_officer") as work:
        return trail(work, search or SearchTrail())


def write(work: Work, action: AuditAction, object_id: UUID | None = None, **rest: str) -> None:
    record(work, action, object_id, outcome=rest.pop("result", "done"), **rest)


def a_few_acts(town: Town) -> tuple[UUID, UUID]:
    """A signal read by the coordinator on the 24th, a case read by the other one on the 25th."""
    signal_id, case_id = uuid4(), uuid4()
    town.clock.move_to(START + timedelta(days=1))
    with town.committed("coordinator") as work:
        write(work, AuditAction.SIGNAL_READ, signal_id)
    town.clock.move_to(START + timedelta(days=2))
    with town.committed("other_coordinator") as work:
        write(work, AuditAction.CASE_READ, case_id)
        write(
            work,
            AuditAction.DENIED,
            result="denied",
            endpoint="audit.trail",
            permission="audit_trail",
            method="GET",
        )
    return signal_id, case_id


def test_the_newest_act_comes_first_with_its_actor(town: Town) -> None:
    a_few_acts(town)
    lines = look(town).lines
    assert [line.action for line in lines[:3]] == ["denied", "case_read", "signal_read"]
    assert [line.actor for line in lines[1:3]] == ["Coby Dinator", "Cor Dinator"]
    assert [line.at for line in lines] == sorted((line.at for line in lines), reverse=True)


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("account_id", {"signal_read"}),
        ("action", {"case_read"}),
        ("object_kind", {"signal_read"}),
        ("wanted", {"signal_read"}),
        ("outcome", {"denied"}),
        ("days", {"signal_read"}),
    ],
)
def test_each_field_finds_its_own(town: Town, field: str, expected: set[str]) -> None:
    signal_id, _ = a_few_acts(town)
    searches = {
        "account_id": SearchTrail(account_id=town.people["coordinator"].account_id),
        "action": SearchTrail(action=AuditAction.CASE_READ),
        "object_kind": SearchTrail(object_kind="signal"),
        "wanted": SearchTrail(wanted=str(signal_id)),
        "outcome": SearchTrail(outcome="denied"),
        "days": SearchTrail(from_day=date(2026, 11, 24), to_day=date(2026, 11, 24)),
    }
    assert {line.action for line in look(town, searches[field]).lines} == expected


def test_an_object_is_found_by_its_mention_in_another_act(town: Town) -> None:
    case_id, signal_id = uuid4(), uuid4()
    with town.committed("coordinator") as work:
        record(work, AuditAction.CASE_OPENED, case_id, signal_id=str(signal_id))
    found = look(town, SearchTrail(wanted=str(signal_id)))
    assert [line.object_id for line in found.lines] == [str(case_id)]


def test_an_unknown_reference_is_told(town: Town) -> None:
    with pytest.raises(InvalidInput):
        look(town, SearchTrail(wanted="ABCD-2345"))


def test_pages_follow_each_other_over_segments_and_months(file_town: Town) -> None:
    written = []
    for hours in range(0, 24 * 70, 24):
        file_town.clock.move_to(START + timedelta(hours=hours))
        with file_town.committed("coordinator") as work:
            for _ in range(2):
                written.append(uuid4())
                record(work, AuditAction.SIGNAL_READ, written[-1])
    seen: list[str] = []
    search = SearchTrail(action=AuditAction.SIGNAL_READ)
    for _ in range(10):
        view = look(file_town, search)
        assert len(view.lines) <= PAGE
        seen += [line.object_id for line in view.lines]
        if not view.next_before:
            break
        search = SearchTrail(action=AuditAction.SIGNAL_READ, before=view.next_before)
    assert sorted(seen) == sorted(str(one) for one in written)
    assert len(set(seen)) == len(seen)


def test_a_segment_that_runs_into_the_next_month_stays_in_order(file_town: Town) -> None:
    """23:30 on the last of November in Amsterdam, then a segment of December, then the old one."""
    late = datetime(2026, 11, 30, 22, 30, tzinfo=UTC)
    ids = [uuid4() for _ in range(3)]
    file_town.clock.move_to(late)
    with file_town.committed("coordinator") as work:
        record(work, AuditAction.SIGNAL_READ, ids[0])
    old = file_town.house.writer.current(late)
    assert old is not None
    file_town.clock.move_to(late + timedelta(minutes=40))
    fresh = file_town.house.writer.open(late + timedelta(minutes=40))
    assert fresh.id != old.id
    with file_town.committed("coordinator") as work:
        record(work, AuditAction.SIGNAL_READ, ids[1])
    file_town.house.writer._threads.segment = old
    file_town.clock.move_to(late + timedelta(minutes=50))
    with file_town.committed("coordinator") as work:
        record(work, AuditAction.SIGNAL_READ, ids[2])
    found = look(file_town, SearchTrail(action=AuditAction.SIGNAL_READ))
    assert [line.object_id for line in found.lines] == [str(one) for one in reversed(ids)]


def test_reading_and_searching_are_written_down(town: Town) -> None:
    town.clock.move_to(START + timedelta(minutes=1))
    look(town)
    look(town, SearchTrail(outcome="denied", from_day=date(2026, 11, 1)))
    lines = look(town).lines
    assert [line.action for line in lines[:2]] == ["audit_searched", "audit_read"]
    assert dict(lines[0].details) == {
        "count": "0",
        "from_day": "2026-11-01",
        "wanted_outcome": "denied",
    }


@pytest.mark.parametrize("person", ["coordinator", "administrator", "manager", "worker"])
def test_nobody_else_reads_it(town: Town, person: str) -> None:
    with town.work(person) as work, pytest.raises(Denied):
        trail(work, SearchTrail())


def test_the_hat_without_the_key_opens_nothing(town: Town) -> None:
    """Even a coordinator whom the rules would let in holds no grant of the audit group."""
    with town.work("coordinator") as work:
        actor = work.by()
        work.actor = type(actor)(actor.account_id, Hat.PRIVACY_OFFICER, actor.hats, actor.name)
        with pytest.raises(CannotOpen):
            trail(work, SearchTrail())


def test_an_entry_that_was_tampered_with_is_counted_not_hidden(town: Town) -> None:
    with town.committed() as work:
        entry = work.data.query(AuditEntry).first()
        assert entry is not None
        entry.sealed = entry.sealed[:-1] + bytes([entry.sealed[-1] ^ 1])
    view = look(town)
    assert view.unopened == 1
    assert view.lines
