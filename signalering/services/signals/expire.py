"""Signals whose reporter or resident did not answer in time; the timer's work, without any key."""

from sqlalchemy import or_, select, update

from signalering.domain.audit_actions import AuditAction
from signalering.domain.flows import signal as flow
from signalering.domain.flows.table import By
from signalering.domain.states import SignalState
from signalering.models.signals.contact import ContactDetails
from signalering.models.signals.signal import Signal
from signalering.services.audit.record import record
from signalering.services.signals.due import NO_DEADLINE, fresh_deadline
from signalering.services.work import Work

WAITING = (SignalState.QUESTION_ASKED, SignalState.AWAITING_RESIDENT)


def expire(work: Work) -> int:
    """Expire what waited past its last day, and give how many. A second run finds nothing.

    What a resident left details at meanwhile goes on instead: somebody said yes to being called.
    """
    _go_on(work)
    for state in WAITING:
        flow.check(state, SignalState.EXPIRED, By.SYSTEM)
    expired = work.data.scalars(
        update(Signal)
        .where(
            Signal.state.in_([state.value for state in WAITING]),
            Signal.deadline_on < work.clock.today(),
        )
        .values(state=SignalState.EXPIRED.value, owner_id=None, **NO_DEADLINE)
        .returning(Signal.id)
        .execution_options(synchronize_session=False)
    ).all()
    if expired:
        record(work, AuditAction.SWEEP_DONE, sweep="signals_expired", count=len(expired))
    return len(expired)


def _go_on(work: Work) -> None:
    asked, triage = SignalState.QUESTION_ASKED, SignalState.IN_TRIAGE
    flow.check(asked, triage, By.SYSTEM)
    # With nobody who keeps it, it goes on to the queue.
    flow.check(triage, SignalState.NEW, By.SYSTEM)
    held = select(ContactDetails.signal_id).where(
        ContactDetails.signal_id.is_not(None),
        or_(ContactDetails.has_phone, ContactDetails.has_email, ContactDetails.has_address),
    )
    for kept, end in ((Signal.owner_id.is_not(None), triage), (None, SignalState.NEW)):
        late = [Signal.state == asked.value, Signal.deadline_on < work.clock.today()]
        which = late if kept is None else [*late, kept]
        gone_on = work.data.scalars(
            update(Signal)
            .where(*which, Signal.id.in_(held))
            .values(state=end.value, **fresh_deadline(work))
            .returning(Signal.id)
            .execution_options(synchronize_session=False)
        ).all()
        if gone_on:
            record(work, AuditAction.SWEEP_DONE, sweep="signals_resumed", count=len(gone_on))
