"""What a resident did with the card is written into the case, where everybody reads it."""

from uuid import UUID

from signalering.domain.audit_actions import AuditAction
from signalering.domain.case_clocks import task
from signalering.domain.consent import CARD_TEXT_NOW
from signalering.domain.errors import NotAllowedNow
from signalering.domain.flows.table import By
from signalering.domain.lifecycles import KeyGroup, ResidentNews
from signalering.domain.states import CaseState, ConsentWay
from signalering.models.signals.contact import ContactDetails
from signalering.services.audit.record import record
from signalering.services.cases.clocks import deadline
from signalering.services.cases.contact import contact_of, forget_contact, news_of, open_contact
from signalering.services.cases.entries import Payload, add_case_entry, case_entries, case_key
from signalering.services.cases.finding import PERIODS, change, kept_case
from signalering.services.cases.rights import clocks, is_deceased
from signalering.services.referrals.stopping import stop_unfinished
from signalering.services.sealing import is_forgotten, take_in_hand
from signalering.services.signals.details import consent_of
from signalering.services.work import Work
from signalering.vault.wraps import Purpose


def take_news(work: Work, case_id: UUID, version: int) -> None:
    """Take new details in hand with their consent, or write down the no and end what rests on it.

    Raises NotFound, Denied, Conflict, NotAllowedNow when there is nothing new, CannotOpen.
    """
    case = kept_case(work, case_id, version)
    contact = contact_of(work, case.id)
    news = news_of(contact)
    if contact is None or news is None:
        raise NotAllowedNow
    key = case_key(work, case)
    said = _said(work, contact, news)
    no = not said["given"]
    columns = {}
    if case.state != CaseState.CLOSED:
        columns = deadline(work, case, task(work.calendar, PERIODS, work.clock.today()))
    consent = {
        "kind": "consent",
        "scope": said["scope"],
        "way": said["way"],
        "text_version": said["text_version"],
        "given": said["given"],
        "initiative": None,
        "day": said["day"],
    }
    entries = case_entries(work, case, key)
    if not is_deceased(case, entries):
        columns |= clocks(work, [*entries, (0, consent)], has_details=not no)
    change(work, case, **columns)
    add_case_entry(work, case, key, consent)
    if no:
        stop_unfinished(work, case, key, By.RESIDENT)
    if news is ResidentNews.ERASED:
        forget_contact(work, case)
    else:
        contact.news = None
        work.data.flush()
    record(work, AuditAction.RESIDENT_NEWS_TAKEN, case.id, news=news.value)


def _said(work: Work, contact: ContactDetails, news: ResidentNews) -> Payload:
    """The consent, or its end, as the envelope says. Raises CannotOpen."""
    forgotten = is_forgotten(work, KeyGroup.CASEWORK, contact.key_id)
    if forgotten and news in (ResidentNews.WITHDRAWN, ResidentNews.ERASED):
        # Said while nothing could be sealed; only on the card's page can it have been.
        return consent_of(work, CARD_TEXT_NOW, given=False) | {"way": ConsentWay.OWN_PAGE.value}
    take_in_hand(work, KeyGroup.CASEWORK, Purpose.CONTACT, contact.key_id)
    said: Payload = open_contact(work, contact)["consent"]
    return said
