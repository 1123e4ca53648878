"""Asking an initiative: one live link, made for who may, and a mail that names nobody."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from kit import trail
from kit.mail import Mailbox, mail_server
from kit.offers import (
    MAILBOX,
    VISITOR,
    answered,
    asked_about,
    offer_of,
    standing_row,
)
from kit.town import Town
from sqlalchemy import func, select

from signalering.domain.commands.directory.ask import AskOffer
from signalering.domain.errors import Denied, InvalidInput, NotAllowedNow, NotFound
from signalering.domain.lifecycles import LinkWay, MailFault
from signalering.models.directory.standing import OfferLink
from signalering.services.directory.ask import ask, mail_question, note_failure, to_ask
from signalering.services.directory.confirm import confirm
from signalering.services.directory.links import sweep
from signalering.vault.links import token_hash


@pytest.fixture
def box(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Mailbox]:
    with mail_server(tmp_path) as found:
        monkeypatch.setenv("SSL_CERT_FILE", str(found.certificate))
        yield found


def test_of_the_link_a_hash_is_kept_for_thirty_days(town: Town) -> None:
    offer = offer_of(town)
    link = asked_about(town, offer)
    assert link.url == f"https://signalering.test/offer/{link.token}"
    assert link.until == town.clock.today() + timedelta(days=30)
    assert "<svg" in link.qr
    assert link.token not in repr(link)
    with town.work(writes=False) as work:
        (row,) = work.data.scalars(select(OfferLink))
        assert (row.token_hash, row.initiative_id) == (token_hash(link.token), offer)
    (entry,) = trail.entries(town, "offer_asked")
    assert entry["details"] == {"way": "paper"}
    standing = standing_row(town, offer)
    assert standing is not None
    assert (standing.asked_on, standing.asks) == (town.clock.today(), 1)


def test_asked_anew_the_old_link_is_dead(town: Town) -> None:
    offer = offer_of(town)
    first = asked_about(town, offer)
    second = asked_about(town, offer, "coordinator")
    with town.committed() as work:
        assert work.data.scalar(select(func.count()).select_from(OfferLink)) == 1
        with pytest.raises(NotFound, match="offer_link_gone"):
            confirm(work, first.token, VISITOR)
    with town.committed() as work:
        assert confirm(work, second.token, VISITOR).id == offer


def test_the_page_tells_what_was_asked_before(file_town: Town) -> None:
    offer = offer_of(file_town)
    with file_town.work("coordinator", writes=False) as work:
        assert (to_ask(work, offer).asks, to_ask(work, offer).link_until) == (0, None)
    link = asked_about(file_town, offer)
    with file_town.work("coordinator", writes=False) as work:
        view = to_ask(work, offer)
    assert (view.asks, view.asked_on) == (1, file_town.clock.today())
    assert (view.link_until, view.contact_address) == (link.until, MAILBOX)


@pytest.mark.parametrize("who", ["worker", "manager", "privacy_officer"])
def test_who_may_not(file_town: Town, who: str) -> None:
    offer = offer_of(file_town)
    with file_town.work(who) as work, pytest.raises(Denied):
        ask(work, AskOffer(offer, LinkWay.PAPER))
    with file_town.work(who, writes=False) as work, pytest.raises(Denied):
        to_ask(work, offer)


def test_no_address_no_mail_and_no_question_about_what_has_ended(file_town: Town) -> None:
    offer = offer_of(file_town, contact_address=None)
    with file_town.work("administrator") as work:
        with pytest.raises(InvalidInput, match="offer_no_address"):
            ask(work, AskOffer(offer, LinkWay.MAIL))
        with pytest.raises(NotFound):
            ask(work, AskOffer(uuid4(), LinkWay.PAPER))
    ended = offer_of(file_town, "WestlandOntmoet", active=False)
    with file_town.work("administrator") as work, pytest.raises(NotAllowedNow):
        ask(work, AskOffer(ended, LinkWay.PAPER))


def test_the_mail_goes_to_the_known_address_and_names_nobody(file_town: Town, box: Mailbox) -> None:
    offer = offer_of(file_town)
    link = asked_about(file_town, offer, way=LinkWay.MAIL)
    house = replace(file_town.house, settings=replace(file_town.house.settings, mail=box.server))
    assert mail_question(house, link) is None
    (mail,) = box.mails
    assert box.receivers() == [MAILBOX]
    text = mail.get_content()
    assert link.url in text.replace("\r\n", "\n")
    assert "30 dagen" in text
    everybody = [person.email for person in file_town.people.values()]
    assert not any(word in text for word in [*everybody, "inwoner", "Vitis", "Be Heerder"])


def test_a_mail_that_does_not_get_away_is_told_and_written_down(file_town: Town) -> None:
    link = asked_about(file_town, offer_of(file_town), way=LinkWay.MAIL)
    assert mail_question(file_town.house, link) is MailFault.UNREACHABLE
    with file_town.committed("administrator") as work:
        note_failure(work, link, MailFault.UNREACHABLE)
    (entry,) = trail.entries(file_town, "offer_mail_failed")
    assert entry["details"] == {"cause": "unreachable"}


def test_links_that_ended_go(town: Town) -> None:
    link = asked_about(town, offer_of(town))
    for days, left in ((30, 1), (1, 0)):
        town.clock.move_to(town.clock.now() + timedelta(days=days))
        with town.committed() as work:
            sweep(work)
            assert len(list(work.data.scalars(select(OfferLink)))) == left
    with town.committed() as work, pytest.raises(NotFound):
        confirm(work, link.token, VISITOR)


def test_an_answer_ends_what_was_counted(file_town: Town) -> None:
    offer = offer_of(file_town)
    answered(file_town, asked_about(file_town, offer))
    standing = standing_row(file_town, offer)
    assert standing is not None
    assert (standing.asked_on, standing.asks) == (None, 0)
