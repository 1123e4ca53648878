"""The counts of the day by mail: who gets them, when, and what they say."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from kit.cases import opened
from kit.mail import Mailbox, mail_server, never
from kit.settings import by_file
from kit.signals import logged
from kit.town import Town
from sqlalchemy import select, update

from signalering.domain.commands.accounts.hats import ChangeHats
from signalering.domain.house_rules import ClosingDay
from signalering.domain.lifecycles import (
    AccountState,
    MailKind,
    MailState,
)
from signalering.domain.mail_texts import TEXTS
from signalering.domain.states import (
    Hat,
)
from signalering.models.accounts.account import Account, AccountHat
from signalering.models.cases.case import Case
from signalering.models.network.job import JobRun
from signalering.models.network.outbox import OutboxMail
from signalering.models.signals.signal import Signal
from signalering.services.accounts.deactivate import deactivate
from signalering.services.accounts.digest import queue_digests
from signalering.services.accounts.hats import change_hats
from signalering.services.network.send import send_due
from signalering.services.upkeep import run_jobs

# The town stands still on Monday 23 November 2026.
TUESDAY = datetime(2026, 11, 24, 0, 5, tzinfo=UTC)
AT_EIGHT = datetime(2026, 11, 24, 7, 0, tzinfo=UTC)


@pytest.fixture
def box(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Mailbox]:
    with mail_server(tmp_path) as found:
        monkeypatch.setenv("SSL_CERT_FILE", str(found.certificate))
        yield found


def wants(town: Town, key: str = "coordinator", **values: object) -> None:
    with town.committed() as work:
        account = work.data.get_one(Account, town.people[key].account_id)
        for name, value in {"digest": True, **values}.items():
            setattr(account, name, value)


def at(town: Town, moment: datetime) -> None:
    """The work loop does its jobs then."""
    town.clock.move_to(moment)
    assert run_jobs(town.house, never) == []


def waiting(town: Town) -> list[OutboxMail]:
    with town.work(writes=False) as work:
        query = select(OutboxMail).where(OutboxMail.kind == MailKind.DIGEST.value)
        found = list(work.data.scalars(query))
        work.data.expunge_all()
        return found


def sent(town: Town, box: Mailbox) -> list[str]:
    """Whose digests leave now."""
    before = len(box.raw)
    send_due(town.house, box.server, never)
    return sorted(
        mail["To"].addresses[0].addr_spec
        for mail in box.mails[before:]
        if "aan de beurt" in mail.get_content() or "Due today" in mail.get_content()
    )


def due(town: Town, case_id: UUID, day: date | None) -> None:
    with town.committed() as work:
        work.data.execute(
            update(Case).where(Case.id == case_id).values(deadline_on=day, inform_by=None)
        )


def test_it_leaves_at_eight_with_bare_counts_and_leaves_no_row(town: Town, box: Mailbox) -> None:
    wants(town)
    due(town, opened(town), date(2026, 11, 24))
    due(town, opened(town), date(2026, 11, 20))
    logged(town)
    logged(town)
    at(town, TUESDAY)
    (mail,) = waiting(town)
    assert mail.due_at == AT_EIGHT
    assert sent(town, box) == []
    town.clock.move_to(AT_EIGHT)
    assert sent(town, box) == ["coordinator@proefdorp.test"]
    (mail,) = (one for one in box.mails if "aan de beurt" in one.get_content())
    lines = mail.get_content().splitlines()
    assert "Vandaag aan de beurt: 1" in lines
    assert "Te laat: 1" in lines
    assert "Nieuw in de inbox: 2" in lines
    assert "Nieuws dat op je wacht: 0" in lines
    assert waiting(town) == []


def test_a_digest_says_the_same_to_everybody_but_for_its_counts(
    file_town: Town, box: Mailbox
) -> None:
    wants(file_town, language="en")
    wants(file_town, "other_coordinator")
    logged(file_town)
    at(file_town, TUESDAY)
    file_town.clock.move_to(AT_EIGHT)
    sent(file_town, box)
    dutch, english = sorted(
        (one for one in box.mails if one["To"].addresses[0].addr_spec in WHO),
        key=lambda one: one["Content-Language"],
        reverse=True,
    )
    assert dutch["Subject"] == TEXTS[MailKind.DIGEST].subject
    assert english["Subject"] not in {"", dutch["Subject"]}
    assert "New in the inbox: 1" in english.get_content()
    for mail in (dutch, english):
        text = mail.get_content()
        assert "Dinator" not in text, "not even its receiver"
        assert "%(" not in text
        assert "https://signalering.test/log-in" in text.splitlines()
        for row in references(file_town):
            assert row not in text


WHO = {"coordinator@proefdorp.test", "other_coordinator@proefdorp.test"}


def references(town: Town) -> list[str]:
    with town.work(writes=False) as work:
        return list(work.data.scalars(select(Signal.reference)))


def test_who_has_nothing_to_do_gets_no_mail(town: Town, box: Mailbox) -> None:
    wants(town)
    at(town, TUESDAY)
    assert len(waiting(town)) == 1, "what waits says who wants it, not who has something to do"
    town.clock.move_to(AT_EIGHT)
    assert (sent(town, box), waiting(town)) == ([], [])


def test_off_unless_asked_for(file_town: Town) -> None:
    logged(file_town)
    at(file_town, TUESDAY)
    assert waiting(file_town) == []


def no_coordinator(town: Town) -> None:
    with town.committed() as work:
        account = work.data.get_one(Account, town.people["coordinator"].account_id)
        account.hats = [AccountHat(hat=Hat.MANAGER.value)]


def test_nobody_gets_it_who_left_or_wears_other_hats(file_town: Town, box: Mailbox) -> None:
    logged(file_town)
    wants(file_town, "manager")
    wants(file_town, state=AccountState.DEACTIVATED)
    at(file_town, TUESDAY)
    assert waiting(file_town) == []


@pytest.mark.parametrize("change", ["off", "left", "hat"])
def test_what_changes_before_eight_counts(file_town: Town, box: Mailbox, change: str) -> None:
    logged(file_town)
    wants(file_town)
    at(file_town, TUESDAY)
    assert len(waiting(file_town)) == 1
    if change == "hat":
        no_coordinator(file_town)
    elif change == "off":
        wants(file_town, digest=False)
    else:
        wants(file_town, state=AccountState.DEACTIVATED)
    file_town.clock.move_to(AT_EIGHT)
    assert (sent(file_town, box), waiting(file_town)) == ([], [])


@pytest.mark.parametrize(
    "day",
    [date(2026, 11, 28), date(2026, 12, 25), date(2027, 5, 6)],
    ids=["saturday", "christmas", "ascension"],
)
def test_not_on_a_day_off(file_town: Town, day: date) -> None:
    wants(file_town)
    at(file_town, datetime(day.year, day.month, day.day, 0, 5, tzinfo=UTC))
    assert waiting(file_town) == []


def test_our_own_closing_days_are_days_off(file_town: Town) -> None:
    wants(file_town)
    closed = (ClosingDay(date(2026, 11, 24)),)
    town = by_file(file_town, closing_days=closed)
    at(town, TUESDAY)
    assert waiting(town) == []


def test_what_did_not_leave_on_its_day_never_does(file_town: Town, box: Mailbox) -> None:
    logged(file_town)
    wants(file_town)
    friday = datetime(2026, 11, 27, 0, 5, tzinfo=UTC)
    at(file_town, friday)
    file_town.clock.move_to(friday + timedelta(hours=20))
    box.answers = ["451 later"]
    assert sent(file_town, box) == []
    (mail,) = waiting(file_town)
    assert mail.state == MailState.WAITING
    # Between midnight and the day's jobs, too.
    file_town.clock.move_to(datetime(2026, 11, 27, 23, 1, tzinfo=UTC))
    assert sent(file_town, box) == []
    at(file_town, datetime(2026, 11, 28, 0, 5, tzinfo=UTC))
    assert waiting(file_town) == []


def test_one_a_day_however_often_the_loop_goes_round(file_town: Town, box: Mailbox) -> None:
    logged(file_town)
    wants(file_town)
    at(file_town, TUESDAY)
    at(file_town, AT_EIGHT)
    assert len(sent(file_town, box)) == 1
    at(file_town, AT_EIGHT + timedelta(hours=3))
    assert (sent(file_town, box), waiting(file_town)) == ([], [])


def test_no_kept_row_tells_who_had_work(file_town: Town, box: Mailbox) -> None:
    """After a morning the databases are as they are for somebody with nothing to do."""
    wants(file_town)
    wants(file_town, "other_coordinator")
    due(file_town, opened(file_town), date(2026, 11, 24))
    at(file_town, TUESDAY)
    shapes = {
        (one.state, one.due_at, one.tries, one.fault, one.address) for one in waiting(file_town)
    }
    assert len(shapes) == 1, "busy or not, the same row"
    file_town.clock.move_to(AT_EIGHT)
    assert sent(file_town, box) == ["coordinator@proefdorp.test"]
    assert waiting(file_town) == []
    with file_town.work(writes=False) as work:
        runs = list(work.data.scalars(select(JobRun).where(JobRun.name == "digest")))
        assert len(runs) == 1


def test_a_day_off_takes_away_what_was_left(file_town: Town) -> None:
    wants(file_town)
    with file_town.committed() as work:
        assert queue_digests(work) == 1
    file_town.clock.move_to(datetime(2026, 11, 28, 9, tzinfo=UTC))
    with file_town.committed() as work:
        assert queue_digests(work) == 0
    assert waiting(file_town) == []


@pytest.mark.parametrize("way", ["left", "hat"])
def test_who_comes_back_has_to_ask_again(file_town: Town, way: str) -> None:
    wants(file_town)
    account_id = file_town.people["coordinator"].account_id
    with file_town.committed("administrator") as work:
        if way == "left":
            deactivate(work, account_id)
        else:
            change_hats(work, ChangeHats(account_id, frozenset({Hat.MANAGER})))
    with file_town.work(writes=False) as work:
        assert not work.data.get_one(Account, account_id).digest
