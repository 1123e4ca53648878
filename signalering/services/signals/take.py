"""A coordinator takes a signal in hand."""

from uuid import UUID

from signalering.domain.access import Permission, Subject, require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.clock import quarter_of
from signalering.domain.commands.statistics.pend import Fact
from signalering.domain.flows import signal as flow
from signalering.domain.flows.table import By
from signalering.domain.lifecycles import KeyGroup
from signalering.domain.speed import PICK_UP, class_of_days
from signalering.domain.states import ReporterStatus, SignalState, StatisticsEvent
from signalering.models.signals.signal import Signal
from signalering.services.audit.record import record
from signalering.services.sealing import is_forgotten, take_in_hand
from signalering.services.signals.details import details_of
from signalering.services.signals.finding import move, overtaken, signal_of
from signalering.services.signals.publish import publish_status
from signalering.services.signals.thread import (
    Entries,
    had_status,
    last_status,
    registered_on,
    thread_entries,
)
from signalering.services.statistics.pend import pend, take_back
from signalering.services.work import Work
from signalering.vault.kinds import RecordKey
from signalering.vault.wraps import Purpose


def take(work: Work, signal_id: UUID) -> None:
    """Take a new signal. Its deadline runs on.

    Raises Denied, NotFound, Conflict with the colleague's name when somebody was first,
    NotAllowedNow when it isn't new any more, CannotOpen.
    """
    take_up(work, signal_id)
    record(work, AuditAction.SIGNAL_TAKEN, signal_id)


def take_up(work: Work, signal_id: UUID, *, anew: bool = True) -> None:
    """The same without its audit entry: the verb that calls it writes one.

    Not `anew` where handing it back is undone: it was picked up when it was picked up.
    """
    signal = signal_of(work, signal_id)
    actor = work.by()
    require(Permission.TRIAGE, actor, Subject(owner_id=signal.owner_id), work.clock.today())
    state = SignalState(signal.state)
    if signal.owner_id is None and state in flow.OWNED:
        # Its owner's account ended while it waited for an answer: it goes on where it stands.
        move(work, signal, state, owner_id=actor.account_id)
        return
    if signal.state != SignalState.NEW:
        # Taking up what was finished asks for a reason: that is another verb.
        raise overtaken(work, signal_id)
    flow.check(SignalState.NEW, SignalState.IN_TRIAGE, By.COORDINATOR)
    move(work, signal, SignalState.IN_TRIAGE, owner_id=actor.account_id)
    begin_triage(work, signal, anew=anew)


def begin_triage(work: Work, signal: Signal, *, anew: bool = True) -> None:
    """Re-wrap what strangers sealed, tell the reporter, and count it once. Raises CannotOpen."""
    details = details_of(work, signal)
    if details is not None and not is_forgotten(work, KeyGroup.CASEWORK, details.key_id):
        take_in_hand(work, KeyGroup.CASEWORK, Purpose.CONTACT, details.key_id)
    triage = take_in_hand(work, KeyGroup.CASEWORK, Purpose.TRIAGE, signal.triage_key_id)
    thread = take_in_hand(work, KeyGroup.CASEWORK, Purpose.THREAD, signal.thread_key_id)
    entries = thread_entries(work, signal, thread)
    # One that came back kept only its month.
    signal.registered_on = registered_on(entries)
    if anew:
        _count(work, signal, triage, entries)
    publish_status(work, signal, thread, ReporterStatus.PICKED_UP)


def _count(work: Work, signal: Signal, triage: RecordKey, entries: Entries) -> None:
    """Once a signal. One that was handed back waits for who takes it then, as long as it waits."""
    event, key_id = StatisticsEvent.PICKED_UP, signal.triage_key_id
    if had_status(entries, ReporterStatus.PICKED_UP) and not (
        last_status(entries) == ReporterStatus.RECEIVED and take_back(work, key_id, triage, event)
    ):
        return
    days = work.calendar.working_days_between(signal.registered_on, work.clock.today())
    fact = Fact(
        event=event,
        registered_in=quarter_of(signal.registered_on),
        area=signal.area,
        age_band=signal.age_band,
        reporter_group=signal.reporter_group,
        days=class_of_days(PICK_UP, days),
    )
    pend(work, key_id, triage, fact)
