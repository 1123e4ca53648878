"""Backups are of one moment, say nothing of order, are checked when written, and roll."""

import base64
import gzip
import json
import re
import stat
import threading
from datetime import timedelta
from pathlib import Path

import pytest
from kit.backups import backed_up, unheard
from kit.cases import opened as opened_case
from kit.offers import asked_about, offer_of
from kit.signals import a_signal, logged, with_details
from kit.town import Town
from kit.trail import entries
from sqlalchemy import delete, insert, select

from signalering.domain.backups import BackupKind, lapses_on
from signalering.domain.errors import DomainError
from signalering.models.tables import METADATA
from signalering.services.accounts.invite import new_link_token
from signalering.services.retention._file import BadBackup
from signalering.services.retention._snapshot import NEVER, snapshot
from signalering.services.retention.backup import write_files
from signalering.services.retention.roll import roll
from signalering.services.retention.verify import verify, verify_one
from signalering.vault.links import token_hash

SHUFFLED = ("case_entry", "thread_entry", "audit_entry", "pending_fact", "signal_indicator")


def written(town: Town, folder: Path) -> dict[BackupKind, bytes]:
    keystore, data = write_files(town.house, folder, unheard)
    return {BackupKind.DATA: data.read_bytes(), BackupKind.KEYSTORE: keystore.read_bytes()}


def lines_of(content: bytes) -> list[bytes]:
    return gzip.decompress(content).splitlines(keepends=True)


def test_the_same_content_gives_the_same_bytes_in_whatever_order_it_came(
    town: Town, tmp_path: Path
) -> None:
    opened_case(town)
    opened_case(town, "other_coordinator")
    before = written(town, tmp_path / "one")
    for name in SHUFFLED:
        table = METADATA[""].tables[name]
        with town.house.data.begin() as connection:
            rows = [dict(row) for row in connection.execute(select(table)).mappings()]
            connection.execute(delete(table))
            for row in reversed(rows):
                connection.execute(insert(table).values(row))
    wraps = METADATA["keystore"].tables["wrap"]
    with town.house.keystore.begin() as connection:
        rows = [dict(row) for row in connection.execute(select(wraps)).mappings()]
        connection.execute(delete(wraps))
        connection.execute(insert(wraps), rows[::-1])
    assert written(town, tmp_path / "two") == before


def test_it_says_what_it_is_and_tells_a_day_alone(town: Town, tmp_path: Path) -> None:
    files = backed_up(town, tmp_path / "backups")
    for kind, path in files.items():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        lines = [json.loads(line) for line in lines_of(path.read_bytes())]
        assert lines[0] == {
            "format": "signalering-backup",
            "version": 1,
            "kind": kind.value,
            "created_on": "2026-11-23",
            "revision": lines[0]["revision"],
        }
        tables = {line["table"] for line in lines if isinstance(line, dict) and "table" in line}
        known = set(METADATA["" if kind is BackupKind.DATA else "keystore"].tables)
        assert tables == known - NEVER
    assert [path.suffix for path in (tmp_path / "backups").iterdir()] == [".gz", ".gz"]
    assert entries(town, "backup_made")


def test_nobody_is_between_the_two_commits_when_it_begins(town: Town, tmp_path: Path) -> None:
    """Somebody logs a signal at that very moment: it is in both readings or in neither."""
    done = threading.Event()
    faults: list[BaseException] = []

    def log_one() -> None:
        try:
            logged(town, command=with_details())
        except BaseException as fault:
            faults.append(fault)
        finally:
            done.set()

    writer = threading.Thread(target=log_one)

    def meanwhile() -> None:
        writer.start()
        assert not done.wait(0.5), "the writer did not wait"

    signal, wrap = METADATA[""].tables["signal"], METADATA["keystore"].tables["wrap"]
    with snapshot(town.house, meanwhile) as seen:
        writer.join(60)
        assert not faults
        signals = seen.data.execute(select(signal.c.thread_key_id)).scalars().all()
        keys = seen.keystore.execute(select(wrap.c.key_id)).scalars().all()
        assert set(signals) == set()
        assert len(keys) == len(set(keys))
    with snapshot(town.house) as seen:
        signals = seen.data.execute(select(signal.c.thread_key_id)).scalars().all()
        keys = seen.keystore.execute(select(wrap.c.key_id)).scalars().all()
        assert len(signals) == 1
        assert set(signals) <= set(keys)


def test_while_people_work_no_backup_has_words_without_a_key(town: Town, tmp_path: Path) -> None:
    stop = threading.Event()
    faults: list[BaseException] = []

    def work_on(key: str) -> None:
        try:
            while not stop.wait(0.05):
                logged(town, key, a_signal(note="Zit veel binnen."))
        except BaseException as fault:
            faults.append(fault)

    threads = [threading.Thread(target=work_on, args=[key]) for key in ("worker", "other_worker")]
    for thread in threads:
        thread.start()
    try:
        for number in range(4):
            keystore, data = write_files(town.house, tmp_path / str(number), unheard)
            assert verify_one(data).keys <= verify_one(keystore).keys
    finally:
        stop.set()
        for thread in threads:
            thread.join(60)
    assert not faults


