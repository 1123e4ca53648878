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
from signalering.domain.commands.directory.organisation import SaveOrganisation
from signalering.domain.commands.directory.place import SavePlace
from signalering.domain.lifecycles import LinkWay
from signalering.domain.offers import OfferRoom, OfferSaid
from signalering.domain.views.directory.ask import MadeOfferLink
from signalering.models.directory.initiative import Initiative
from signalering.models.directory.standing import OfferCorrection, OfferStanding
from signalering.services.directory.answer import answer
from signalering.services.directory.ask import ask
from signalering.services.directory.organisation import save_organisation
from signalering.services.directory.place import save_place

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
    return _edit_forms(town, ids["WestlandOntmoet"]["initiative_id"]) | {
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


def organisation_of(town: Town, name: str = "Stichting Samen") -> UUID:
    """An organisation that offers something."""
    with town.committed("administrator") as work:
        return save_organisation(work, SaveOrganisation(name))


def place_of(town: Town, name: str = "Buurthuis") -> UUID:
    """A place where people meet."""
    with town.committed("administrator") as work:
        return save_place(work, SavePlace(name, city="Naaldwijk"))


def _edit_forms(town: Town, offer: UUID) -> dict[str, Form]:
    """The forms by which the directory is kept."""
    organisation, place = organisation_of(town), place_of(town)
    facts = {
        "name": f"{MARK}: de naam",
        "kind": "shared_meal",
        "area": "naaldwijk",
        "organisation_id": organisation,
        "place_id": place,
        "note": f"{MARK}: wat het is",
        "eligibility": f"{MARK}: voor wie",
        "minimum_age": "18",
        "maximum_age": "99",
        "languages": ["nl", "pl"],
        "cost": f"{MARK}: wat het kost",
        "amount": "2,50",
        "sign_up": f"{MARK}: bellen",
        "phone": "0174 123456",
        "public_address": "iedereen@initiatief.test",
        "url": "https://initiatief.test",
        "contact_address": MAILBOX,
    }
    codes = ("kind", "area", "organisation_id", "place_id", "languages")
    words = ("name", "note", "eligibility", "cost", "sign_up")
    optional = frozenset(facts) - {"name", "kind", "area"}
    several = frozenset({"languages"})
    at = {"initiative_id": offer}
    version = {"version": offer_row(town, offer).version}
    rule = {
        "freq": "monthly",
        "interval": "1",
        "days": ["di", "vr"],
        "ordinals": ["1"],
        "opens_at": "10:00",
        "closes_at": "12:00",
        "valid_from": "2026-09-01",
        "valid_to": "2027-06-30",
        "note": f"{MARK}: niet in juli",
    }
    owner = {
        "name": f"{MARK}: een stichting",
        "description": f"{MARK}: wat zij doen",
        "phone": "0174 123456",
        "email": "info@initiatief.test",
        "url": "https://initiatief.test",
    }
    spot = {
        "name": f"{MARK}: een buurthuis",
        "street": "Dorpsstraat 1",
        "postal_code": "2671 AA",
        "city": "Naaldwijk",
        "route": f"{MARK}: de bus",
        "accessibility": f"{MARK}: geen drempels",
    }
    administrator = "administrator"
    schedule = (
        rule | version,
        ("freq", "days", "ordinals", "valid_from", "valid_to", "version"),
        ("note",),
        frozenset(rule),
        frozenset({"days", "ordinals"}),
    )
    return {
        "directory.add": Form(administrator, {}, facts, codes, words, optional, several),
        "directory.edit": Form(
            administrator,
            at,
            facts | version,
            (*codes, "version"),
            words,
            optional,
            several,
        ),
        "directory.end": Form(administrator, at, version, codes=("version",)),
        "directory.schedule": Form(administrator, at | {"number": 1}, *schedule),
        "directory.schedule_new": Form(administrator, at, *schedule),
        "directory.organisation": Form(
            administrator,
            {"organisation_id": organisation},
            owner | {"version": 1},
            ("version",),
            ("name", "description"),
            frozenset(owner) - {"name"},
        ),
        "directory.organisation_new": Form(
            administrator, {}, owner, (), ("name", "description"), frozenset(owner) - {"name"}
        ),
        "directory.place": Form(
            administrator,
            {"place_id": place},
            spot | {"version": 1},
            ("version",),
            ("name", "route", "accessibility"),
            frozenset(spot) - {"name"},
        ),
        "directory.place_new": Form(
            administrator,
            {},
            spot,
            (),
            ("name", "route", "accessibility"),
            frozenset(spot) - {"name"},
        ),
        "directory.export": Form(administrator, {}, {"written_as": "json"}, codes=("written_as",)),
    }
