"""How offers stand in the demonstration: one full, one with a change, one asked, one stopped."""

from collections.abc import Callable
from datetime import timedelta

from sqlalchemy import select

from signalering.demo.stage import Stage
from signalering.domain.commands.directory.answer import AnswerOffer
from signalering.domain.commands.directory.ask import AskOffer
from signalering.domain.commands.directory.settle import SettleOffer
from signalering.domain.lifecycles import LinkWay
from signalering.domain.offers import OfferRoom, OfferRuling, OfferSaid
from signalering.models.directory.initiative import Initiative
from signalering.models.directory.standing import OfferCorrection
from signalering.services.directory.ask import ask
from signalering.services.directory.by_phone import by_phone
from signalering.services.directory.settle import settle
from signalering.services.work import Work

# What is stale in the packaged sample, and was asked about last week.
ASKED = "Buurtrestaurant Bij Mekaar"
FULL = "Vitis Welzijn: rouwgroep"
CHANGED = "De Vereeniging"
STOPPED = "Westland Cultuurweb"
MAILBOX = "aanbod@voorbeeld.invalid"


def offers(stage: Stage) -> None:
    """Calls and questions of the last weeks; what nobody asked about stays as old as it is."""

    def on(days: int, name: str, verb: Callable[[Work, Initiative], object]) -> None:
        def act() -> None:
            with stage.as_("administrator") as work:
                found = work.data.scalar(select(Initiative).where(Initiative.name == name))
                if found is not None:
                    verb(work, found)

        stage.at(stage.now.date() - timedelta(days=days), act)

    # Their hours are drawn apart: all other stories stay as they are.
    drawn = stage.random.getstate()
    # An address first, so that there is one to mail to.
    on(20, ASKED, _gets_address)
    on(19, FULL, lambda work, one: by_phone(work, one.id, _said(one, OfferRoom.FULL)))
    on(9, ASKED, lambda work, one: ask(work, AskOffer(one.id, LinkWay.PAPER)))
    on(
        8,
        CHANGED,
        lambda work, one: by_phone(work, one.id, _said(one, OfferRoom.ROOM, "Om tien uur.")),
    )
    on(7, STOPPED, lambda work, one: by_phone(work, one.id, AnswerOffer(OfferSaid.STOPPED)))
    stage.random.setstate(drawn)


def _gets_address(work: Work, one: Initiative) -> None:
    """A new address is a change too; only a confirmation would make the offer fresh."""
    day = one.assured_on
    by_phone(work, one.id, _said(one, OfferRoom.UNKNOWN, address=MAILBOX))
    waits = work.data.scalars(
        select(OfferCorrection).where(OfferCorrection.initiative_id == one.id)
    ).one()
    settle(work, SettleOffer(one.id, OfferRuling.ACCEPT, waits.id))
    # As in the sample: this scene shows what is stale.
    one.assured_on = day


def _said(one: Initiative, room: OfferRoom, note: str = "", address: str = "") -> AnswerOffer:
    return AnswerOffer(
        OfferSaid.STANDS,
        room,
        one.capacity,
        weekday=one.weekday or "",
        frequency=one.frequency or "",
        contact_address=address or one.contact_address or "",
        note=f"{one.note} {note}".strip() if note else one.note or "",
    )
