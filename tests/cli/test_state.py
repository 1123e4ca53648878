"""`signalering state` in a real process: the same lines as the page, and an exit code to watch."""

import sqlite3
from contextlib import closing
from pathlib import Path

from kit.real import _town, _write_settings
from kit.talk import run


def _lag(folder: Path, name: str) -> None:
    with closing(sqlite3.connect(folder / f"{name}.sqlite")) as database, database:
        database.execute("UPDATE alembic_version SET version_num = '0025'")


def test_databases_of_another_version_or_empty_ones(tmp_path: Path) -> None:
    _write_settings(tmp_path, "http://localhost:8000")
    empty = run(tmp_path, "state")
    assert empty.returncode == 1
    assert "is empty" in empty.stderr
    _town(tmp_path)
    _lag(tmp_path, "keystore")
    told = run(tmp_path, "state")
    assert told.returncode == 1
    assert told.stdout.startswith("ACT   Version: ")
    assert "0025" in told.stdout.splitlines()[0]
    assert "Run `signalering database upgrade`" in told.stdout
    assert "Backup" not in told.stdout
    assert told.stderr == ""
    assert run(tmp_path, "work", "--once").returncode == 1, "nothing else goes on with them"


def test_the_lines_and_the_exit_code(tmp_path: Path) -> None:
    _write_settings(tmp_path, "http://localhost:8000")
    _town(tmp_path)
    told = run(tmp_path, "state")
    assert told.returncode == 1, "no backup and no work loop can't wait"
    assert "ACT   Backup: None has been made yet." in told.stdout
    assert "good  Swapped keys: None." in told.stdout
    assert run(tmp_path, "audit", "verify").returncode == 0
    made = run(tmp_path, "backup", "create")
    assert run(tmp_path, "backup", "verify", *made.stdout.split()).returncode == 0
    after = run(tmp_path, "state").stdout
    for good in ("Backup:", "Backup check:", "Audit trail check:"):
        assert f"good  {good}" in after
