"""A fault in the course's own files is said on the console; the server serves all the same."""

import subprocess
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from kit.real import unserved
from kit.talk import COMMAND, PATIENCE, environment, free_port, wait_until_served
from kit.town import Town

FAULT = "training/nl/talk.toml, line 2: this line can't be read"


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Town]:
    with unserved(tmp_path / "site") as found:
        own = found.house.settings.instance / "training" / "nl"
        own.mkdir(parents=True)
        (own / "talk.toml").write_text('title = "Ons gesprek"\nminutes = \n', encoding="utf-8")
        yield found


def test_the_check_says_where_and_fails(site: Town) -> None:
    instance = site.house.settings.instance
    done = subprocess.run(
        [*COMMAND, "training", "check"],
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        env=environment(instance),
        check=False,
    )
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
