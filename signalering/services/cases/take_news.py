"""What a resident did with the card is written into the case, where everybody reads it."""

from typing import Any
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
from signalering.services.cases.clocks import deadline, left_in_closed
from signalering.services.cases.consents import contact_withdrawn
from signalering.services.cases.contact import contact_of, forget_contact, news_of, open_contact
from signalering.services.cases.entries import Payload, add_case_entry, case_entries, case_key
from signalering.services.cases.finding import change, hold_case, kept_case
from signalering.services.cases.reopen import taken_up
from signalering.services.cases.rights import clocks, is_deceased
from signalering.services.cases.tasks import WITH_RESIDENT, drop_tasks
from signalering.services.referrals.stopping import stop_unfinished
from signalering.services.sealing import is_forgotten, take_in_hand
from signalering.services.signals.details import AFTER_NO, consent_of
from signalering.services.work import Work
from signalering.vault.wraps import Purpose

# A code of `reopen_reasons`.
CAME_LATE = "late_answer"


def take_news(work: Work, case_id: UUID, version: int) -> None:
    """Take new details in hand with their consent, or write down the no and end what rests on it.

    A no that a later yes lay over counts as well. A closed case is taken up again by a yes:
    somebody said that we may call, while it is kept.

    Raises NotFound, Denied, Conflict, NotAllowedNow when there is nothing new, CannotOpen.
    """
    case = kept_case(work, case_id, version)
    hold_case(work, case.id)
    contact = contact_of(work, case.id)
    news = news_of(contact)
    if contact is None or news is None:
        raise NotAllowedNow
    key = case_key(work, case)
    said = _said(work, contact, news)
    no = not said["given"]
    entries = case_entries(work, case, key)
    rights: dict[str, Any] = {}
    if not is_deceased(case, entries):
        rights = clocks(work, [*entries, (0, _consent(said))], has_details=not no)
    if case.state != CaseState.CLOSED:
        due = deadline(work, case, task(work.calendar, work.periods, work.clock.today()))
        change(work, case, **due, **rights)
    elif no:
        law = rights.get("inform_by"), rights.get("request_by")
        left = left_in_closed(work, case, news=False, law=law)
        change(work, case, **left, **rights)
    else:
        taken_up(work, case, key, CAME_LATE, owner_id=case.owner_id)
    no_before = said.get(AFTER_NO) and not contact_withdrawn(entries)
    if no_before:
        # The yes that came after it is one to be contacted, and to nothing else.
        add_case_entry(work, case, key, _consent(said | {"given": False}))
    add_case_entry(work, case, key, _consent(said))
    if no or no_before:
        drop_tasks(work, case, key, WITH_RESIDENT)
        stop_unfinished(work, case, key, By.RESIDENT)
    if news is ResidentNews.ERASED:
        forget_contact(work, case)
    else:
        contact.news = None
        work.data.flush()
    record(work, AuditAction.RESIDENT_NEWS_TAKEN, case.id, news=news.value)


def _consent(said: Payload) -> Payload:
    """As the timeline keeps it."""
    return {
        "kind": "consent",
        "scope": said["scope"],
        "way": said["way"],
        "text_version": said["text_version"],
        "given": said["given"],
        "initiative": None,
        "day": said["day"],
    }


def _said(work: Work, contact: ContactDetails, news: ResidentNews) -> Payload:
    """The consent, or its end, as the envelope says. Raises CannotOpen."""
    forgotten = is_forgotten(work, KeyGroup.CASEWORK, contact.key_id)
    if forgotten and news in (ResidentNews.WITHDRAWN, ResidentNews.ERASED):
        # Said while nothing could be sealed; only on the card's page can it have been.
        return consent_of(work, CARD_TEXT_NOW, given=False) | {"way": ConsentWay.OWN_PAGE.value}
    take_in_hand(work, KeyGroup.CASEWORK, Purpose.CONTACT, contact.key_id)
    said: Payload = open_contact(work, contact)["consent"]
    return said
