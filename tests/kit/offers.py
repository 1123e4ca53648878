"""Offers for tests: asked by link, and what their maintainers answer."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select

from kit.cases import do, initiative
from kit.form import MARK, Form
from kit.story import remembered
from kit.town import Town
from signalering.domain.commands.directory.answer import AnswerOffer
from signalering.domain.commands.directory.ask import AskOffer
from signalering.domain.lifecycles import LinkWay
from signalering.domain.offers import OfferRoom, OfferSaid
from signalering.domain.views.directory.ask import MadeOfferLink
from signalering.models.directory.initiative import Initiative
from signalering.models.directory.standing import OfferCorrection, OfferStanding
from signalering.services.directory.answer import answer
from signalering.services.directory.ask import ask

# Documentation's own: nobody's address.
VISITOR = "203.0.113.80"
MAILBOX = "groep@initiatief.test"


@remembered
def offer_of(town: Town, name: str = "Vitis Welzijn: maatjes", **columns: Any) -> UUID:
    """An offer of the sample that can be written to, with these columns."""
    initiative_id = initiative(town, name)
    with town.committed() as work:
        row = work.data.get_one(Initiative, initiative_id)
        row.contact_address = MAILBOX
        for column, value in columns.items():
            setattr(row, column, value)
    return initiative_id


@remembered
def asked_about(
    town: Town, initiative_id: UUID, key: str = "administrator", way: LinkWay = LinkWay.PAPER
) -> MadeOfferLink:
    """The link of this offer, made now."""
    link: MadeOfferLink = do(town, lambda work: ask(work, AskOffer(initiative_id, way)), key)
    return link


def as_it_stands(town: Town, initiative_id: UUID, **changes: Any) -> AnswerOffer:
    """A yes that changes nothing but what is given."""
    row = offer_row(town, initiative_id)
    values: dict[str, Any] = {
        "said": OfferSaid.STANDS,
        "room": OfferRoom.ROOM,
        "places": row.capacity,
        "weekday": row.weekday or "",
        "frequency": row.frequency or "",
        "contact_address": row.contact_address or "",
        "note": row.note or "",
    }
    return AnswerOffer(**values | changes)


@remembered
def answered(town: Town, link: MadeOfferLink, **changes: Any) -> None:
    """The maintainer answers by the link."""
    command = as_it_stands(town, link.initiative_id, **changes)
    with town.committed() as work:
        answer(work, link.token, command, VISITOR)


def offer_row(town: Town, initiative_id: UUID) -> Initiative:
    """The row as it stands in the database."""
    with town.work(writes=False) as work:
        row = work.data.get_one(Initiative, initiative_id)
        work.data.expunge_all()
        return row


def standing_row(town: Town, initiative_id: UUID) -> OfferStanding | None:
    """What is known beside it."""
    with town.work(writes=False) as work:
        row = work.data.get(OfferStanding, initiative_id)
        work.data.expunge_all()
        return row


def correction_row(town: Town, initiative_id: UUID) -> OfferCorrection | None:
    """The change that waits."""
    with town.work(writes=False) as work:
        row = work.data.scalar(
            select(OfferCorrection).where(OfferCorrection.initiative_id == initiative_id)
        )
        work.data.expunge_all()
        return row


def offer_forms(town: Town) -> dict[str, Form]:
    """The forms about an offer, each as it would be carried out."""
    ids = {
        name: {"initiative_id": offer_of(town, name)}
        for name in ("WestlandOntmoet", "De Vereeniging", "Westland Cultuurweb")
    }
    to_settle = ids["De Vereeniging"]["initiative_id"]
    answered(town, asked_about(town, to_settle), note="Elke week om tien uur.")
    waiting = correction_row(town, to_settle)
    assert waiting is not None
    link = asked_about(town, ids["Westland Cultuurweb"]["initiative_id"])
    said = {
        "said": "stands",
        "room": "room",
        "places": "4",
        "room_until": date(2026, 12, 31).isoformat(),
        "weekday": "ma",
        "frequency": "weekly",
        "contact_address": "groep@initiatief.test",
        "note": f"{MARK}: een zin",
    }
    codes = ("said", "room", "places", "room_until", "weekday", "frequency")
    optional = frozenset(said) - {"said", "room"}
    words = ("contact_address", "note")
    return {
        "directory.ask": Form(
            "administrator", ids["WestlandOntmoet"], {"step": "paper"}, codes=("step",)
        ),
        "directory.by_phone": Form(
            "coordinator", ids["WestlandOntmoet"], said, codes, words, optional
        ),
        "directory.settle": Form(
            "administrator",
            ids["De Vereeniging"],
            {"ruling": "accept", "correction": waiting.id},
            codes=("ruling", "correction"),
        ),
        "directory.confirm": Form("nobody", {"token": link.token}),
        "directory.answer": Form("nobody", {"token": link.token}, said, codes, words, optional),
    }
