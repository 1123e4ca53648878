"""Signals whose reporter or resident did not answer in time; the timer's work, without any key."""

from sqlalchemy import update

from signalering.domain.audit_actions import AuditAction
from signalering.domain.flows import signal as flow
from signalering.domain.flows.table import By
from signalering.domain.states import SignalState
from signalering.models.signals.signal import Signal
from signalering.services.audit.record import record
from signalering.services.signals.due import NO_DEADLINE
from signalering.services.work import Work

WAITING = (SignalState.QUESTION_ASKED, SignalState.AWAITING_RESIDENT)


def expire(work: Work) -> int:
    """Expire what waited past its last day, and give how many. A second run finds nothing."""
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
