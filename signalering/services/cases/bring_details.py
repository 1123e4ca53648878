"""Details came to a signal that has a case: they go where the work is done."""

from uuid import UUID

from sqlalchemy import update

from signalering.domain.access import Permission, Subject, require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.errors import NotAllowedNow, NotFound
from signalering.domain.lifecycles import KeyGroup, ResidentNews
from signalering.domain.states import SignalEnding
from signalering.models.cases.case import Case
from signalering.models.signals.contact import ContactCard
from signalering.services.audit.record import record
from signalering.services.cases.clocks import wake
from signalering.services.cases.contact import (
    contact_of,
    forget_contact,
    kinds_of,
    require_same_yes,
)
from signalering.services.cases.finding import hold_case
from signalering.services.referrals.links import end_links
from signalering.services.sealing import is_forgotten, move_packages, take_in_hand
from signalering.services.signals.come_back import tell
from signalering.services.signals.details import details_of, holds_details
from signalering.services.signals.finding import signal_of
from signalering.services.signals.finish import finish
from signalering.services.signals.reopen import living_case
from signalering.services.work import Work
from signalering.vault.wraps import Purpose


def bring_details(work: Work, signal_id: UUID) -> UUID:
    """Finish the signal again, and lay its envelope into its case; gives the case's id.

    The case's keeper takes it in there, with the consent. What the case had is destroyed: the
    newest word counts. Links of running referrals go on under new details, and end with a no.
    Raises NotFound, Denied, NotAllowedNow (also while the case has news that nobody has taken in:
    it may hold a no), Conflict, CannotOpen.
    """
    signal = signal_of(work, signal_id)
    require(Permission.KEEP_SIGNAL, work.by(), Subject(signal.owner_id), work.clock.today())
    case_id = living_case(work, signal)
    details = details_of(work, signal)
    if case_id is None or details is None:
        raise NotAllowedNow
    if is_forgotten(work, KeyGroup.CASEWORK, details.key_id):
        raise NotFound
    case = work.data.get_one(Case, case_id)
    finish(work, signal, SignalEnding.CASE_OPENED)
    hold_case(work, case.id)
    require_same_yes(work, case)
    had = contact_of(work, case.id)
    take_in_hand(work, KeyGroup.CASEWORK, Purpose.CONTACT, details.key_id)
    news = ResidentNews(details.news) if details.news else ResidentNews.LEFT
    if had is not None:
        # The resident's card goes with the newest word; with the old one it would be worth nothing.
        work.data.execute(
            update(ContactCard)
            .where(ContactCard.contact_id == had.id)
            .values(contact_id=details.id)
            .execution_options(synchronize_session=False)
        )
        if holds_details(details):
            move_packages(work, had.key_id, details.key_id)
        replaces = bool(kinds_of(had)) and news is ResidentNews.LEFT
        forget_contact(work, case)
        news = ResidentNews.REPLACED if replaces else news
    details.signal_id, details.case_id = None, case.id
    details.left_on = details.lapses_on = None
    details.news = news.value
    work.data.flush()
    wake(work, case.id)
    # One that its keeper left behind is good for its days, whatever comes meanwhile.
    work.data.execute(
        update(ContactCard)
        .where(ContactCard.signal_id == signal.id)
        .values(signal_id=None, contact_id=details.id, valid_until=None)
        .execution_options(synchronize_session=False)
    )
    if not holds_details(details):
        end_links(work, case.id)
    record(work, AuditAction.CONTACT_DETAILS_MOVED, details.id, case_id=case.id)
    tell(work, case.owner_id)
    return case.id
