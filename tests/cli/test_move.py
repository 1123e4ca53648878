"""`signalering move` and `signalering doctor` as an administrator types them, in real processes."""

from pathlib import Path

import pytest
from kit.real import unserved
from kit.talk import run

WORD = "een-geheim-wachtwoord"


@pytest.fixture
def instance(tmp_path: Path) -> Path:
    """An installation with people in it, and nobody at work."""
    with unserved(tmp_path / "instance"):
        return tmp_path / "instance"


def to(folder: Path) -> list[str]:
    return ["--to", f"sqlite:///{folder}/d.sqlite", "--keystore-to", f"sqlite:///{folder}/k.sqlite"]


def test_moved_and_said_what_to_change(instance: Path, tmp_path: Path) -> None:
    done = run(instance, "move", *to(tmp_path))
    assert done.returncode == 0, done.stderr
    assert "data: compared: " in done.stdout
    assert "The audit trail is whole" in done.stdout
    assert f"DATABASE_URL=sqlite:///{tmp_path}/d.sqlite" in done.stdout
    for command in (("state",), ("work", "--once"), ("database", "upgrade"), ("backup", "create")):
        refused = run(instance, *command)
        assert refused.returncode == 1, command
        assert "was moved to other databases" in refused.stderr
    sick = run(instance, "doctor")
    assert sick.returncode == 1
    assert "BAD   data: version: moved to other databases" in sick.stdout
    with (instance / "settings.env").open("a") as settings:
        settings.write(f"DATABASE_URL=sqlite:///{tmp_path}/d.sqlite\n")
        settings.write(f"KEYSTORE_URL=sqlite:///{tmp_path}/k.sqlite\n")
    assert run(instance, "work", "--once").returncode == 0
    healthy = run(instance, "doctor")
    assert healthy.returncode == 0, healthy.stdout


def test_worked_on_where_it_was(instance: Path, tmp_path: Path) -> None:
    assert run(instance, "move", *to(tmp_path)).returncode == 0
    other = run(instance, "move", "--reopen", typed="Elders\n")
    assert "Nothing was changed" in other.stderr
    assert run(instance, "move", "--reopen", typed="Gemeente Proefdorp\n").returncode == 0
    assert run(instance, "work", "--once").returncode == 0
    occupied = run(instance, "move", *to(tmp_path))
    assert occupied.returncode == 1
    assert "The target holds another installation" in occupied.stderr


def test_no_password_on_the_command_line(instance: Path) -> None:
    url = f"postgresql://somebody:{WORD}@localhost/data"
    refused = run(instance, "move", "--to", url, "--keystore-to", "sqlite:///k.sqlite")
    assert refused.returncode == 2
    assert "SIGNALERING_MOVE_TO" in refused.stderr
    assert WORD not in refused.stdout + refused.stderr


def test_a_damaged_file_is_found(instance: Path) -> None:
    assert run(instance, "doctor").returncode == 0
    with (instance / "data.sqlite").open("r+b") as file:
        file.seek((instance / "data.sqlite").stat().st_size // 2)
        file.write(b"\xff" * 20000)
    sick = run(instance, "doctor")
    assert sick.returncode == 1
    assert "BAD   data: " in sick.stdout
    assert "good  keystore: integrity" in sick.stdout


def test_files_that_others_may_read(instance: Path) -> None:
    instance.chmod(0o755)
    for path in instance.glob("*.sqlite*"):
        path.chmod(0o600)
    assert run(instance, "doctor").returncode == 0
    (instance / "data.sqlite").chmod(0o644)
    sick = run(instance, "doctor")
    assert sick.returncode == 1
    assert "data.sqlite: run chmod" in sick.stdout
