"""A run that is killed at any moment is gone on with; two at once erase once; nothing is left."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from kit.backups import backed_up, put_back
from kit.cases import case_row, closed_case, contact_row
from kit.dump import steal
from kit.retention import closed_signal, noticed, notices, on
from kit.signals import details_at, row_of, taken, with_details
from kit.town import Town
from kit.trail import entries
from sqlalchemy import event, update
from sqlalchemy.orm import Session

from signalering.domain.retention import RunWay
from signalering.models.signals.contact import ContactDetails
from signalering.services.keys.marks import write_marks
from signalering.services.retention import run as running
from signalering.services.retention.run import run

# Logged on 23 November 2026: kept through November 2028. A case's term is over long before.
LAST = date(2028, 11, 30)
A_DAY = timedelta(days=1)


class Crash(Exception):
    """The process is gone."""


def ready(town: Town) -> tuple[UUID, set[UUID]]:
    """A case and a signal with an envelope that are to go on this day; the signal, and all keys."""
    case_id = closed_case(town)
    signal_id = taken(town, command=with_details())
    closed_signal(town, signal_id)
    # Somebody put it off: the envelope goes as a child of its signal, not of its own accord.
    with town.committed() as work:
        work.data.execute(
            update(ContactDetails)
            .where(ContactDetails.signal_id == signal_id)
            .values(lapses_on=date(2029, 12, 1))
        )
    contact, details, signal = (
        contact_row(town, case_id),
        details_at(town, signal_id),
        row_of(town, signal_id),
    )
    assert contact is not None
    assert details is not None
    keys = {case_row(town, case_id).key_id, contact.key_id, details.key_id}
    keys |= {signal.thread_key_id, signal.triage_key_id}
    on(town, LAST - 14 * A_DAY)
    notices(town)
    on(town, LAST + A_DAY)
    return signal_id, keys


@contextmanager
def crash_at(count: int) -> Iterator[None]:
    """The process dies just before the commit of this number."""
    left = [count]

    def gone(_: object) -> None:
        left[0] -= 1
        if not left[0]:
            raise Crash

    event.listen(Session, "before_commit", gone)
    try:
        yield
    finally:
        event.remove(Session, "before_commit", gone)


def whole(town: Town, keys: set[UUID]) -> bool:
    """Whether all is gone; never are rows gone whose key is there."""
    loot = steal(town.house)
    wraps = {row["key_id"] for row in loot.keystore["wrap"]}
    named = {
        value
        for name in ("case_record", "signal", "contact_details")
        for row in loot.data[name]
        for column, value in row.items()
        if column.endswith("key_id")
    }
    # The signal of the case stays, and its keys.
    assert not (keys & wraps) - named, "a key whose words are gone"
    return not keys & wraps and not keys & named


@pytest.mark.parametrize("count", range(1, 9))
def test_killed_at_any_commit_it_is_gone_on_with(town: Town, count: int) -> None:
    """Two batches and the end: a keystore and a data commit each, and the end's two."""
    signal_id, keys = ready(town)
    died = False
    with crash_at(count):
        try:
            run(town.house, RunWay.DAILY)
        except Crash:
            died = True
    whole(town, keys)
    # A day later, on another node.
    on(town, LAST + 2 * A_DAY)
    run(town.house, RunWay.DAILY)
    assert whole(town, keys)
    loot = steal(town.house)
    assert signal_id not in {row["id"] for row in loot.data["signal"]}
    assert noticed(town) == {}
    (one,) = loot.data["erasure_run"]
    assert one["ended_on"] is not None
    counts = {row["object_kind"]: row["objects"] for row in loot.data["erasure_count"]}
    assert counts == {"case": 1, "signal": 1}
    assert died == (count <= 6)
    told = [entry["details"]["erased"] for entry in entries(town, "retention_erased")]
    assert sorted(told) == ["case", "signal"]


def test_killed_before_free_pages_are_empty_it_ends_with_the_next_run(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, keys = ready(town)

    def gone(_: object) -> bool:
        raise Crash

    monkeypatch.setattr(running, "scrub", gone)
    with pytest.raises(Crash):
        run(town.house, RunWay.DAILY)
    assert whole(town, keys)
    assert [row["ended_on"] for row in steal(town.house).data["erasure_run"]] == [None]
    monkeypatch.undo()
    assert len(run(town.house, RunWay.DAILY)) == 1


def test_two_nodes_at_once_erase_once(town: Town) -> None:
    _, keys = ready(town)
    start, faults = threading.Barrier(2), []

    def node() -> None:
        start.wait()
        try:
            run(town.house, RunWay.DAILY)
        except Exception as error:
            faults.append(error)

    nodes = [threading.Thread(target=node) for _ in range(2)]
    for one in nodes:
        one.start()
    for one in nodes:
        one.join()
    assert faults == []
    assert whole(town, keys)
    counts = [
        (row["object_kind"], row["objects"]) for row in steal(town.house).data["erasure_count"]
    ]
    assert sorted(counts) == [("case", 1), ("signal", 1)]


@pytest.mark.sqlite
def test_nothing_of_it_is_left_in_the_files(file_town: Town) -> None:
    """Data, keystore and write-ahead logs; seals and wraps alike."""
    signal_id, keys = ready(file_town)
    loot = steal(file_town.house)
    sealed = [
        row["sealed"]
        for name in ("thread_entry", "triage_entry", "contact_details")
        for row in loot.data[name]
        if row["signal_id"] == signal_id
    ]
    sealed += [row["wrapped"] for row in loot.keystore["wrap"] if row["key_id"] in keys]
    assert len(sealed) >= 8
    folder = file_town.house.settings.instance

    def held() -> bytes:
        return b"".join(path.read_bytes() for path in folder.glob("*.sqlite*"))

    before = held()
    assert all(one[:48] in before for one in sealed)
    assert len(run(file_town.house, RunWay.DAILY)) == 1
    after = held()
    assert not any(one[:48] in after for one in sealed)


def test_a_backup_of_before_brings_nothing_back(town: Town, tmp_path: Path) -> None:
    with town.committed() as work:
        write_marks(work)
    signal_id, keys = ready(town)
    files = backed_up(town, tmp_path / "backups")
    run(town.house, RunWay.DAILY)
    put_back(town, *files.values())
    loot = steal(town.house)
    assert not keys & {row["key_id"] for row in loot.keystore["wrap"]}
    assert signal_id not in {row["id"] for row in loot.data["signal"]}
    for name in ("thread_entry", "triage_entry", "contact_details"):
        assert signal_id not in {row["signal_id"] for row in loot.data[name]}
    assert loot.data["case_record"] == []
    assert noticed(town) == {}
