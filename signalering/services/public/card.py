"""Find what a card's code is good for. It opens nothing: it shows kinds and days.

One answer for wrong, used up and lapsed. Tries are limited together, and by the address they come
from, under a key of the day that nobody has tomorrow; neither address nor key is kept.
"""

from sqlalchemy import or_, select

from signalering.domain.audit_actions import AuditAction
from signalering.domain.card_codes import normalised
from signalering.domain.errors import InvalidInput
from signalering.domain.lifecycles import CardState
from signalering.domain.states import ConsentWay
from signalering.domain.throttles import Tried
from signalering.domain.views.public.card import CardView
from signalering.models.cases.case import Case
from signalering.models.signals.contact import ContactCard, ContactDetails
from signalering.models.signals.signal import Signal
from signalering.services.accounts import throttle
from signalering.services.audit.record import record
from signalering.services.cases.contact import kinds_of
from signalering.services.public.visitors import visitor_of
from signalering.services.signals.cards import code_hash
from signalering.services.signals.details import holds_details, way_of
from signalering.services.work import Work


def card(work: Work, typed: str, address: str) -> CardView:
    """What this code shows. Raises InvalidInput on `code`, TooOften.

    The try is claimed and committed before anything is looked up.
    """
    found = admitted(work, typed, address)
    record(work, AuditAction.CARD_LOOKED_UP)
    return view_of(work, found, typed)


def admitted(work: Work, typed: str, address: str) -> ContactCard:
    """The card of this code, once it is this visitor's turn, held until the work is done.

    Raises InvalidInput, TooOften.
    """
    if way_of(work) is not ConsentWay.SPOKEN_TO_COORDINATOR:
        # Whoever is logged in in another hat acts for no resident: it is the resident's own page.
        work.actor = None
    # A typing error is told without a look at the cards: it costs no try.
    code = normalised(typed)
    key = visitor_of(work, address)
    throttle.claim(work, Tried.CARD, key)
    seen = find(work, code)
    if seen is not None:
        throttle.give_back(work, Tried.CARD, key)
        _hold_place(work, seen)
    found = find(work, code, hold=True)
    if found is None:
        raise InvalidInput("code", "card_unknown")
    return found


def find(work: Work, code: str, *, hold: bool = False) -> ContactCard | None:
    """The card, if this code is good for anything today: one look by a keyed hash."""
    query = (
        select(ContactCard)
        .where(
            ContactCard.code_hash == code_hash(work, code),
            ContactCard.state.in_([CardState.HANDED_OVER.value, CardState.USED.value]),
            or_(
                ContactCard.valid_until.is_(None),
                ContactCard.valid_until >= work.clock.today(),
            ),
        )
        .execution_options(populate_existing=True)
    )
    return work.data.scalar(query.with_for_update() if hold else query)


def _hold_place(work: Work, seen: ContactCard) -> None:
    """Before the card, as everybody does who works there: nobody waits for one another.

    A case is held against being erased alone: whoever writes in it goes on.
    """
    place = select(ContactDetails.signal_id, ContactDetails.case_id)
    at = work.data.execute(place.where(ContactDetails.id == seen.contact_id)).one_or_none()
    signal_id = seen.signal_id or (at.signal_id if at else None)
    case_id = at.case_id if at else None
    work.data.execute(select(Signal.id).where(Signal.id == signal_id).with_for_update())
    held = select(Case.id).where(Case.id == case_id)
    work.data.execute(held.with_for_update(read=True, key_share=True))


def view_of(work: Work, found: ContactCard, code: str) -> CardView:
    """What the card's owner may know, as things stand by now."""
    work.data.refresh(found)
    # One that was left behind for somebody who wasn't reached shows nothing of what is known: who
    # found it may be anybody.
    details = details_of(work, found) if found.state == CardState.USED else None
    return CardView(
        code=code,
        kinds=kinds_of(details),
        until=details.lapses_on if details is not None and holds_details(details) else None,
        taken_back=details is not None and not holds_details(details),
        spoken=way_of(work) is not ConsentWay.OWN_PAGE,
    )


def details_of(work: Work, found: ContactCard) -> ContactDetails | None:
    """What was left with this card, wherever it lies now."""
    if found.contact_id is None:
        return None
    return work.data.get(ContactDetails, found.contact_id, populate_existing=True)
