"""Mail over a real mail server: each once, by TLS, again when it must, never a word too many."""

import re
import socket
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from kit.mail import SENDER, Mailbox, mail_server, never
from kit.signals import taken
from kit.town import Town
from sqlalchemy import select, text

from signalering.domain.lifecycles import AccountState, MailFault, MailKind, MailState
from signalering.domain.mail_texts import MEETING_MAILS, TEXTS, WITH_LINK, periods_said
from signalering.domain.periods import Periods
from signalering.models.accounts.account import Account
from signalering.models.accounts.invitation import Invitation
from signalering.models.keys.user import Credential
from signalering.models.network.outbox import OutboxMail
from signalering.services.network.queue import queue
from signalering.services.network.send import (
    CLAIMED_FOR,
    DELAYS,
    MOST_TRIES,
    Tally,
    claimed,
    send_due,
)

DAY = timedelta(days=1)
# The others go to an organisation (services/directory/test_ask.py, test_meeting_letters.py), out of
# the house, and to who asked for the newsletter (web/network/test_newsletter.py).
ELSEWHERE = MEETING_MAILS | {
    MailKind.OFFER_CHECK,
    MailKind.CHAIN_HEAD,
    MailKind.NEWSLETTER,
    MailKind.NEWSLETTER_CONFIRM,
}
TO_COLLEAGUES = sorted(set(MailKind) - ELSEWHERE)


@pytest.fixture
def box(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Mailbox]:
    with mail_server(tmp_path) as found:
        monkeypatch.setenv("SSL_CERT_FILE", str(found.certificate))
        yield found


def queued(town: Town, kind: MailKind = MailKind.KEYS_RECOVERED, key: str = "manager") -> None:
    with town.committed() as work:
        queue(work, kind, town.people[key].account_id)


def rows(town: Town) -> list[OutboxMail]:
    with town.work(writes=False) as work:
        found = list(work.data.scalars(select(OutboxMail)))
        work.data.expunge_all()
        return found


def row(town: Town) -> OutboxMail:
    (found,) = rows(town)
    return found


def send(town: Town, box: Mailbox) -> Tally:
    return send_due(town.house, box.server, never)


def change(town: Town, key: str, **values: object) -> None:
    with town.committed() as work:
        account = work.data.get_one(Account, town.people[key].account_id)
        for name, value in values.items():
            setattr(account, name, value)


def test_sent_by_tls_with_log_in_and_then_gone(town: Town, box: Mailbox) -> None:
    queued(town)
    queued(town, key="coordinator")
    assert send(town, box).sent == 2
    assert box.receivers() == ["coordinator@proefdorp.test", "manager@proefdorp.test"]
    assert box.encrypted == [True, True]
    assert rows(town) == []
    assert send(town, box) == Tally()


def test_headers_tell_nothing_of_the_machine(file_town: Town, box: Mailbox) -> None:
    queued(file_town)
    send(file_town, box)
    (mail,) = box.mails
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["Date"].datetime == file_town.clock.now()
    assert mail["From"].addresses[0].addr_spec == SENDER
    assert re.fullmatch(r"<[0-9a-f-]{36}@signalering\.test>", mail["Message-ID"])
    assert box.greeted_as == {"signalering.test"}
    assert socket.gethostname().encode() not in box.raw[0]
    assert "Received" not in mail


def test_a_name_with_a_line_end_makes_no_header(file_town: Town, box: Mailbox) -> None:
    change(file_town, "manager", name="Ma\r\nBcc: vreemde@elders.test\r\n\r\nNager")
    queued(file_town)
    send(file_town, box)
    (mail,) = box.mails
    assert mail["Bcc"] is None
    assert box.receivers() == ["manager@proefdorp.test"]
    assert "vreemde" not in mail.get_content()


@pytest.mark.parametrize("address", ["a\r\nBcc: b@elders.test", "geen adres", "a@b@c", ""])
def test_an_impossible_address_fails_at_once_and_stops_nobody(
    file_town: Town, box: Mailbox, address: str
) -> None:
    change(file_town, "manager", email=address)
    queued(file_town)
    queued(file_town, key="coordinator")
    assert send(file_town, box) == Tally(sent=1, failed=1)
    assert (row(file_town).state, row(file_town).fault) == (MailState.FAILED, MailFault.ADDRESS)


