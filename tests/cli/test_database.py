"""`signalering database`: roles are prepared, and no password is said or seen."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from click.testing import CliRunner, Result
from kit.databases import PostgresTowns
from kit.talk import COMMAND, environment, free_port
from kit.town import base64_of, fixed_secret
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url

from signalering.cli.main import commands

WORD = "een-lang-en-geheim-wachtwoord"


@pytest.fixture
def prefix(
    postgres_towns: PostgresTowns, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[str]:
    """Two empty databases in the environment; gives what roles of a test begin with."""
    monkeypatch.setenv("SIGNALERING_INSTANCE", str(tmp_path))
    with postgres_towns.empty() as urls:
        monkeypatch.setenv("SIGNALERING_DATABASE_URL", urls[0])
        monkeypatch.setenv("SIGNALERING_KEYSTORE_URL", urls[1])
        yield f"c{uuid4().hex[:12]}"


def prepared(*arguments: str, typed: str = "") -> Result:
    return CliRunner().invoke(commands, ["database", "prepare", *arguments], input=typed)


def give_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIGNALERING_INSTALLATION_NAME", "Gemeente Proefdorp")
    monkeypatch.setenv("SIGNALERING_PUBLIC_URL", "https://signalering.test")
    for name in ("SECRET", "FIGURES", "LOOKUP"):
        monkeypatch.setenv(f"SIGNALERING_{name}_KEY", base64_of(fixed_secret(name)))


def verifiers(prefix: str) -> list[str]:
    engine = create_engine(make_url(os.environ["SIGNALERING_DATABASE_URL"]))
    query = text("SELECT rolpassword FROM pg_authid WHERE rolname LIKE :role ORDER BY rolname")
    with engine.connect() as connection:
        found = list(connection.scalars(query, {"role": f"{prefix}%"}))
    engine.dispose()
    return found


@pytest.mark.postgres
def test_roles_without_passwords_and_what_to_do_next(prefix: str) -> None:
    done = prepared("--prefix", prefix)
    assert done.exit_code == 0, done.output
    for line in (
        f"keystore: {prefix}_owner is made",
        f"data: {prefix}_owner was there",
        f"DATABASE_URL and KEYSTORE_URL with {prefix}_application",
        "Without a password here",
    ):
        assert line in done.output
    assert verifiers(prefix) == [None, None, None]


@pytest.mark.postgres
def test_passwords_come_from_a_private_file_or_the_input(prefix: str, tmp_path: Path) -> None:
    file = tmp_path / "passwords.env"
    file.write_text(f"OWNER_PASSWORD={WORD}\n")
    file.chmod(0o644)
    refused = prepared("--prefix", prefix, "--passwords", str(file))
    assert "can be read by others" in str(refused.exception)
    file.chmod(0o600)
    from_file = prepared("--prefix", prefix, "--passwords", str(file))
    typed = prepared("--prefix", prefix, "--passwords", "-", typed=f"BACKUP_PASSWORD={WORD}\n")
    assert (from_file.exit_code, typed.exit_code) == (0, 0), from_file.output + typed.output
    application, backup, owner = verifiers(prefix)
    assert application is None
    assert owner.startswith("SCRAM-SHA-256$")
    assert backup.startswith("SCRAM-SHA-256$")
    assert WORD not in from_file.output + typed.output


@pytest.mark.parametrize(
    ("arguments", "typed", "said"),
    [
        (("--prefix", 'x"; DROP ROLE postgres'), "", "A prefix is of small letters"),
        (("--passwords", "-"), "OWNER_PASSWORD=kort\n", "at least 16"),
        (("--passwords", "-"), f"ROOT_PASSWORD={WORD}\n", "are known"),
    ],
)
def test_what_is_wrong_is_said_before_anything_is_done(
    arguments: tuple[str, ...], typed: str, said: str
) -> None:
    refused = prepared(*arguments, typed=typed)
    assert refused.exit_code == 2
    assert said in refused.output
    assert WORD not in refused.output


def test_sqlite_has_nothing_to_prepare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIGNALERING_INSTANCE", str(tmp_path))
    done = prepared()
    assert done.exit_code == 0
    assert done.output.count("SQLite, nothing to prepare") == 2
    assert list(tmp_path.iterdir()) == []


@pytest.mark.postgres
def test_who_may_not_change_tables_is_told_whose_addresses_to_give(
    prefix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert prepared("--prefix", prefix).exit_code == 0
    give_settings(monkeypatch)
    for name in ("DATABASE_URL", "KEYSTORE_URL"):
        url = make_url(os.environ[f"SIGNALERING_{name}"]).set(username=f"{prefix}_application")
        monkeypatch.setenv(f"SIGNALERING_{name}", url.render_as_string(hide_password=False))
    refused = CliRunner().invoke(commands, ["database", "upgrade"])
    assert refused.exit_code == 1
    assert "This role may not change tables" in refused.output


def test_an_older_program_leaves_newer_databases_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SIGNALERING_INSTANCE", str(tmp_path))
    give_settings(monkeypatch)
    assert CliRunner().invoke(commands, ["database", "upgrade"]).exit_code == 0
    engine = create_engine(f"sqlite:///{tmp_path / 'keystore.sqlite'}")
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    refused = CliRunner().invoke(commands, ["database", "upgrade"])
    assert refused.exit_code == 1
    assert "of a newer version than this program" in refused.output


def test_a_server_that_is_not_there_is_said_in_a_line_without_the_password(tmp_path: Path) -> None:
    urls = {
        f"SIGNALERING_{name}_URL": f"postgresql://postgres:{WORD}@127.0.0.1:{free_port()}/{name}"
        for name in ("DATABASE", "KEYSTORE")
    }
    refused = subprocess.run(
        [*COMMAND, "database", "prepare"],
        env=environment(tmp_path, **urls),
        capture_output=True,
        text=True,
        check=False,
    )
    assert refused.returncode == 1
    assert refused.stderr.startswith("A database can't be reached: connection")
    assert refused.stderr.count("\n") == 1
    assert WORD not in refused.stdout + refused.stderr