def another(row: bytes) -> bytes:
    """The row with one of its digits changed."""
    return re.sub(rb"\d", lambda found: b"1" if found[0] == b"0" else b"0", row, count=1)


@pytest.mark.parametrize("way", ["cut", "bit", "row gone", "row changed", "longer", "renamed"])
def test_a_damaged_one_is_refused(file_town: Town, tmp_path: Path, way: str) -> None:
    logged(file_town)
    path = backed_up(file_town, tmp_path / "backups")[BackupKind.DATA]
    content = path.read_bytes()
    lines = lines_of(content)
    row = next(at for at, line in enumerate(lines) if line.startswith(b"["))
    changed = {
        "cut": content[: len(content) // 2],
        "bit": content[:200] + bytes([content[200] ^ 4]) + content[201:],
        "row gone": gzip.compress(b"".join(lines[:row] + lines[row + 1 :])),
        "row changed": gzip.compress(
            b"".join([*lines[:row], another(lines[row]), *lines[row + 1 :]])
        ),
        "longer": gzip.compress(b"".join([*lines, b"{}\n"])),
        "renamed": gzip.compress(b"".join(lines).replace(b"signalering-backup", b"other", 1)),
    }[way]
    path.write_bytes(changed)
    with pytest.raises(BadBackup):
        verify_one(path)


def test_a_seal_of_no_known_version_is_refused(file_town: Town, tmp_path: Path) -> None:
    logged(file_town)
    table = METADATA[""].tables["triage_entry"]
    with file_town.house.data.begin() as connection:
        connection.execute(table.update().values(sealed=b"\x7f" + b"x" * 40))
    with pytest.raises(BadBackup, match="bad_backup") as refused:
        write_files(file_town.house, tmp_path / "backups", unheard)
    assert "triage_entry.sealed" in refused.value.params["why"]
    assert list((tmp_path / "backups").iterdir()) == []


def test_verify_says_which_keys_are_gone_and_when_a_file_lapses(
    file_town: Town, tmp_path: Path
) -> None:
    logged(file_town)
    wraps = METADATA["keystore"].tables["wrap"]
    with file_town.house.keystore.begin() as connection:
        key = connection.execute(select(wraps.c.key_id).where(wraps.c.holder == "reporter"))
        connection.execute(delete(wraps).where(wraps.c.key_id == key.scalar_one()))
    files = backed_up(file_town, tmp_path / "backups")
    said: list[str] = []
    verify(files.values(), said.append)
    text = "\n".join(said)
    assert ": 1 keys are erased" in text
    assert "deleted after 2027-02-21" in text
    assert "deleted after 2026-12-23" in text


def test_old_ones_go_by_their_own_day_and_the_newest_stays(file_town: Town, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    first = file_town.house.clock.today()
    for _ in range(5):
        backed_up(file_town, folder)
        file_town.clock.move_to(file_town.clock.now() + timedelta(days=20))
    (folder / "signalering-data-2020-01-01.jsonl.gz").write_bytes(b"no backup")
    today = first + timedelta(days=100)
    said: list[str] = []
    gone = {path.name for path in roll(folder, today, said.append)}
    left = {path.name for path in folder.iterdir()}
    days = [first + timedelta(days=20 * number) for number in range(5)]
    assert gone == {
        f"signalering-{kind.value}-{day}.jsonl.gz"
        for kind in BackupKind
        for day in days
        if today > lapses_on(kind, day)
    }
    assert "signalering-data-2020-01-01.jsonl.gz" in left
    assert any("stays" in line for line in said)
    roll(folder, today + timedelta(days=1000), unheard)
    newest = {f"signalering-{kind.value}-{days[-1]}.jsonl.gz" for kind in BackupKind}
    assert {path.name for path in folder.iterdir()} == newest | {
        "signalering-data-2020-01-01.jsonl.gz"
    }


def test_a_refusal_says_what_is_wrong(tmp_path: Path) -> None:
    with pytest.raises(DomainError) as refused:
        verify_one(tmp_path / "nothing.gz")
    assert refused.value.params == {"file": "nothing.gz", "why": "there is no such file"}


def test_no_link_that_lets_somebody_in_goes_along(file_town: Town, tmp_path: Path) -> None:
    offer = offer_of(file_town)
    link = asked_about(file_town, offer)
    with file_town.committed() as work:
        new_link_token(work, file_town.people["manager"].account_id)
    content = written(file_town, tmp_path)[BackupKind.DATA]
    text = gzip.decompress(content)
    for table in ("offer_link", "invitation", "outbox_mail"):
        assert table in NEVER
        assert f'"{table}"'.encode() not in text
    assert b'"offer_standing"' in text, "that it was asked goes along"
    digest = token_hash(link.token)
    assert base64.b64encode(digest) not in text
    assert digest.hex().encode() not in text
