"""What an initiative answers: room and the day hold at once, changes wait, the link is used up."""

import threading
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from kit import trail
from kit.at_once import at_once
from kit.offers import (
    MAILBOX,
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
from sqlalchemy import update

from signalering.domain.commands.directory.answer import AnswerOffer
from signalering.domain.commands.directory.settle import SettleOffer
from signalering.domain.errors import Conflict, InvalidInput, NotFound
from signalering.domain.lifecycles import MailKind
from signalering.domain.offers import OfferRoom, OfferRuling, OfferSaid
from signalering.domain.views.directory.ask import MadeOfferLink
from signalering.models.directory.initiative import Initiative
from signalering.models.network.outbox import OutboxMail
from signalering.services.directory.answer import answer, forget_correction
from signalering.services.directory.confirm import confirm
from signalering.services.directory.links import new_link
from signalering.services.directory.list import list_initiatives
from signalering.services.directory.settle import settle
from signalering.services.directory.standings import standing_of
from signalering.services.network.queue import queue
from signalering.services.work import Work

OLD = date(2026, 5, 1)


def test_a_yes_makes_it_fresh_and_uses_the_link_up(town: Town) -> None:
    offer = offer_of(town, assured_on=OLD)
    link = asked_about(town, offer)
    answered(town, link, places=7, room_until=date(2027, 1, 31))
    row, standing = offer_row(town, offer), standing_row(town, offer)
    assert (row.assured_on, row.capacity) == (town.clock.today(), 7)
    assert standing is not None
    assert (standing.room, standing.room_said_on) == ("room", town.clock.today())
    assert (standing.room_until, standing.answered_on) == (date(2027, 1, 31), town.clock.today())
    assert correction_row(town, offer) is None
    with town.work() as work, pytest.raises(NotFound):
        confirm(work, link.token, VISITOR)
    (entry,) = trail.entries(town, "offer_answered")
    assert not entry["actor"]
    assert entry["details"] == {
        "said": "stands",
        "room": "room",
        "corrected": "no",
        "way": "link",
    }


def test_text_and_address_wait_while_room_holds_at_once(town: Town) -> None:
    offer = offer_of(town)
    before = offer_row(town, offer)
    note = "Maatjes voor wie graag samen wandelt, om tien uur."
    answered(
        town,
        asked_about(town, offer),
        room=OfferRoom.FULL,
        weekday="do",
        contact_address="Nieuw@Initiatief.test",
        note=note,
    )
    after, waits = offer_row(town, offer), correction_row(town, offer)
    for name in ("weekday", "frequency", "contact_address", "note", "capacity"):
        assert getattr(after, name) == getattr(before, name), name
    assert waits is not None
    assert (waits.weekday, waits.frequency) == ("do", before.frequency)
    assert (waits.contact_address, waits.note) == ("nieuw@initiatief.test", note)
    with town.work("coordinator", writes=False) as work:
        (view,) = [one for one in list_initiatives(work).offers if one.id == offer]
    assert (view.room, view.contact_address) == ("full", MAILBOX)


def test_a_later_change_takes_the_place_of_one_that_waits(file_town: Town) -> None:
    offer = offer_of(file_town)
    for note in ("De eerste.", "De tweede."):
        answered(file_town, asked_about(file_town, offer), note=note)
    waits = correction_row(file_town, offer)
    assert waits is not None
    assert waits.note == "De tweede."


def test_what_says_it_stopped_is_marked_at_once(town: Town) -> None:
    offer = offer_of(town, assured_on=OLD)
    answered(town, asked_about(town, offer), said=OfferSaid.STOPPED, note="Wij zijn weg.")
    row, standing = offer_row(town, offer), standing_row(town, offer)
    assert row.active, "an administrator agrees first"
    assert row.assured_on == OLD
    assert standing is not None
    assert standing.stopped_on == town.clock.today()
    assert correction_row(town, offer) is None
    with town.work("coordinator", writes=False) as work:
        views = list_initiatives(work).offers
    assert views[-1].id == offer
    assert views[-1].stopped


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"room": None}, "room"),
        ({"room_until": date(2026, 11, 22)}, "room_until"),
        ({"room_until": date(2027, 11, 25)}, "room_until"),
        ({"room_until": date(1, 1, 1)}, "room_until"),
        ({"room_until": date(9999, 12, 31)}, "room_until"),
        ({"places": -1}, "places"),
        ({"places": 1000}, "places"),
        ({"places": 10**30}, "places"),
        ({"weekday": "xx"}, "weekday"),
        ({"frequency": "yearly"}, "frequency"),
        ({"contact_address": "geen adres"}, "contact_address"),
        ({"contact_address": "a" * 250 + "@b.nl"}, "contact_address"),
        ({"note": "x" * 2001}, "note"),
        ({"note": "a\x00b"}, "note"),
    ],
)
def test_what_cannot_be_leaves_the_link_alive(
    file_town: Town, changes: dict[str, Any], field: str
) -> None:
    offer = offer_of(file_town, assured_on=OLD)
    link = asked_about(file_town, offer)
    with pytest.raises(InvalidInput) as refusal:
        answered(file_town, link, **changes)
    assert refusal.value.field == field
    assert offer_row(file_town, offer).assured_on == OLD
    answered(file_town, link)


