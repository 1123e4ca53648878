"""Backups and an erasure as an administrator types them, in real processes."""

import re
import subprocess
from pathlib import Path

import pytest
from kit.cases import case_row, opened
from kit.real import _town, _write_settings
from kit.talk import run
from kit.town import PASSPHRASE, Town

from signalering.services.retention.erase_case import erase_case


@pytest.fixture
def installation(tmp_path: Path) -> tuple[Path, Town]:
    _write_settings(tmp_path, "http://localhost:8000")
    return tmp_path, _town(tmp_path)


def make(instance: Path) -> list[str]:
    made = run(instance, "backup", "create")
    assert made.returncode == 0, made.stderr
    assert "case_entry" in made.stderr
    paths = made.stdout.split()
    assert len(paths) == 2
    return paths


def erase(instance: Path, reference: str, again: str) -> subprocess.CompletedProcess[str]:
    return run(
        instance,
        *("erase", "--case", reference, "--by", "coordinator@proefdorp.test"),
        typed=f"{again}\n{PASSPHRASE}\n",
    )


def test_a_case_is_erased_by_typing_its_reference_twice(installation: tuple[Path, Town]) -> None:
    instance, town = installation
    reference = case_row(town, opened(town)).reference
    assert erase(instance, reference, "ABCD-EFGH").returncode == 1
    done = erase(instance, reference.lower(), reference)
    assert done.returncode == 0, done.stderr
    assert "VERNIETIGINGSVERKLARING" in done.stdout
    assert reference in done.stdout
    assert erase(instance, reference, reference).returncode == 1


def test_a_backup_is_made_checked_and_put_back(installation: tuple[Path, Town]) -> None:
    instance, town = installation
    reference = case_row(town, opened(town)).reference
    paths = make(instance)
    verified = run(instance, "backup", "verify", *paths)
    assert verified.returncode == 0, verified.stderr
    assert verified.stdout.count(": whole, ") == 2
    with town.committed("coordinator") as work:
        erase_case(work, reference)
    again = ("backup", "restore", "--replace", *paths)
    misnamed = run(instance, *again, typed="Elders\n")
    assert misnamed.returncode == 1
    assert "Nothing was changed" in misnamed.stderr
    back = run(instance, *again, typed="Gemeente Proefdorp\n")
    assert back.returncode == 0, back.stderr
    (rows,) = re.findall(r"Erased again: (\d+) rows", back.stdout)
    assert int(rows) >= 3


def test_what_is_there_is_not_overwritten_in_silence(installation: tuple[Path, Town]) -> None:
    instance, _ = installation
    silent = run(instance, "backup", "restore", *make(instance))
    assert silent.returncode == 1
    assert "--replace" in silent.stderr


def test_no_backup_is_kept_longer_than_a_declaration_says(
    installation: tuple[Path, Town],
) -> None:
    refused = run(installation[0], "backup", "create", "--keep-keystore", "31")
    assert refused.returncode == 2


def test_a_damaged_file_is_named(installation: tuple[Path, Town]) -> None:
    instance, _ = installation
    path = Path(make(instance)[1])
    path.write_bytes(path.read_bytes()[:-20])
    refused = run(instance, "backup", "verify", str(path))
    assert refused.returncode == 1
    assert path.name in refused.stderr
