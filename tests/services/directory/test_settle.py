"""What waits for an administrator: old and new side by side, decided about once."""

from uuid import UUID, uuid4

import pytest
from kit import trail
from kit.offers import (
    MAILBOX,
    answered,
    asked_about,
    correction_row,
    offer_of,
    offer_row,
    standing_row,
)
from kit.town import Town
from sqlalchemy import func, select

from signalering.domain.commands.directory.settle import SettleOffer
from signalering.domain.errors import Conflict, Denied, InvalidInput, NotFound
from signalering.domain.offers import OfferRuling, OfferSaid
from signalering.models.directory.standing import OfferLink
from signalering.services.directory.settle import settle

NOTE = "Elke donderdag om tien uur in het buurthuis."


def ruled(
    town: Town,
    offer: UUID,
    ruling: OfferRuling,
    correction: UUID | None = None,
    key: str = "administrator",
) -> None:
    with town.committed(key) as work:
        settle(work, SettleOffer(offer, ruling, correction))


def changed(town: Town) -> tuple[UUID, UUID]:
    """An offer with a change that waits, and the change."""
    offer = offer_of(town)
    answered(town, asked_about(town, offer), note=NOTE, weekday="", contact_address="")
    waits = correction_row(town, offer)
    assert waits is not None
    return offer, waits.id


def test_accepted_it_stands_in_the_directory(town: Town) -> None:
    offer, correction = changed(town)
    ruled(town, offer, OfferRuling.ACCEPT, correction)
    row = offer_row(town, offer)
    assert (row.note, row.weekday, row.contact_address) == (NOTE, None, None)
    assert row.frequency == "weekly"
    assert correction_row(town, offer) is None
    (entry,) = trail.entries(town, "offer_settled")
    assert entry["details"] == {"ruling": "accept"}
    with pytest.raises(Conflict):
        ruled(town, offer, OfferRuling.ACCEPT, correction)


@pytest.mark.parametrize(("address", "lives"), [("nieuw@initiatief.test", False), (MAILBOX, True)])
def test_with_a_new_address_the_link_in_the_old_mailbox_is_dead(
    file_town: Town, address: str, lives: bool
) -> None:
    offer = offer_of(file_town)
    answered(file_town, asked_about(file_town, offer), note=NOTE, contact_address=address)
    waits = correction_row(file_town, offer)
    assert waits is not None
    asked_about(file_town, offer)
    ruled(file_town, offer, OfferRuling.ACCEPT, waits.id)
    with file_town.work(writes=False) as work:
        assert work.data.scalar(select(func.count()).select_from(OfferLink)) == lives


def test_refused_all_stays_as_it_was(town: Town) -> None:
    offer, correction = changed(town)
    ruled(town, offer, OfferRuling.REFUSE, correction)
    assert offer_row(town, offer).note != NOTE
    assert correction_row(town, offer) is None


def test_only_the_change_that_was_looked_at(file_town: Town) -> None:
    offer, seen = changed(file_town)
    answered(file_town, asked_about(file_town, offer), note="Iets anders.")
    other = offer_of(file_town, "WestlandOntmoet")
    for correction in (seen, uuid4()):
        with pytest.raises(Conflict):
            ruled(file_town, offer, OfferRuling.ACCEPT, correction)
    newest = correction_row(file_town, offer)
    assert newest is not None
    with pytest.raises(Conflict):
        ruled(file_town, other, OfferRuling.ACCEPT, newest.id)
    with pytest.raises(InvalidInput):
        ruled(file_town, offer, OfferRuling.ACCEPT)
    with pytest.raises(NotFound):
        ruled(file_town, uuid4(), OfferRuling.ACCEPT, newest.id)


def test_what_stopped_ends_when_an_administrator_agrees_and_can_come_back(town: Town) -> None:
    offer = offer_of(town)
    answered(town, asked_about(town, offer), said=OfferSaid.STOPPED)
    asked_about(town, offer)
    ruled(town, offer, OfferRuling.END)
    assert not offer_row(town, offer).active
    with town.work(writes=False) as work:
        assert work.data.scalar(select(func.count()).select_from(OfferLink)) == 0
    with pytest.raises(Conflict):
        ruled(town, offer, OfferRuling.END)
    ruled(town, offer, OfferRuling.REVIVE)
    standing = standing_row(town, offer)
    assert offer_row(town, offer).active
    assert standing is not None
    assert standing.stopped_on is None


def test_it_may_go_on_after_all(file_town: Town) -> None:
    offer = offer_of(file_town)
    answered(file_town, asked_about(file_town, offer), said=OfferSaid.STOPPED)
    ruled(file_town, offer, OfferRuling.GOES_ON)
    standing = standing_row(file_town, offer)
    assert standing is not None
    assert standing.stopped_on is None
    assert offer_row(file_town, offer).active


@pytest.mark.parametrize("ruling", [OfferRuling.END, OfferRuling.GOES_ON, OfferRuling.REVIVE])
def test_nothing_ends_or_comes_back_that_did_not_stop(file_town: Town, ruling: OfferRuling) -> None:
    offer = offer_of(file_town)
    with pytest.raises(Conflict):
        ruled(file_town, offer, ruling)


@pytest.mark.parametrize("who", ["worker", "coordinator", "manager", "privacy_officer"])
def test_who_may_not(file_town: Town, who: str) -> None:
    offer, correction = changed(file_town)
    with pytest.raises(Denied):
        ruled(file_town, offer, OfferRuling.ACCEPT, correction, who)
