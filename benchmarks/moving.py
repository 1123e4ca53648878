"""Move 100,000 signals and 5,000 cases from SQLite to PostgreSQL, and open every case there.

`PYTHONPATH=tests:. .venv/bin/python -m benchmarks.moving`, with other numbers of both behind it. It
takes minutes, and stands beside `make bench`.
"""

import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID, uuid4

from kit.databases import PostgresTowns
from kit.moves import at
from kit.real import unserved
from kit.talk import COMMAND, environment
from kit.town import Town
from sqlalchemy import create_engine, insert, select

from benchmarks.towns import SYLLABLES, a_name, an_address
from signalering.domain.lifecycles import KeyGroup
from signalering.models.cases.case import Case, CaseEntry
from signalering.models.database import open_engine
from signalering.models.keys.group import Wrap
from signalering.models.signals.contact import ContactDetails
from signalering.models.signals.entries import ThreadEntry, TriageEntry
from signalering.models.signals.signal import Signal, SignalIndicator
from signalering.services.cases.contact import contact_slot
from signalering.services.cases.show import open_record
from signalering.services.keys.groups import OpenGroup, open_group
from signalering.services.sealing import seal_payload
from signalering.services.signals.entries import first_entries
from signalering.vault import wraps
from signalering.vault.kinds import RecordKey, new_record_key, random_secret
from signalering.vault.seals import Slot
from signalering.vault.wraps import Purpose

BATCH = 2_000
ENTRIES = 4


def main(signals: int = 100_000, cases: int = 5_000) -> None:
    """Fill, move, open, and say what it took."""
    with TemporaryDirectory() as folder:
        place = Path(folder)
        with unserved(place / "instance") as town:
            begun = time.monotonic()
            _fill(town, signals, cases)
            size = sum(path.stat().st_size for path in (place / "instance").glob("*.sqlite*"))
            _say(f"filled in {time.monotonic() - begun:.0f} s, {size / 1e6:.0f} MB")
        towns = PostgresTowns(place / "postgres")
        try:
            with towns.empty() as urls:
                _durable(urls[0])
                _move(place / "instance", urls)
                there = at(town, place, *map(open_engine, urls))
                _open_all(there, cases)
                there.house.data.dispose()
                there.house.keystore.dispose()
        finally:
            towns.stop()


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _durable(url: str) -> None:
    """The kit's server forgets at a power cut; one that people use doesn't."""
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql("ALTER SYSTEM RESET ALL")
        connection.exec_driver_sql("SELECT pg_reload_conf()")
    engine.dispose()


def _move(instance: Path, urls: list[str]) -> None:
    begun = time.monotonic()
    where = {"SIGNALERING_MOVE_TO": urls[0], "SIGNALERING_MOVE_KEYSTORE_TO": urls[1]}
    done = subprocess.run(
        [*COMMAND, "move"],
        env=environment(instance, **where),
        check=True,
        capture_output=True,
        text=True,
    )
    took = time.monotonic() - begun
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    _say(done.stdout)
    _say(f"moved in {took:.0f} s, {most:.0f} MB at most")


def _open_all(town: Town, cases: int) -> None:
    begun, opened = time.monotonic(), 0
    with town.work(writes=False) as work:
        ids = work.data.scalars(select(Case.id)).all()
    for start in range(0, len(ids), 100):
        with town.committed("coordinator") as work:
            for case_id in ids[start : start + 100]:
                view = open_record(work, case_id)
                if view.contact is None or len(view.timeline) < ENTRIES:
                    raise RuntimeError("a case doesn't show what was written")
                opened += 1
    if opened < cases:
        raise RuntimeError(f"{opened} cases of {cases}")
    _say(f"every one of {opened:,} cases opened in {time.monotonic() - begun:.0f} s")


def _fill(town: Town, signals: int, cases: int) -> None:
    chance = Random(signals)
    for start in range(0, signals, BATCH):
        rows = Rows()
        with town.committed("coordinator") as work:
            group = open_group(work, KeyGroup.CASEWORK)
            for number in range(start, min(signals, start + BATCH)):
                signal_id = _signal(rows, group, town, number, chance)
                if number < cases:
                    _case(rows, group, town, number, signal_id, chance)
            for model, made in rows.data.items():
                if made:
                    work.data.execute(insert(model), made)
            work.keys.execute(insert(Wrap), rows.wraps)


