"""A resident leaves contact details with a card, or others in their place."""

from dataclasses import replace

from sqlalchemy import update

from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.public.leave import LeaveDetails
from signalering.domain.commands.signals.log import GivenContact
from signalering.domain.consent import CARD_TEXT_NOW, CONTACT_TEXT_NOW
from signalering.domain.errors import Conflict, InvalidInput
from signalering.domain.lifecycles import CardState, ResidentNews
from signalering.domain.states import ConsentWay
from signalering.domain.views.public.card import CardView
from signalering.models.cases.case import Case
from signalering.models.signals.contact import ContactCard, ContactDetails
from signalering.models.signals.signal import Signal
from signalering.services.audit.record import record
from signalering.services.keys.coverage import require_intake
from signalering.services.public.card import admitted, details_of, view_of
from signalering.services.public.exchange import exchange
from signalering.services.signals import details as envelopes
from signalering.services.signals.come_back import come_back, tell
from signalering.services.signals.contact_checks import checked_contact
from signalering.services.signals.details import (
    AFTER_NO,
    Place,
    consent_of,
    holds_details,
    way_of,
)
from signalering.services.work import Work


def leave(work: Work, command: LeaveDetails, address: str) -> CardView:
    """Seal the details to the coordinators. Whoever was waiting for them hears that they came.

    Raises InvalidInput with the field, TooOften, IntakeClosed, Conflict.
    """
    found = admitted(work, command.code, address)
    require_intake(work)
    version = CARD_TEXT_NOW if way_of(work) is ConsentWay.OWN_PAGE else CONTACT_TEXT_NOW
    given = checked_contact(replace(command.contact, text_version=version))
    if command.text_version != version:
        # A colleague's session ended meanwhile, or began, or there is a newer text.
        raise InvalidInput("agreed", "consent_text_other")
    if not command.agreed:
        raise InvalidInput("agreed", "consent_tick")
    consent = consent_of(work, version, language=command.language)
    there = details_of(work, found)
    if there is None:
        left = _first(work, found, given, consent)
        action = AuditAction.CARD_DETAILS_LEFT
    else:
        action = (
            AuditAction.CARD_DETAILS_REPLACED
            if holds_details(there) and found.state == CardState.USED
            else AuditAction.CARD_DETAILS_LEFT
        )
        news = _news_for(there)
        if news is ResidentNews.LEFT and there.news:
            # Nobody has written that no down yet: this envelope says that there was one.
            consent |= {AFTER_NO: True}
        left = exchange(work, there, given, consent, news)
        _use(work, found)
        _tell_keeper(work, left)
    record(work, action, left.id, way=way_of(work).value)
    return view_of(work, found, command.code)


def _news_for(there: ContactDetails) -> ResidentNews | None:
    """What a case's keeper is to take in. A yes that came after a no stays one, whatever else is

    typed before it is taken in.
    """
    if there.case_id is None:
        return None
    again = not holds_details(there) or there.news == ResidentNews.LEFT
    return ResidentNews.LEFT if again else ResidentNews.REPLACED


def _first(
    work: Work, found: ContactCard, given: GivenContact, consent: dict[str, object]
) -> ContactDetails:
    signal = work.data.get(Signal, found.signal_id, populate_existing=True)
    if signal is None:
        raise InvalidInput("code", "card_unknown")
    there = envelopes.details_of(work, signal)
    if there is not None:
        # The worker wrote some down too; what the resident types is what counts.
        left = exchange(work, there, given, consent, None)
    else:
        left = envelopes.put(work, Place(signal_id=signal.id), given, consent)
    used = work.data.scalar(
        update(ContactCard)
        .where(
            ContactCard.code_hash == found.code_hash,
            ContactCard.state == CardState.HANDED_OVER.value,
            ContactCard.signal_id == signal.id,
        )
        .values(state=CardState.USED.value, signal_id=None, contact_id=left.id, valid_until=None)
        .returning(ContactCard.code_hash)
        .execution_options(synchronize_session=False)
    )
    if used is None:
        raise Conflict
    come_back(work, signal)
    return left


def _use(work: Work, found: ContactCard) -> None:
    """A card that a case's keeper left behind has told what it was for."""
    work.data.execute(
        update(ContactCard)
        .where(
            ContactCard.code_hash == found.code_hash,
            ContactCard.state == CardState.HANDED_OVER.value,
        )
        .values(state=CardState.USED.value, valid_until=None)
        .execution_options(synchronize_session=False)
    )


def _tell_keeper(work: Work, left: ContactDetails) -> None:
    if left.signal_id is not None:
        come_back(work, work.data.get_one(Signal, left.signal_id, populate_existing=True))
    elif left.case_id is not None:
        tell(work, work.data.get_one(Case, left.case_id).owner_id)
