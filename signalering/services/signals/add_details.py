"""Contact details that come after the signal: told to its reporter, or to who keeps it."""

from uuid import UUID

from signalering.domain.access import Permission, Subject, allowed, require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.signals.log import GivenContact
from signalering.domain.errors import InvalidInput, NotAllowedNow
from signalering.domain.states import Hat, SignalState
from signalering.models.signals.signal import Signal
from signalering.services.audit.record import record
from signalering.services.keys.coverage import require_intake
from signalering.services.public.exchange import exchange
from signalering.services.signals.cards import use_cards
from signalering.services.signals.come_back import come_back
from signalering.services.signals.contact_checks import checked_spoken
from signalering.services.signals.details import (
    consent_of,
    details_of,
    holds_details,
    seal_details,
    way_of,
)
from signalering.services.signals.finding import signal_of
from signalering.services.signals.own import own_signal
from signalering.services.work import Work


def add_details(work: Work, signal_id: UUID, given: GivenContact) -> None:
    """Seal what the resident said yes to; the signal comes back if it was finished.

    Raises NotFound, Denied, IntakeClosed, InvalidInput, NotAllowedNow for a withdrawn signal.
    """
    signal = addressed(work, signal_id)
    require_intake(work)
    cleaned = checked_spoken(given)
    if signal.state == SignalState.WITHDRAWN:
        raise NotAllowedNow
    there = details_of(work, signal)
    if holds_details(there) and _keeps(work, signal):
        raise InvalidInput("contact_name", "details_there")
    if there is not None:
        # The newest yes counts, also after a no with a card, and the card stays good. Its reporter
        # isn't told that there were details: that the resident used a card is not theirs to know.
        consent = consent_of(work, cleaned.text_version)
        details = exchange(work, there, cleaned, consent, None)
    else:
        details = seal_details(work, signal.id, cleaned)
        use_cards(work, signal.id, details.id)
    come_back(work, signal)
    record(
        work,
        AuditAction.CONTACT_DETAILS_ADDED,
        details.id,
        signal_id=signal.id,
        way=way_of(work).value,
    )


def addressed(work: Work, signal_id: UUID) -> Signal:
    """The signal, for its keeper or its reporter. Raises NotFound, Denied."""
    if work.by().hat is Hat.COORDINATOR:
        signal = signal_of(work, signal_id)
        if _keeps(work, signal):
            return signal
    signal = own_signal(work, signal_id)
    require(
        Permission.OWN_SIGNALS,
        work.by(),
        Subject(owner_id=signal.owner_id, is_reporter=True),
        work.clock.today(),
    )
    return signal


def _keeps(work: Work, signal: Signal) -> bool:
    subject = Subject(owner_id=signal.owner_id)
    return allowed(Permission.KEEP_SIGNAL, work.by(), subject, work.clock.today())
