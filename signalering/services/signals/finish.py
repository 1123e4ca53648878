"""End the triage of a signal: what closing and opening a case have in common."""

from uuid import UUID

from signalering.domain.access import Permission, Subject, require
from signalering.domain.flows import signal as flow
from signalering.domain.flows.table import By
from signalering.domain.states import (
    FeedbackLine,
    NotSuitableReason,
    SignalEnding,
    SignalState,
)
from signalering.models.signals.signal import Signal
from signalering.services.signals.cards import blur_days
from signalering.services.signals.finding import move
from signalering.services.signals.publish import publish_status
from signalering.services.signals.thread import thread_key
from signalering.services.signals.triage import add_triage_entry, signed, triage_key
from signalering.services.work import Work


def finish(
    work: Work,
    signal: Signal,
    ending: SignalEnding,
    reason: NotSuitableReason | None = None,
    line: FeedbackLine | None = None,
    duplicate_of: UUID | None = None,
) -> None:
    """Close a signal that the actor has in triage; the true ending is sealed.

    No owner and no day stay in clear, of the registration only its month. Writes no audit entry:
    the verb that calls it does. Raises Denied, NotAllowedNow, InvalidInput, Conflict, CannotOpen.
    """
    subject = Subject(owner_id=signal.owner_id)
    require(Permission.KEEP_SIGNAL, work.by(), subject, work.clock.today())
    flow.check(SignalState(signal.state), SignalState.CLOSED, By.OWNER, ending.value)
    flow.check_ending(ending, reason)
    if line is not None:
        # No consent to tell the reporter more is known at this stage.
        flow.check_feedback(line, resident_agreed=False)
    # A case's deadlines run from days of the work: a clear day here would tell whose they are.
    month = signal.registered_on.replace(day=1)
    move(
        work,
        signal,
        SignalState.CLOSED,
        owner_id=None,
        deadline_on=None,
        deadline_kind=None,
        registered_on=month,
    )
    blur_days(work, signal.id)
    payload = {
        "kind": "ending",
        "ending": ending.value,
        "reason": reason.value if reason else None,
        "duplicate_of": str(duplicate_of) if duplicate_of else None,
    }
    add_triage_entry(work, signal, triage_key(work, signal), signed(work, payload))
    status = flow.reporter_status(SignalState.CLOSED, ending)
    publish_status(work, signal, thread_key(work, signal), status, line)
