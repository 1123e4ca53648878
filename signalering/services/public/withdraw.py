"""A resident takes back the yes: from this moment nobody opens the details."""

from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.signals.log import GivenContact
from signalering.domain.consent import CARD_TEXT_NOW
from signalering.domain.errors import InvalidInput
from signalering.domain.lifecycles import ResidentNews
from signalering.domain.views.public.card import CardView
from signalering.models.cases.case import Case
from signalering.models.signals.contact import ContactCard
from signalering.models.signals.signal import Signal
from signalering.services.audit.record import record
from signalering.services.public.card import admitted, details_of, view_of
from signalering.services.public.exchange import exchange
from signalering.services.referrals.links import end_links
from signalering.services.signals.come_back import tell
from signalering.services.signals.details import consent_of, holds_details, way_of
from signalering.services.work import Work


def withdraw(work: Work, code: str, address: str) -> CardView:
    """Destroy key and details, and every package; the coordinators are told. The card stays good

    for another yes. Raises InvalidInput, TooOften, IntakeClosed.
    """
    found = admitted(work, code, address)
    take_back(work, found, ResidentNews.WITHDRAWN)
    return view_of(work, found, code)


def take_back(work: Work, found: ContactCard, news: ResidentNews) -> None:
    """Lay an empty envelope where the details lay, and tell who keeps the signal or the case."""
    there = details_of(work, found)
    erasing = news is ResidentNews.ERASED
    if there is None:
        if erasing:
            _tell_of_card(work, found)
            return
        raise InvalidInput("code", "card_unknown")
    if not (holds_details(there) or erasing):
        return
    no = consent_of(work, CARD_TEXT_NOW, given=False)
    mark = exchange(work, there, GivenContact(), no, news)
    action = AuditAction.CARD_DETAILS_ERASED if erasing else AuditAction.CARD_CONSENT_WITHDRAWN
    if mark.signal_id is not None:
        tell(work, work.data.get_one(Signal, mark.signal_id).owner_id)
    elif mark.case_id is not None:
        end_links(work, mark.case_id)
        tell(work, work.data.get_one(Case, mark.case_id).owner_id)
    record(work, action, mark.id, way=way_of(work).value)


def _tell_of_card(work: Work, found: ContactCard) -> None:
    """Nothing was left with it yet: whoever waits for it need wait no longer."""
    signal = work.data.get(Signal, found.signal_id, populate_existing=True)
    tell(work, signal.owner_id if signal is not None else None)
    record(work, AuditAction.CARD_DETAILS_ERASED, way=way_of(work).value)
