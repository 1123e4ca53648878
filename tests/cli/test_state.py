"""`signalering state` in a real process: the same lines as the page, and an exit code to watch."""

from pathlib import Path

from kit.real import _town, _write_settings
from kit.talk import run


def test_the_lines_and_the_exit_code(tmp_path: Path) -> None:
    _write_settings(tmp_path, "http://localhost:8000")
    _town(tmp_path)
    told = run(tmp_path, "state")
    assert told.returncode == 1, "no backup and no work loop can't wait"
    assert "ACT   Backup: None was made yet." in told.stdout
    assert "good  Swapped keys: None." in told.stdout
    assert run(tmp_path, "audit", "verify").returncode == 0
    made = run(tmp_path, "backup", "create")
    assert run(tmp_path, "backup", "verify", *made.stdout.split()).returncode == 0
    after = run(tmp_path, "state").stdout
    for good in ("Backup:", "Check of the backup:", "Check of the audit trail:"):
        assert f"good  {good}" in after
