"""A day on a real server, faults and all: afterwards no file holds a word that was typed."""

import base64
import gzip
import json
import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email import message_from_bytes
from pathlib import Path
from urllib.parse import quote

import pytest
from kit.backups import loot_of
from kit.canaries import digits, sightings, word
from kit.day import Day
from kit.day_of_comings import PIN
from kit.day_on_pages import play
from kit.mail import mail_server
from kit.real import Installation, installed

from signalering.domain.backups import BackupKind

CANARY = word("planted")


@dataclass
class Aftermath:
    """The files while the server ran, and after it ended."""

    day: Day
    site: Installation
    mail: list[bytes]
    running: dict[Path, bytes]
    stopped: dict[Path, bytes]


@pytest.fixture(scope="module")
def aftermath(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Aftermath]:
    """Play the day once, and look at everything it left."""
    folder = tmp_path_factory.mktemp("canaries")
    outside = tmp_path_factory.mktemp("mail")
    with installed(folder) as site, mail_server(outside) as box:
        day = play(site, box)
        running = site.files()
        assert site.stop() == 0
        yield Aftermath(day, site, box.raw, running, site.files())


def test_the_day_left_files_to_look_at(aftermath: Aftermath) -> None:
    names = {path.name for path in aftermath.running}
    assert {"data.sqlite", "keystore.sqlite", "server.log", "settings.env"} <= names
    assert len(aftermath.running[aftermath.site.folder / "instance" / "data.sqlite-wal"]) > 4096
    assert len(aftermath.day.canaries) > 25


@pytest.mark.parametrize("moment", ["running", "stopped"])
def test_no_file_holds_a_word(aftermath: Aftermath, moment: str) -> None:
    files: dict[Path, bytes] = getattr(aftermath, moment)
    for path, content in files.items():
        assert sightings(content, aftermath.day.canaries) == set(), path.name


@pytest.mark.parametrize("moment", ["running", "stopped"])
def test_no_file_holds_the_pin(aftermath: Aftermath, moment: str) -> None:
    """Six digits stand in many a number; alone, or encoded, they stand nowhere."""
    alone = re.compile(rb"(?<![0-9A-Fa-f])" + PIN.encode() + rb"(?![0-9A-Fa-f])")
    hidden = [base64.b64encode(f"pin={PIN}&".encode())[4:10], PIN.encode().hex().encode()]
    files: dict[Path, bytes] = getattr(aftermath, moment)
    for path, content in files.items():
        assert not alone.search(content), path.name
        assert not any(needle in content for needle in hidden), path.name
    assert alone.search(f"pin={PIN}&".encode())


def test_no_mail_holds_a_word_and_one_holds_the_link(aftermath: Aftermath) -> None:
    canaries = dict(aftermath.day.canaries)
    token = canaries.pop("link token")
    assert aftermath.mail
    for raw in aftermath.mail:
        whole = raw + b"\n" + _body(raw)
        assert sightings(whole, canaries) == set()
    assert sum(token.encode() in _body(raw) for raw in aftermath.mail) == 1


def _body(raw: bytes) -> bytes:
    """As it is read: without line breaks and signs of its transport."""
    parts = message_from_bytes(raw).walk()
    return b"\n".join(bytes(part.get_payload(decode=True) or b"") for part in parts)


def test_the_day_made_backups_and_erased_a_case(aftermath: Aftermath) -> None:
    backups = [path for path in aftermath.stopped if path.parent.name == "backups"]
    assert len(backups) == 2
    loot = loot_of(
        {kind: next(path for path in backups if kind.value in path.name) for kind in BackupKind},
        aftermath.site.town.house.settings,
    )
    assert len(loot.data["case_record"]) == 2
    assert sightings(loot.as_bytes(), aftermath.day.canaries) == set()
    with aftermath.site.town.house.data.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM case_record").scalar_one() == 1


def test_a_fault_is_logged_by_its_reference_alone(aftermath: Aftermath) -> None:
    log = aftermath.site.log.read_text("utf-8")
    (reference,) = aftermath.day.references
    (line,) = (json.loads(line) for line in log.splitlines() if reference in line)
    assert line["event"] == "fault"
    assert line["kind"] == "OperationalError"
    said = {"event", "reference", "request", "kind", "endpoint", "where", "level", "timestamp"}
    assert set(line) == said


def test_nothing_that_was_refused_held_or_broken_was_stored(aftermath: Aftermath) -> None:
    with aftermath.site.town.house.data.connect() as connection:
        count = connection.exec_driver_sql("SELECT count(*) FROM signal").scalar_one()
    assert count == 2


DRESSES: dict[str, Callable[[str], bytes]] = {
    "in clear": str.encode,
    "utf-16": lambda text: text.encode("utf-16"),
    "latin-1": lambda text: text.encode("latin-1"),
    "capitals": lambda text: text.upper().encode(),
    "base64": lambda text: base64.b64encode(text.encode()),
    "base64, moved by one": lambda text: base64.b64encode(f"x{text}y".encode()),
    "base64, moved by two": lambda text: base64.urlsafe_b64encode(f"xx{text}yy".encode()),
    "hex": lambda text: text.encode().hex().encode(),
    "url": lambda text: quote(text).encode(),
    "json": lambda text: json.dumps(text).encode(),
    "html": lambda text: text.encode("ascii", "xmlcharrefreplace"),
    "zlib": lambda text: zlib.compress(f"Er was {text}.".encode()),
    "gzip": lambda text: gzip.compress(f"Er was {text}.".encode()),
    "a cookie": lambda text: b"." + base64.urlsafe_b64encode(zlib.compress(text.encode() * 3)),
    "twice compressed": lambda text: gzip.compress(zlib.compress(text.encode())),
}


@pytest.mark.parametrize("dress", DRESSES)
def test_a_planted_one_is_found_in_any_dress(dress: str) -> None:
    hidden = bytes(range(256)) + DRESSES[dress](CANARY) + bytes(range(256))
    assert {seen.label for seen in sightings(hidden, {"planted": CANARY})} == {"planted"}


def test_a_planted_number_is_found() -> None:
    number = digits("planted")
    planted = base64.b64encode(f"tel 06{number}".encode())
    assert sightings(planted, {"planted": number})


def test_one_planted_in_a_table_or_a_log_is_found(aftermath: Aftermath) -> None:
    site = aftermath.site
    hidden = base64.b64encode(f"Bel {CANARY} terug".encode()).decode()
    with site.town.house.data.begin() as connection:
        connection.exec_driver_sql("UPDATE initiative SET note = ?", (hidden,))
    with site.log.open("ab") as log:
        log.write(CANARY.encode("utf-16"))
    (site.folder / "temporary" / "left.gz").write_bytes(gzip.compress(CANARY.encode()))
    found = {
        path.name
        for path, content in site.files().items()
        if sightings(content, {"planted": CANARY})
    }
    assert {"server.log", "left.gz"} < found
    assert found & {"data.sqlite", "data.sqlite-wal"}
