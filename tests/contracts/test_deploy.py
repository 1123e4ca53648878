"""What lies in deploy/ fits together: services, users, secrets, and commands that are there."""

import json
import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest
import yaml
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from cryptography.x509 import DNSName, SubjectAlternativeName, load_pem_x509_certificate

from signalering.cli.main import commands
from signalering.config import read_private
from tests.contracts.tree import ROOT

DEPLOY = ROOT / "deploy"
COMPOSE: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
OURS = {name: service for name, service in SERVICES.items() if name != "database"}
CONTAINERFILE = (DEPLOY / "Containerfile").read_text("utf-8").replace("\\\n", " ")


def lines(word: str) -> list[str]:
    """What stands behind a word of the Containerfile, wherever it begins a line."""
    return re.findall(rf"^\s*{word} (.*)$", CONTAINERFILE, re.M)


def wrong_in(words: list[str]) -> str:
    """Why these words behind `signalering` are no command, or nothing."""
    command: click.Command = commands
    context = click.Context(commands)
    while isinstance(command, click.Group):
        if not words:
            return "a group alone"
        found = command.get_command(context, words[0])
        if found is None:
            return f"no command {words[0]!r}"
        command, words = found, words[1:]
    known = {option for one in command.params for option in (*one.opts, *one.secondary_opts)}
    given = {word.partition("=")[0] for word in words if word.startswith("--")}
    return ", ".join(sorted(given - known - {"--help"}))


def of_compose() -> Iterator[str]:
    for service in OURS.values():
        if "entrypoint" in service:
            yield from service["command"][0].split("; ")
        elif "command" in service:
            yield shlex.join(["signalering", *service["command"]])


def of_units() -> Iterator[str]:
    for unit in sorted((DEPLOY / "systemd").glob("*.service")):
        yield from re.findall(r"^ExecStart=(.*)$", unit.read_text("utf-8"), re.M)


def of_papers() -> Iterator[str]:
    """Whatever a paper shows of the program, up to where the sentence or the remark goes on."""
    for paper in [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]:
        text = paper.read_text("utf-8").replace("\\\n", "\n")
        for block in re.findall(r"^```\w*\n(.*?)^```", text, re.S | re.M):
            yield from re.findall(r"(?:^ *|/bin/)signalering (.*)$", block, re.M)
        yield from re.findall(r"^ {4}signalering (.*)$", text, re.M)
        yield from re.findall(r"(?<!`)`signalering ([a-z][^`\n]*)`(?!`)", text)


def test_every_command_that_is_started_exists() -> None:
    started = [*of_compose(), *of_units(), shlex.join(json.loads(lines("ENTRYPOINT")[0]))]
    started[-1] += " " + shlex.join(json.loads(lines("CMD")[-1]))
    wrong = {}
    for line in started:
        program, *words = shlex.split(line)
        wrong[line] = wrong_in(words) if Path(program).name == "signalering" else "another program"
    assert len(started) > 7
    assert {line: why for line, why in wrong.items() if why} == {}


def test_every_command_in_a_paper_exists() -> None:
    found = sorted(set(of_papers()))
    wrong = {}
    for line in found:
        words = [word for word in shlex.split(line, comments=True) if word not in ("[-h]", "...")]
        if "|" in "".join(words[:2]):  # `backup create|restore`: each is asked by itself elsewhere
            continue
        wrong[line] = wrong_in(words)
    assert len(wrong) > 20
    assert {line: why for line, why in wrong.items() if why} == {}


