"""A maintainer answers by the link: once, for the answer uses it up."""

from datetime import date
from uuid import UUID, uuid4

from sqlalchemy import delete

from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.directory.answer import AnswerOffer
from signalering.domain.errors import InvalidInput, NotFound
from signalering.domain.offers import (
    FREQUENCIES,
    LONGEST_ADDRESS,
    LONGEST_NOTE,
    LONGEST_ROOM,
    MOST_PLACES,
    WEEKDAYS,
    OfferRoom,
    OfferSaid,
)
from signalering.domain.text import clean_line, clean_text
from signalering.models.directory.initiative import Initiative
from signalering.models.directory.standing import OfferCorrection, OfferStanding
from signalering.services.accounts.invite import address_of
from signalering.services.audit.record import record
from signalering.services.directory.confirm import admitted
from signalering.services.directory.links import end_link, end_mail, use_link
from signalering.services.directory.standings import standing_of
from signalering.services.work import Work

# What an administrator looks at before it stands in the directory.
WAITING = ("weekday", "frequency", "contact_address", "note")
ALLOWED = {"weekday": WEEKDAYS, "frequency": FREQUENCIES}


def answer(work: Work, token: str, command: AnswerOffer, address: str) -> None:
    """Take it in. Of two who answer at once one is right.

    Raises NotFound, TooOften, InvalidInput.
    """
    offer = admitted(work, token, address)
    # In the order in which all others take the rows of an offer: standing, mail, link.
    standing_of(work, offer.id)
    end_mail(work, offer.id)
    if use_link(work, token) is None:
        raise NotFound("offer_link_gone")
    take_in(work, offer, command, "link")


def take_in(work: Work, offer: Initiative, command: AnswerOffer, way: str) -> None:
    """Room and the day hold at once, changes wait; one that says it stopped is not proposed.

    Raises InvalidInput.
    """
    standing = standing_of(work, offer.id)
    today = work.clock.today()
    corrected = False
    if command.said is OfferSaid.STOPPED:
        standing.stopped_on = today
    else:
        wanted = _wanted(command)
        _make_room(offer, standing, command, today)
        offer.assured_on, standing.stopped_on = today, None
        corrected = _correct(work, offer, wanted, today)
    standing.asked_on, standing.asks, standing.answered_on = None, 0, today
    work.data.flush()
    end_link(work, offer.id)
    record(
        work,
        AuditAction.OFFER_ANSWERED,
        offer.id,
        said=command.said.value,
        room=command.room.value if command.room and command.said is OfferSaid.STANDS else "",
        corrected="yes" if corrected else "no",
        way=way,
    )


def _make_room(
    offer: Initiative, standing: OfferStanding, command: AnswerOffer, today: date
) -> None:
    if command.room is None:
        raise InvalidInput("room", "required")
    until = command.room_until
    if until is not None and not today <= until <= today + LONGEST_ROOM:
        raise InvalidInput("room_until", "offer_room_until")
    if command.places is not None and not 0 <= command.places <= MOST_PLACES:
        raise InvalidInput("places", "offer_places")
    standing.room, standing.room_said_on = command.room.value, today
    standing.room_until = None if command.room is OfferRoom.UNKNOWN else until
    if command.room is OfferRoom.ROOM:
        offer.capacity = command.places


def _wanted(command: AnswerOffer) -> dict[str, str | None]:
    """How the offer would stand. Raises InvalidInput."""
    wanted: dict[str, str | None] = {}
    for name, codes in ALLOWED.items():
        code = getattr(command, name)
        if code and code not in codes:
            raise InvalidInput(name, "unknown_code")
        wanted[name] = code or None
    line = clean_line(command.contact_address, LONGEST_ADDRESS, field="contact_address")
    try:
        wanted["contact_address"] = address_of(line) if line else None
    except InvalidInput as error:
        raise InvalidInput("contact_address", error.code) from None
    wanted["note"] = clean_text(command.note, LONGEST_NOTE, field="note") or None
    return wanted


def _correct(work: Work, offer: Initiative, wanted: dict[str, str | None], today: date) -> bool:
    """Let it wait, in the place of an older one; whether there is anything to change."""
    if all((getattr(offer, name) or None) == value for name, value in wanted.items()):
        return False
    forget_correction(work, offer.id)
    work.data.add(OfferCorrection(id=uuid4(), initiative_id=offer.id, said_on=today, **wanted))
    work.data.flush()
    return True


def forget_correction(work: Work, initiative_id: UUID) -> None:
    """The change that waits, if one does, is not wanted any more."""
    work.data.execute(delete(OfferCorrection).where(OfferCorrection.initiative_id == initiative_id))