class Rows:
    """What goes into which table."""

    def __init__(self) -> None:
        self.data: dict[type[Any], list[dict[str, Any]]] = {
            model: []
            for model in (
                Signal,
                SignalIndicator,
                ThreadEntry,
                TriageEntry,
                Case,
                CaseEntry,
                ContactDetails,
            )
        }
        self.wraps: list[dict[str, Any]] = []

    def key(self, group: OpenGroup, purpose: Purpose) -> tuple[UUID, RecordKey]:
        """A new one, for the coordinators."""
        key_id, key = uuid4(), new_record_key()
        self.wraps.append(
            {
                "key_id": key_id,
                "holder": KeyGroup.CASEWORK.value,
                "form": wraps.Form.AES.value,
                "epoch_id": group.epoch_id,
                "wrapped": wraps.wrap_with(group.wrapping_key, key, key_id, purpose),
            }
        )
        return key_id, key


def _signal(rows: Rows, group: OpenGroup, town: Town, number: int, chance: Random) -> UUID:
    signal_id = uuid4()
    thread_id, thread = rows.key(group, Purpose.THREAD)
    triage_id, triage = rows.key(group, Purpose.TRIAGE)
    rows.data[Signal].append(
        {
            "id": signal_id,
            "reference": f"{number:09d}",
            "state": "new",
            "registered_on": town.clock.today(),
            "area": "monster",
            "age_band": "75+",
            "reporter_group": "care",
            "lives_with": "alone",
            "duration": "months",
            "loneliness": "social",
            "main_wish": "encounters",
            "request": "contact",
            "contact_answer": "not_asked",
            "reporter_tag": random_secret()[:16],
            "deadline_on": town.clock.today() + timedelta(days=chance.randrange(400)),
            "deadline_kind": "triage",
            "thread_key_id": thread_id,
            "triage_key_id": triage_id,
        }
    )
    for code in ("says_lonely", "few_contacts"):
        rows.data[SignalIndicator].append({"signal_id": signal_id, "code": code})
    note = {"kind": "note", "text": _words(chance)}
    rows.data[ThreadEntry] += first_entries(ThreadEntry, signal_id, thread, [note, note])
    who = {"kind": "reporter", "account": str(town.people["worker"].account_id)}
    rows.data[TriageEntry] += first_entries(TriageEntry, signal_id, triage, [who])
    return signal_id


def _case(
    rows: Rows, group: OpenGroup, town: Town, number: int, signal_id: UUID, chance: Random
) -> None:
    case_id, contact_id = uuid4(), uuid4()
    case_key_id, case_key = rows.key(group, Purpose.CASE)
    contact_key_id, contact_key = rows.key(group, Purpose.CONTACT)
    rows.data[Case].append(
        {
            "id": case_id,
            "reference": f"{number:09d}",
            "state": "opened",
            "owner_id": town.people["coordinator"].account_id,
            "deadline_on": town.clock.today() + timedelta(days=chance.randrange(400)),
            "deadline_kind": "first_attempt",
            "key_id": case_key_id,
            "version": 1,
        }
    )
    rows.data[CaseEntry] += [
        {
            "case_id": case_id,
            "number": at + 1,
            "sealed": seal_payload(
                case_key, Slot("case_entry", "sealed", case_id, at + 1), payload
            ),
        }
        for at, payload in enumerate(_told(town, signal_id, chance))
    ]
    details = {
        "name": a_name(chance),
        "phone": f"06-{chance.randrange(10**8):08d}",
        "email": "",
        "address": an_address(chance),
    }
    rows.data[ContactDetails].append(
        {
            "id": contact_id,
            "case_id": case_id,
            "key_id": contact_key_id,
            "has_phone": True,
            "has_email": False,
            "has_address": True,
            "sealed": seal_payload(contact_key, contact_slot(contact_id), details),
        }
    )


def _told(town: Town, signal_id: UUID, chance: Random) -> Iterator[dict[str, Any]]:
    by = {"by": str(town.people["coordinator"].account_id)}
    by["at"] = town.clock.now().isoformat(timespec="seconds")
    yield by | {
        "kind": "origin",
        "signal": str(signal_id),
        "registered_in": "2026Q4",
        "area": "monster",
        "age_band": "75+",
        "reporter_group": "care",
    }
    for _ in range(ENTRIES - 1):
        yield by | {"kind": "note", "text": _words(chance)}


def _words(chance: Random) -> str:
    return " ".join(chance.choices(SYLLABLES, k=chance.randint(20, 60)))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
