"""What is counted after a fault would be seen, if it were there."""

from collections.abc import Callable
from uuid import UUID, uuid4

import pytest
from kit.signals import a_signal
from kit.stored import Before, Count, before, counted
from kit.town import Town
from sqlalchemy import delete, select, update

from signalering.models.audit.segment import AuditEntry
from signalering.models.keys.group import Wrap
from signalering.models.signals.entries import ThreadEntry, TriageEntry
from signalering.models.signals.signal import Signal, SignalIndicator
from signalering.services.signals.log import log
from signalering.services.work import Work

Damage = Callable[[Work, Signal], object]


def sent(town: Town) -> tuple[Before, list[UUID]]:
    """Three signals, as reporters under load send them."""
    since = before(town)
    with town.committed("worker") as work:
        command = (a_signal(indicators=("says_lonely",)) for _ in range(3))
        return since, [log(work, one).signal_id for one in command]


def test_all_is_well(file_town: Town) -> None:
    since, receipts = sent(file_town)
    assert counted(file_town, since, receipts) == Count(3)
    assert counted(file_town, since, receipts).sound
    assert not counted(file_town, before(file_town), []).sound, "nothing was tried"


def test_a_receipt_for_what_is_not_there(file_town: Town) -> None:
    since, receipts = sent(file_town)
    assert counted(file_town, since, [*receipts, uuid4()]) == Count(4, lost=1)


def test_what_nobody_has_a_receipt_for_and_a_receipt_given_twice(file_town: Town) -> None:
    since, receipts = sent(file_town)
    assert counted(file_town, since, receipts[:2]) == Count(2, doubled=1)
    assert counted(file_town, since, [*receipts, receipts[0]]) == Count(3, doubled=1)


def last_entry(work: Work) -> AuditEntry:
    wanted = select(AuditEntry).order_by(AuditEntry.number.desc()).limit(1)
    return work.data.scalars(wanted).one()


@pytest.mark.parametrize(
    "damage",
    [
        lambda work, row: work.data.execute(
            delete(ThreadEntry).where(ThreadEntry.signal_id == row.id, ThreadEntry.number == 2)
        ),
        lambda work, row: work.data.execute(
            delete(TriageEntry).where(TriageEntry.signal_id == row.id)
        ),
        lambda work, row: work.data.execute(
            delete(SignalIndicator).where(SignalIndicator.signal_id == row.id)
        ),
        lambda work, row: work.keys.execute(delete(Wrap).where(Wrap.key_id == row.triage_key_id)),
        lambda work, row: work.keys.execute(
            delete(Wrap).where(Wrap.key_id == row.thread_key_id, Wrap.holder == "reporter")
        ),
        lambda work, _: work.data.delete(last_entry(work)),
        lambda work, _: work.data.execute(
            update(AuditEntry)
            .where(AuditEntry.number == last_entry(work).number)
            .values(previous_hash=bytes(32))
        ),
    ],
    ids=["note", "triage", "codes", "triage key", "reporter's key", "audit entry", "chain"],
)
def test_what_is_half_there(file_town: Town, damage: Damage) -> None:
    since, receipts = sent(file_town)
    with file_town.committed() as work:
        damage(work, work.data.get_one(Signal, receipts[1]))
    assert counted(file_town, since, receipts) == Count(3, half_made=1)