def test_places_change_only_where_there_is_room(file_town: Town) -> None:
    offer = offer_of(file_town, capacity=3)
    for room in (OfferRoom.FULL, OfferRoom.WAITING_LIST, OfferRoom.UNKNOWN):
        answered(file_town, asked_about(file_town, offer), room=room, places=9)
        assert offer_row(file_town, offer).capacity == 3
    answered(file_town, asked_about(file_town, offer), places=None)
    assert offer_row(file_town, offer).capacity is None


def test_answered_twice_at_once_one_is_right(town: Town) -> None:
    offer = offer_of(town)
    link = asked_about(town, offer)
    yes = as_it_stands(town, offer)
    no = AnswerOffer(OfferSaid.STOPPED)
    # What both have in common was done before: the day's key of visitors.
    with town.committed() as work:
        confirm(work, link.token, VISITOR)
    told, faults = at_once(
        town,
        (None, lambda work: answer(work, link.token, yes, VISITOR)),
        (None, lambda work: answer(work, link.token, no, "198.51.100.9")),
    )
    assert faults == []
    assert [error.code for error in told] == ["offer_link_gone"]
    standing = standing_row(town, offer)
    assert standing is not None
    assert standing.stopped_on is None
    assert len(trail.entries(town, "offer_answered")) == 1


def meanwhile(
    town: Town,
    other: tuple[str | None, Callable[[Work], object]],
    first: Callable[[Work], object],
    then: Callable[[Work], object],
) -> list[Exception]:
    """What the other was told, who comes between two steps; neither waits for the other."""
    told: list[Exception] = []
    key, step = other

    def comes() -> None:
        try:
            with town.committed(key) as work:
                step(work)
        except Exception as error:
            told.append(error)

    thread = threading.Thread(target=comes)
    with town.committed() as work:
        first(work)
        thread.start()
        thread.join(0.3)  # long enough to run into what is held here
        then(work)
    thread.join()
    return told


def answering(town: Town, link: MadeOfferLink) -> tuple[None, Callable[[Work], object]]:
    """The maintainer's step, with a change."""
    yes = as_it_stands(town, link.initiative_id, note="Een andere zin.")
    return None, lambda work: answer(work, link.token, yes, VISITOR)


def test_asked_anew_at_the_moment_of_answering(town: Town) -> None:
    offer = offer_of(town)
    link = asked_about(town, offer)
    told = meanwhile(
        town,
        answering(town, link),
        lambda work: standing_of(work, offer),
        lambda work: new_link(work, offer),
    )
    assert [type(error) for error in told] == [NotFound], "the link of before is dead"


def test_the_next_mail_leaves_at_the_moment_of_answering(town: Town) -> None:
    offer = offer_of(town)
    link = asked_about(town, offer)
    with town.committed() as work:
        queue(work, MailKind.OFFER_CHECK, address=MAILBOX, initiative_id=offer)
    told = meanwhile(
        town,
        answering(town, link),
        lambda work: work.data.execute(update(OutboxMail).values(tries=1)),
        lambda work: new_link(work, offer),
    )
    assert [type(error) for error in told] == [NotFound], "the mail that leaves has a newer one"


def test_a_change_is_taken_at_the_moment_of_the_next_one(town: Town) -> None:
    """Somebody answers: the offer is held already, the change that waited not yet."""
    offer = offer_of(town)
    answered(town, asked_about(town, offer), note="De eerste.")
    waits = correction_row(town, offer)
    assert waits is not None
    decision = SettleOffer(offer, OfferRuling.ACCEPT, waits.id)
    today = town.clock.today()
    told = meanwhile(
        town,
        ("administrator", lambda work: settle(work, decision)),
        lambda work: (
            standing_of(work, offer),
            work.data.execute(update(Initiative).values(assured_on=today)),
        ),
        lambda work: forget_correction(work, offer),
    )
    assert [type(error) for error in told] == [Conflict]


def test_what_is_full_comes_behind_and_is_full_until_its_day(file_town: Town) -> None:
    offer = offer_of(file_town)
    until = file_town.clock.today() + timedelta(days=10)
    answered(file_town, asked_about(file_town, offer), room=OfferRoom.FULL, room_until=until)
    with file_town.work("coordinator", writes=False) as work:
        views = list_initiatives(work).offers
    fresh = [one for one in views if one.fresh]
    assert fresh[-1].id == offer
    assert (fresh[-1].room, fresh[-1].room_until) == ("full", until)
    file_town.clock.move_to(file_town.clock.now() + timedelta(days=11))
    with file_town.work("coordinator", writes=False) as work:
        (view,) = [one for one in list_initiatives(work).offers if one.id == offer]
    assert (view.room, view.room_until) == ("unknown", None)
