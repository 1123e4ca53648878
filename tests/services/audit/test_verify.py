"""Whoever edits, swaps, cuts out or cuts off is found, without any key."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import uuid4

import pytest
from kit.town import START, Town
from sqlalchemy import delete, select

from signalering.domain.audit_actions import AuditAction
from signalering.domain.errors import InvalidInput
from signalering.models.audit.segment import AuditEntry, AuditSegment
from signalering.services.audit.record import record
from signalering.services.audit.verify import head, verify, without_new
from signalering.services.work import Work
from signalering.vault.chain import ChainFault, FaultKind, Segment


def some_trail(town: Town) -> None:
    """Three segments of four entries, beside what settling left."""
    for hours in (1, 3, 5):
        town.clock.move_to(START + timedelta(hours=hours))
        with town.committed("coordinator") as work:
            for _ in range(4):
                record(work, AuditAction.SIGNAL_READ, uuid4())


def kinds(town: Town, kept: str = "") -> set[str]:
    with town.work(writes=False) as work:
        return {fault.kind for fault in verify(work, kept).faults}


def longest(work: Work) -> Sequence[AuditEntry]:
    """The entries of a segment that has at least three."""
    segment_id = work.data.scalars(
        select(AuditEntry.segment_id).where(AuditEntry.number == 3).limit(1)
    ).one()
    return work.data.scalars(
        select(AuditEntry).where(AuditEntry.segment_id == segment_id).order_by(AuditEntry.number)
    ).all()


def test_a_whole_trail_verifies_without_a_key(town: Town) -> None:
    some_trail(town)
    with town.work(writes=False) as work:
        assert not work.opened.groups
        found = verify(work, head(work))
    assert found.whole
    assert found.segments >= 3
    assert found.entries >= 12


def test_an_edit_is_found_where_it_stands(town: Town) -> None:
    some_trail(town)
    with town.committed() as work:
        entry = longest(work)[1]
        entry.sealed = entry.sealed[:-1] + bytes([entry.sealed[-1] ^ 1])
        place = (entry.segment_id, entry.number)
    with town.work(writes=False) as work:
        assert place in {(fault.segment, fault.number) for fault in verify(work).faults}
    assert "edit" in kinds(town)


def test_a_swap_is_found(town: Town) -> None:
    some_trail(town)
    with town.committed() as work:
        one, two = longest(work)[1:3]
        fields = ("previous_hash", "entry_hash", "sealed")
        values = [{field: getattr(entry, field) for field in fields} for entry in (one, two)]
        for entry, others in zip((one, two), reversed(values), strict=True):
            for field, value in others.items():
                setattr(entry, field, value)
    assert kinds(town) & {"order", "edit"}


def test_a_gap_is_found(town: Town) -> None:
    some_trail(town)
    with town.committed() as work:
        work.data.delete(longest(work)[1])
    assert "gap" in kinds(town)


def test_changed_heads_of_a_segment_are_found(town: Town) -> None:
    some_trail(town)
    with town.committed() as work:
        last = work.data.scalars(select(AuditSegment).where(AuditSegment.heads != "[]")).first()
        assert last is not None
        last.heads = "nonsense"
    assert "edit" in kinds(town)


def test_a_tail_cut_off_shows_against_a_kept_head_alone(town: Town) -> None:
    some_trail(town)
    with town.work(writes=False) as work:
        kept = head(work)
    with town.committed() as work:
        newest = [line.split(":") for line in kept.split()]
        for segment_id, number, _ in newest:
            work.data.execute(
                delete(AuditEntry).where(
                    AuditEntry.segment_id == type(uuid4())(segment_id),
                    AuditEntry.number == int(number),
                )
            )
    assert not kinds(town), "the chain alone can't know what came last"
    assert kinds(town, kept) == {"missing_head"}


def test_the_kept_head_still_holds_when_more_was_written(town: Town) -> None:
    some_trail(town)
    with town.work(writes=False) as work:
        kept = head(work)
    with town.committed("coordinator") as work:
        record(work, AuditAction.SIGNAL_READ, uuid4())
    assert not kinds(town, kept)


def test_a_head_that_is_none_is_refused(town: Town) -> None:
    with town.work(writes=False) as work, pytest.raises(InvalidInput):
        verify(work, "not:a:head")


def test_a_segment_that_is_opened_meanwhile_is_no_fault(town: Town) -> None:
    """Its entries come with the second reading, its row was not there at the first."""
    with town.committed("worker") as work:
        record(work, AuditAction.LOG_OUT)
    with town.work() as work:
        segment = work.data.scalars(select(AuditSegment.id)).first()
        assert segment is not None
        gap = ChainFault(FaultKind.GAP, segment, 1)
        foreign = ChainFault(FaultKind.GAP, uuid4(), 1)
        assert without_new(work, [], [gap, foreign]) == [foreign]
        known = Segment(segment, [])
        assert without_new(work, [known], [gap]) == [gap]
