"""Offers are asked about by themselves: once when they are old, once more, and never again."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from kit import trail
from kit.mail import Mailbox, mail_server, never
from kit.offers import MAILBOX, VISITOR, answered, asked_about, offer_of, standing_row
from kit.town import Town
from sqlalchemy import select

from signalering.domain.lifecycles import MailKind
from signalering.domain.offers import OfferRoom, OfferSaid, asks_now, is_old, room_now
from signalering.domain.periods import Periods
from signalering.models.directory.initiative import Initiative
from signalering.models.directory.standing import OfferLink
from signalering.models.network.outbox import OutboxMail
from signalering.services.directory.ask_due import ask_due
from signalering.services.directory.confirm import confirm
from signalering.services.network.send import send_due
from signalering.services.upkeep import run_jobs

TODAY = date(2026, 11, 23)
OLD = date(2026, 6, 22)
PERIODS = Periods()


@pytest.fixture
def box(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Mailbox]:
    with mail_server(tmp_path) as found:
        monkeypatch.setenv("SSL_CERT_FILE", str(found.certificate))
        yield found


def due(town: Town) -> int:
    """The job, committed."""
    with town.committed() as work:
        return ask_due(work)


def waiting(town: Town) -> list[UUID | None]:
    """About which offers mail waits."""
    with town.work(writes=False) as work:
        rows = work.data.scalars(select(OutboxMail)).all()
        assert all((row.kind, row.address) == (MailKind.OFFER_CHECK, MAILBOX) for row in rows)
        return [row.initiative_id for row in rows]


def later(town: Town, days: int) -> None:
    town.clock.move_to(town.clock.now() + timedelta(days=days))


def sent(town: Town) -> None:
    """What waited is gone, as after sending."""
    with town.committed() as work:
        for row in work.data.scalars(select(OutboxMail)):
            work.data.delete(row)


@pytest.mark.parametrize(
    ("assured_on", "asked_on", "asks", "now"),
    [
        (date(2026, 6, 23), None, 0, False),
        (OLD, None, 0, True),
        (OLD, TODAY - timedelta(days=13), 1, False),
        (OLD, TODAY - timedelta(days=14), 1, True),
        (OLD, TODAY - timedelta(days=400), 2, False),
        (date(2026, 11, 1), TODAY - timedelta(days=14), 1, False),
    ],
)
def test_the_rule(assured_on: date, asked_on: date | None, asks: int, now: bool) -> None:
    assert asks_now(assured_on, asked_on, asks, TODAY, PERIODS) is now


def test_a_month_without_that_day_is_no_problem() -> None:
    assert not is_old(date(2026, 9, 30), date(2027, 2, 28), PERIODS)
    assert is_old(date(2026, 9, 30), date(2027, 3, 1), PERIODS)


def test_what_was_said_about_room_ends_with_its_last_day() -> None:
    assert room_now(OfferRoom.FULL, TODAY, TODAY) is OfferRoom.FULL
    assert room_now(OfferRoom.FULL, TODAY - timedelta(days=1), TODAY) is OfferRoom.UNKNOWN
    assert room_now(OfferRoom.FULL, None, TODAY) is OfferRoom.FULL


def test_twice_and_no_more(town: Town) -> None:
    offer = offer_of(town, assured_on=OLD)
    assert due(town) == 1
    assert waiting(town) == [offer]
    assert due(town) == 0
    sent(town)
    for days, count in ((13, 0), (1, 1), (14, 0), (400, 0)):
        later(town, days)
        assert due(town) == count, days
    standing = standing_row(town, offer)
    assert standing is not None
    assert standing.asks == 2
    swept = [entry["details"] for entry in trail.entries(town, "sweep_done")]
    assert swept == [{"sweep": "offers_asked", "count": "1"}] * 2


def test_only_those_that_run_and_have_an_address(file_town: Town) -> None:
    offer_of(file_town, "WestlandOntmoet", assured_on=OLD, active=False)
    offer_of(file_town, "De Vereeniging", assured_on=OLD, contact_address=None)
    stopped = offer_of(file_town, "Westland Cultuurweb", assured_on=OLD)
    answered(file_town, asked_about(file_town, stopped), said=OfferSaid.STOPPED)
    offer_of(file_town, "Vitis Welzijn: rouwgroep")
    assert due(file_town) == 0


def test_a_question_by_a_person_counts(file_town: Town) -> None:
    offer = offer_of(file_town, assured_on=OLD)
    asked_about(file_town, offer)
    assert due(file_town) == 0
    later(file_town, 14)
    assert due(file_town) == 1
    # Asked on paper meanwhile: the mail that waits would kill that link.
    asked_about(file_town, offer)
    assert waiting(file_town) == []


def test_an_answer_starts_the_clock_again(file_town: Town) -> None:
    offer = offer_of(file_town, assured_on=OLD)
    due(file_town)
    answered(file_town, asked_about(file_town, offer))
    later(file_town, 150)
    assert due(file_town) == 0
    later(file_town, 4)
    assert due(file_town) == 1


def test_of_two_nodes_one_asks(town: Town) -> None:
    offer = offer_of(town, assured_on=OLD)
    start = threading.Barrier(3)
    failed: list[str] = []

    def node() -> None:
        start.wait()
        failed.extend(run_jobs(town.house, never))

    nodes = [threading.Thread(target=node) for _ in range(3)]
    for one in nodes:
        one.start()
    for one in nodes:
        one.join()
    assert failed == []
    assert waiting(town) == [offer]


def test_two_offers_of_one_address_get_a_mail_each_with_a_link_that_works(
    file_town: Town, box: Mailbox
) -> None:
    offers = {
        offer_of(file_town, name, assured_on=OLD)
        for name in ("Vitis Welzijn: maatjes", "Vitis Welzijn: rouwgroep")
    }
    assert due(file_town) == 2
    with file_town.work(writes=False) as work:
        assert work.data.scalars(select(OfferLink)).all() == [], "made when it is sent"
    house = replace(file_town.house, settings=replace(file_town.house.settings, mail=box.server))
    assert send_due(house, box.server, never).sent == 2
    assert box.receivers() == [MAILBOX, MAILBOX]
    tokens = [mail.get_content().split("/offer/")[1][:43] for mail in box.mails]
    seen = set()
    for token in tokens:
        with file_town.committed() as work:
            seen.add(confirm(work, token, VISITOR).id)
    assert seen == offers
    assert waiting(file_town) == []


@pytest.mark.parametrize("change", ["answered", "ended", "no address"])
def test_what_has_nothing_to_ask_any_more_is_not_mailed(
    file_town: Town, box: Mailbox, change: str
) -> None:
    offer = offer_of(file_town, assured_on=OLD)
    due(file_town)
    with file_town.committed() as work:
        row = work.data.get_one(Initiative, offer)
        if change == "ended":
            row.active = False
        elif change == "no address":
            row.contact_address = None
    if change == "answered":
        answered(file_town, asked_about(file_town, offer))
    house = replace(file_town.house, settings=replace(file_town.house.settings, mail=box.server))
    assert send_due(house, box.server, never).sent == 0
    assert box.raw == []
    assert waiting(file_town) == []
