"""Who calls an initiative writes down what it said; a link that is open is dead then."""

from datetime import date

import pytest
from kit import trail
from kit.cases import do
from kit.offers import (
    VISITOR,
    answered,
    as_it_stands,
    asked_about,
    correction_row,
    offer_of,
    offer_row,
    standing_row,
)
from kit.town import Town

from signalering.domain.errors import Denied, NotAllowedNow, NotFound
from signalering.domain.offers import OfferRoom, OfferSaid
from signalering.services.directory.by_phone import by_phone, to_call
from signalering.services.directory.confirm import confirm


def test_a_call_makes_it_fresh_and_ends_the_link(town: Town) -> None:
    offer = offer_of(town, assured_on=date(2026, 2, 1))
    link = asked_about(town, offer)
    said = as_it_stands(town, offer, room=OfferRoom.WAITING_LIST, contact_address="x@y.test")
    do(town, lambda work: by_phone(work, offer, said))
    assert offer_row(town, offer).assured_on == town.clock.today()
    assert correction_row(town, offer) is not None, "an administrator looks at it all the same"
    with town.work() as work, pytest.raises(NotFound):
        confirm(work, link.token, VISITOR)
    (entry,) = trail.entries(town, "offer_answered")
    assert (entry["details"]["way"], entry["details"]["room"]) == ("phone", "waiting_list")
    assert entry["actor"]


def test_who_said_it_stopped_may_say_it_goes_on(file_town: Town) -> None:
    offer = offer_of(file_town)
    answered(file_town, asked_about(file_town, offer), said=OfferSaid.STOPPED)
    said = as_it_stands(file_town, offer)
    do(file_town, lambda work: by_phone(work, offer, said), "administrator")
    standing = standing_row(file_town, offer)
    assert standing is not None
    assert standing.stopped_on is None


def test_of_what_has_ended_nothing_is_said(file_town: Town) -> None:
    offer = offer_of(file_town, active=False)
    with file_town.work("coordinator", writes=False) as work, pytest.raises(NotAllowedNow):
        to_call(work, offer)


@pytest.mark.parametrize("who", ["worker", "manager", "privacy_officer"])
def test_who_may_not(file_town: Town, who: str) -> None:
    offer = offer_of(file_town)
    said = as_it_stands(file_town, offer)
    with file_town.work(who) as work, pytest.raises(Denied):
        by_phone(work, offer, said)
