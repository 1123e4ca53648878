"""The work loop as its own process: mail goes out, a stop is heard, faults end in an exit code."""

import re
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from kit.mail import PASSWORD, SENDER, USER, Mailbox, mail_server
from kit.real import unserved
from kit.talk import COMMAND, PATIENCE, environment
from kit.town import Town
from sqlalchemy import select

from signalering.domain.lifecycles import MailKind
from signalering.models.network.outbox import OutboxMail
from signalering.services.network.queue import queue


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Town]:
    with unserved(tmp_path / "site") as found:
        yield found


@pytest.fixture
def box(tmp_path: Path) -> Iterator[Mailbox]:
    with mail_server(tmp_path) as found:
        yield found


def started(site: Town, box: Mailbox, *options: str) -> subprocess.Popen[str]:
    mail = {
        "SIGNALERING_SMTP_HOST": box.server.host,
        "SIGNALERING_SMTP_PORT": str(box.server.port),
        "SIGNALERING_SMTP_USER": USER,
        "SIGNALERING_SMTP_PASSWORD": PASSWORD,
        "SIGNALERING_MAIL_FROM": SENDER,
        "SSL_CERT_FILE": str(box.certificate),
    }
    return subprocess.Popen(
        [*COMMAND, "work", *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment(site.house.settings.instance, **mail),
    )


def queued(site: Town) -> None:
    with site.committed() as work:
        for person in site.people.values():
            queue(work, MailKind.KEYS_RECOVERED, person.account_id)


def left(site: Town) -> int:
    with site.work(writes=False) as work:
        return len(list(work.data.scalars(select(OutboxMail.id))))


def test_two_at_once_send_each_mail_once(site: Town, box: Mailbox) -> None:
    queued(site)
    both = [started(site, box, "--once") for _ in range(2)]
    said = [one.communicate(timeout=PATIENCE) for one in both]
    assert [one.returncode for one in both] == [0, 0], said
    assert box.receivers() == sorted(person.email for person in site.people.values())
    assert left(site) == 0


def test_the_loop_ends_when_told_to(site: Town, box: Mailbox) -> None:
    queued(site)
    loop = started(site, box)
    try:
        while left(site):
            assert loop.poll() is None
            time.sleep(0.1)
        loop.terminate()
        loop.communicate(timeout=PATIENCE)
    finally:
        loop.kill()
    assert loop.returncode == 0
    assert len(box.raw) == len(site.people)


def test_a_mail_that_is_refused_leaves_no_word_in_the_log(site: Town, box: Mailbox) -> None:
    queued(site)
    box.answers = [f"550 no such user {person.email}" for person in site.people.values()]
    one = started(site, box, "--once")
    out, err = one.communicate(timeout=PATIENCE)
    assert (one.returncode, box.raw) == (0, [])
    assert left(site) == len(site.people)
    assert not re.search(r"@|Dinator|Melder", out + err)
