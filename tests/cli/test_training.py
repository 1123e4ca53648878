"""Trainings on the command line: the course is checked, at the start too, and one is recorded."""

import subprocess
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from kit.real import unserved
from kit.talk import COMMAND, PATIENCE, environment, free_port, wait_until_served
from kit.town import Town

from signalering.domain.errors import NotFound
from signalering.services.training.certificate import certificate

FAULT = "training/nl/talk.toml, line 2: this line can't be read"


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Town]:
    with unserved(tmp_path / "site") as found:
        own = found.house.settings.instance / "training" / "nl"
        own.mkdir(parents=True)
        (own / "talk.toml").write_text('title = "Ons gesprek"\nminutes = \n', encoding="utf-8")
        yield found


def asked(site: Town, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *command],
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        env=environment(site.house.settings.instance),
        check=False,
    )


def test_the_check_says_where_and_fails(site: Town) -> None:
    done = asked(site, "training", "check")
    assert done.returncode == 1
    assert done.stdout.startswith(FAULT)


def test_the_server_says_so_and_starts(site: Town) -> None:
    port = free_port()
    server = subprocess.Popen(
        [*COMMAND, "run", "--port", str(port)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment(site.house.settings.instance),
    )
    try:
        wait_until_served(port)
        with urllib.request.urlopen(f"http://localhost:{port}/log-in", timeout=PATIENCE) as page:
            assert page.status == 200
    finally:
        server.terminate()
        _, said = server.communicate(timeout=PATIENCE)
    assert FAULT in said


@pytest.mark.parametrize(("partner", "code"), [("Wonen aan Zee", 0), ("Nergens", 1)])
def test_a_training_is_recorded_with_its_partner(site: Town, partner: str, code: int) -> None:
    email = site.people["untrained"].email
    said = ("--on", "2026-03-09", "--trainer", "Tia Trainer", "--partner", partner)
    done = asked(site, "training", "record", email, *said)
    assert done.returncode == code, done.stderr
    with site.work("untrained", writes=False) as work:
        if code:
            assert partner in done.stderr
            with pytest.raises(NotFound):
                certificate(work)
        else:
            assert certificate(work).partner == partner
