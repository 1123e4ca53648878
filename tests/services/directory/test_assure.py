"""The administrator's lists: every offer stands where it belongs."""

from datetime import date, timedelta

import pytest
from kit.offers import answered, asked_about, offer_of
from kit.town import Town

from signalering.domain.errors import Denied
from signalering.domain.offers import OfferSaid
from signalering.domain.views.directory.assure import Change
from signalering.services.directory.assure import assure, waiting_count

OLD = date(2026, 6, 1)


def test_each_in_its_list(town: Town) -> None:
    names = {
        "stopping": "WestlandOntmoet",
        "asked": "De Vereeniging",
        "old": "Westland Cultuurweb",
        "answered": "Vitis Welzijn: maatjes",
        "ended": "Vitis Welzijn: rouwgroep",
    }
    ids = {place: offer_of(town, name, assured_on=OLD) for place, name in names.items()}
    offer_of(town, names["ended"], active=False)
    answered(town, asked_about(town, ids["stopping"]), said=OfferSaid.STOPPED)
    asked_about(town, ids["asked"])
    answered(town, asked_about(town, ids["answered"]), weekday="zo", note="")
    with town.work("administrator", writes=False) as work:
        view = assure(work)
        assert waiting_count(work) == 2
    for place, name in names.items():
        assert name in [one.name for one in getattr(view, place)], place
    everywhere = [one.id for place in names for one in getattr(view, place)]
    assert len(everywhere) == len(set(everywhere))
    (correction,) = view.corrections
    assert correction.name == names["answered"]
    assert correction.changes == (
        Change("weekday", "di", "zo"),
        Change("note", "voorbeeld, controleren", ""),
    )


def test_an_answer_is_news_for_a_month(file_town: Town) -> None:
    offer = offer_of(file_town)
    answered(file_town, asked_about(file_town, offer))
    for days, seen in ((30, True), (1, False)):
        file_town.clock.move_to(file_town.clock.now() + timedelta(days=days))
        with file_town.work("administrator", writes=False) as work:
            assert (offer in {one.id for one in assure(work).answered}) is seen


@pytest.mark.parametrize("who", ["worker", "coordinator", "manager", "privacy_officer"])
def test_who_may_not(file_town: Town, who: str) -> None:
    with file_town.work(who, writes=False) as work, pytest.raises(Denied):
        assure(work)