def test_every_service_in_a_paper_exists() -> None:
    text = (ROOT / "docs/operations/container.md").read_text("utf-8")
    named = set(re.findall(r"compose.*? (?:run --rm|exec|up -d|stop) (\w+)", text))
    assert named == {"superuser", "owner", "backup", "check", "application", "database"}
    assert named <= set(SERVICES)
    by_hand = set(re.findall(r"--profile by-hand run --rm (\w+)", text))
    assert by_hand == {name for name, one in SERVICES.items() if one.get("profiles") == ["by-hand"]}


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_a_service_has_no_more_than_it_needs(name: str) -> None:
    service = SERVICES[name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert service["pids_limit"] <= 300
    assert service["ulimits"]["core"] == 0
    assert not service["user"].startswith(("0", "root"))
    assert not {"privileged", "cap_add", "devices", "network_mode", "pid", "ipc"} & set(service)
    assert all("noexec" in place for place in service["tmpfs"])


def test_the_databases_are_reached_from_inside_alone() -> None:
    assert COMPOSE["networks"]["inside"] == {"internal": True}
    assert SERVICES["database"]["networks"] == ["inside"]
    outside = {name for name, service in SERVICES.items() if service["networks"] != ["inside"]}
    assert outside == {"application", "work"}  # the proxy's port; the mail server
    published = {name: service["ports"] for name, service in SERVICES.items() if "ports" in service}
    assert set(published) == {"application"}
    assert all(port.startswith("127.0.0.1:") for port in published["application"])


def test_data_and_keystore_are_two_databases_and_no_address_holds_a_password() -> None:
    for name, service in OURS.items():
        given = service["environment"]
        urls = [given["SIGNALERING_DATABASE_URL"], given["SIGNALERING_KEYSTORE_URL"]]
        assert len({url.rpartition("/")[2] for url in urls}) == 2, name
        assert not [url for url in urls if re.search(r"//[^@/]*:", url)], name
        assert given["PGPASSFILE"].rpartition("/")[2] in service["secrets"], name
        assert given["PGSSLMODE"] == "verify-full", name
        assert given["PGSSLROOTCERT"] == "/run/secrets/database.crt", name
        assert "database.crt" in service["secrets"], name
    made = SERVICES["database"]["environment"]["POSTGRES_DB"]
    keystore = re.findall(r"CREATE DATABASE (\w+)", (DEPLOY / "keystore.sql").read_text("utf-8"))
    assert {made, *keystore} == {
        url.rpartition("/")[2]
        for service in OURS.values()
        for name, url in service["environment"].items()
        if name.endswith("_URL")
    }


def test_every_volume_and_secret_that_is_used_is_declared() -> None:
    places = [place for service in SERVICES.values() for place in service.get("volumes", ())]
    # `${SIGNALERING_BACKUP:-backup}` is a volume, unless the environment names a folder.
    plain = {re.sub(r"^\$\{\w+:-(\w+)\}", r"\1", place).partition(":")[0] for place in places}
    files = {place for place in plain if place.startswith(".")}
    assert plain - files == set(COMPOSE["volumes"])
    assert all((DEPLOY / place).is_file() for place in files)
    used = {secret for service in SERVICES.values() for secret in service["secrets"]}
    assert used == set(COMPOSE["secrets"])
    for name, secret in COMPOSE["secrets"].items():
        assert secret == {"file": f"./secrets/{name}"}


def test_secrets_are_made_each_for_its_reader_and_never_twice(tmp_path: Path) -> None:
    if shutil.which("openssl") is None:
        pytest.skip("no openssl, which the script needs")
    script = tmp_path / "secrets.sh"
    script.write_bytes((DEPLOY / "secrets.sh").read_bytes())
    (tmp_path / "bin").mkdir()
    # Who runs the tests may not give files away: it is noted instead.
    (tmp_path / "bin/chown").write_text(f'#!/bin/sh\necho "$@" >> {tmp_path}/given\n')
    (tmp_path / "bin/chown").chmod(0o755)
    environment = os.environ | {"PATH": f"{tmp_path / 'bin'}:{os.environ['PATH']}"}
    run = ["sh", str(script)]
    subprocess.run(run, env=environment, check=True)
    made = {path.name: path for path in (tmp_path / "secrets").iterdir()}
    assert set(made) == set(COMPOSE["secrets"])
    everybodys = {name for name, path in made.items() if path.stat().st_mode & 0o777 != 0o400}
    assert everybodys == {"database.crt"}
    passwords = read_private(made["roles.env"])
    for role in ("owner", "application", "backup"):
        told = made[f"{role}.pgpass"].read_text().strip().split(":")
        assert told == ["database", "5432", "*", f"signalering_{role}", told[-1]]
        assert told[-1] == passwords[f"{role.upper()}_PASSWORD"]
        assert len(told[-1]) == 48
    superuser = made["postgres_password"].read_text()
    assert made["superuser.pgpass"].read_text() == f"database:5432:*:postgres:{superuser}\n"
    assert len({superuser, *passwords.values()}) == 4
    readers = {SERVICES[name]["user"] for name in ("database", "application")}
    assert {line.split()[0] for line in (tmp_path / "given").read_text().splitlines()} == readers
    shown = load_pem_x509_certificate(made["database.crt"].read_bytes())
    names = shown.extensions.get_extension_for_class(SubjectAlternativeName).value
    assert names.get_values_for_type(DNSName) == ["database"]
    key = load_pem_private_key(made["database.key"].read_bytes(), None)
    assert shown.public_key() == key.public_key()
    again = subprocess.run(run, env=environment, capture_output=True, check=False)
    assert again.returncode != 0
    assert made["postgres_password"].read_text() == superuser


def test_the_image_holds_what_is_there_and_runs_as_the_user_of_compose() -> None:
    taken = [
        source
        for line in lines("COPY")
        if not line.startswith("--from")
        for source in line.split()[:-1]
    ]
    kept = (ROOT / ".dockerignore").read_text("utf-8").split("\n")
    assert kept[1] == "*"
    assert sorted(taken) == sorted(line[1:] for line in kept if line.startswith("!"))
    assert all((ROOT / source).exists() for source in taken)
    assert lines("USER") == [OURS["application"]["user"]]
    health = lines("HEALTHCHECK")[0].partition("CMD ")[2]
    assert ["CMD", *json.loads(health)] == OURS["application"]["healthcheck"]["test"]
    port = re.findall(r"127\.0\.0\.1:(\d+)", health)[0]
    assert f"127.0.0.1:{port}" in json.loads(lines("CMD")[-1])