def test_greylisted_it_waits_longer_each_time_and_then_fails(town: Town, box: Mailbox) -> None:
    queued(town)
    box.answers = ["451 later"] * MOST_TRIES
    for tries, delay in enumerate(DELAYS, start=1):
        assert send(town, box).put_off == 1
        waiting = row(town)
        assert (waiting.tries, waiting.fault) == (tries, MailFault.LATER)
        assert waiting.due_at == town.clock.now() + delay
        town.clock.move_to(town.clock.now() + delay - timedelta(seconds=1))
        assert send(town, box) == Tally(), "not before its time"
        town.clock.move_to(town.clock.now() + timedelta(seconds=1))
    assert send(town, box).failed == 1
    assert row(town).state == MailState.FAILED
    town.clock.move_to(town.clock.now() + 30 * DAY)
    assert send(town, box) == Tally()


def test_tried_again_it_arrives_under_the_same_id(file_town: Town, box: Mailbox) -> None:
    queued(file_town)
    mail_id = row(file_town).id
    assert claimed(file_town.house, mail_id) is not None, "and whoever claimed it died"
    assert send(file_town, box) == Tally(), "it is taken for now"
    file_town.clock.move_to(file_town.clock.now() + CLAIMED_FOR)
    assert send(file_town, box).sent == 1


def test_refused_for_good_it_is_not_tried_again(file_town: Town, box: Mailbox) -> None:
    queued(file_town)
    box.answers = ["550 nobody of that name"]
    assert send(file_town, box).failed == 1
    assert row(file_town).fault == MailFault.REFUSED


def test_broken_off_half_way_it_is_kept(file_town: Town, box: Mailbox) -> None:
    queued(file_town)
    box.drops_data = True
    assert send(file_town, box).put_off == 1
    assert row(file_town).fault == MailFault.UNREACHABLE
    box.drops_data = False
    file_town.clock.move_to(file_town.clock.now() + DELAYS[0])
    assert send(file_town, box).sent == 1


def test_a_server_that_is_not_there_ends_the_round(file_town: Town, box: Mailbox) -> None:
    queued(file_town)
    queued(file_town, key="coordinator")
    nowhere = replace(box.server, port=1)
    assert send_due(file_town.house, nowhere, never) == Tally(put_off=1)
    assert sorted(mail.tries for mail in rows(file_town)) == [0, 1]


def test_a_wrong_password_is_told_as_such(file_town: Town, box: Mailbox) -> None:
    queued(file_town)
    send_due(file_town.house, replace(box.server, password="onjuist"), never)
    assert row(file_town).fault == MailFault.LOG_IN_REFUSED
    assert box.raw == []


@pytest.mark.parametrize(("host", "trusted"), [("elders.test", True), ("localhost", False)])
def test_nothing_is_said_to_a_server_without_a_good_certificate(
    file_town: Town,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    host: str,
    trusted: bool,
) -> None:
    queued(file_town)
    with mail_server(tmp_path, host) as found:
        if trusted:
            monkeypatch.setenv("SSL_CERT_FILE", str(found.certificate))
        assert send(file_town, found).put_off == 1
        assert found.raw == []
    assert row(file_town).fault == MailFault.UNTRUSTED


def test_two_workers_at_once_send_each_mail_once(town: Town, box: Mailbox) -> None:
    for key in town.people:
        queued(town, key=key)
    start = threading.Barrier(3)
    faults: list[BaseException] = []

    def worker() -> None:
        start.wait()
        try:
            send(town, box)
        except BaseException as error:
            faults.append(error)

    workers = [threading.Thread(target=worker) for _ in range(3)]
    for one in workers:
        one.start()
    for one in workers:
        one.join()
    assert faults == []
    assert box.receivers() == sorted(person.email for person in town.people.values())
    assert rows(town) == []


def test_asked_to_stop_it_ends_after_the_mail_at_hand(file_town: Town, box: Mailbox) -> None:
    queued(file_town)
    queued(file_town, key="coordinator")
    send_due(file_town.house, box.server, lambda: len(box.raw) == 1)
    assert len(box.raw) == len(rows(file_town)) == 1


def test_the_link_is_made_at_sending_and_stands_nowhere(town: Town, box: Mailbox) -> None:
    change(town, "manager", state=AccountState.INVITED)
    queued(town, MailKind.INVITATION)
    assert send(town, box).sent == 1
    found = re.search(r"https://signalering\.test/activate/(\S+)", box.mails[0].get_content())
    assert found is not None
    with town.work(writes=False) as work:
        assert len(list(work.data.scalars(select(Invitation)))) == 1
        for table in work.data.scalars(text(TABLES[work.data.get_bind().dialect.name])):
            for kept in work.data.execute(text(f'SELECT * FROM "{table}"')):
                assert found[1] not in repr(kept)
                assert found[1].encode() not in b"".join(
                    bytes(one) for one in kept if isinstance(one, bytes | memoryview)
                )


TABLES = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'table'",
    "postgresql": "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()",
}


@pytest.mark.parametrize(
    ("kind", "state"),
    [
        (MailKind.INVITATION, AccountState.ACTIVE),
        (MailKind.INVITATION, AccountState.DEACTIVATED),
        (MailKind.SIGNAL_NEWS, AccountState.DEACTIVATED),
        (MailKind.RESET, AccountState.ACTIVE),
    ],
)
def test_who_is_not_to_get_it_any_more_gets_none(
    file_town: Town, box: Mailbox, kind: MailKind, state: AccountState
) -> None:
    queued(file_town, kind)
    change(file_town, "manager", state=state)
    file_town.clock.move_to(file_town.clock.now() + 7 * DAY)
    assert send(file_town, box) == Tally()
    assert (rows(file_town), box.raw) == ([], [])


# A digest goes to who asked for it and has something to do: tests/services/accounts/test_digest.py.
WITHOUT_ASKING = sorted(set(TO_COLLEAGUES) - {MailKind.DIGEST})


@pytest.mark.parametrize("kind", WITHOUT_ASKING)
def test_no_mail_names_anybody(file_town: Town, box: Mailbox, kind: MailKind) -> None:
    state = AccountState.INVITED if kind is MailKind.INVITATION else AccountState.ACTIVE
    change(file_town, "worker", state=state)
    if kind is MailKind.RESET:
        with file_town.committed() as work:
            work.keys.delete(work.keys.get_one(Credential, file_town.people["worker"].account_id))
    queued(file_town, kind, "worker")
    file_town.clock.move_to(file_town.clock.now() + 7 * DAY)
    assert send(file_town, box).sent == 1
    body = box.mails[0].get_content()
    assert "Melder" not in body, "not even its receiver"
    assert "https://signalering.test/" in body
    assert "Gemeente Proefdorp" in body
    assert "%(" not in body
    # What is no account's own news is told under one subject.
    own = {MailKind.INVITATION, MailKind.RESET}
    assert len({TEXTS[one].subject for one in TO_COLLEAGUES if (one in own) is (kind in own)}) == 1


def test_news_of_many_signals_is_one_mail_in_the_morning(town: Town, box: Mailbox) -> None:
    taken(town)
    taken(town, "other_coordinator")
    assert send(town, box) == Tally(), "nothing before it shows"
    town.clock.move_to(datetime(2026, 11, 24, 7, tzinfo=UTC))
    assert send(town, box).sent == 1
    assert box.receivers() == ["worker@proefdorp.test"]


def test_a_gap_in_the_sending_leaves_one_mail_of_a_kind(file_town: Town, box: Mailbox) -> None:
    for _ in range(3):
        queued(file_town, MailKind.SIGNAL_NEWS)
        file_town.clock.move_to(file_town.clock.now() + DAY)
    file_town.clock.move_to(file_town.clock.now() + DAY)
    assert send(file_town, box).sent == 1
    assert rows(file_town) == []


@pytest.mark.parametrize("kind", sorted(set(WITHOUT_ASKING) - WITH_LINK))
def test_each_text_is_in_its_receivers_language(
    file_town: Town, box: Mailbox, kind: MailKind
) -> None:
    with file_town.committed() as work:
        for key, language in (("manager", "nl"), ("worker", "en")):
            person = file_town.people[key]
            work.data.get_one(Account, person.account_id).language = language
            queue(work, kind, person.account_id)
    file_town.clock.move_to(file_town.clock.now() + DAY)
    send(file_town, box)
    dutch, english = sorted(box.mails, key=lambda mail: mail["Content-Language"], reverse=True)
    assert (dutch["Content-Language"], english["Content-Language"]) == ("nl", "en")
    assert dutch["Subject"] == TEXTS[kind].subject
    assert english["Subject"] not in {"", TEXTS[kind].subject}
    said = periods_said(Periods())
    paragraphs = [(text % {**said, "link": ""}).split("\n")[0] for text in TEXTS[kind].paragraphs]
    assert all(text in dutch.get_content() for text in paragraphs)
    assert not any(text in english.get_content() for text in paragraphs)
    assert ("Groeten" in dutch.get_content(), "Groeten" in english.get_content()) == (True, False)
