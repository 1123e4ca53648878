"""Keep a case or a signal past its term: with a reason, and with a last day."""

from uuid import UUID, uuid4

from sqlalchemy import delete, select, update

from signalering.domain.access import Permission, require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.retention.hold import Hold
from signalering.domain.errors import InvalidInput
from signalering.domain.references import to_the_letter
from signalering.domain.retention import Erasable, held_through
from signalering.domain.views.retention.hold import HeldView
from signalering.models.cases.case import Case
from signalering.models.retention.hold import ErasureHold
from signalering.models.retention.notice import ErasureNotice
from signalering.models.signals.signal import Signal
from signalering.services.audit.record import record
from signalering.services.retention.holding import hold_of
from signalering.services.work import Work


def hold(work: Work, command: Hold) -> UUID:
    """It ends by itself with its last day; done again, the reason and the day are the new ones.

    A notice that ran is taken back: once the hold is over, or about to be, it begins anew. A
    signal of a case is kept as long as the case: holding both would tie them together. Raises
    Denied, InvalidInput on `reference`.
    """
    today = work.clock.today()
    require(Permission.HOLD, work.by(), None, today)
    object_id = _found(work, command)
    until = held_through(command.hold_for, today)
    held = work.data.scalar(
        update(ErasureHold)
        .where(ErasureHold.object_id == object_id)
        .values(reason=command.reason.value, until=until)
        .returning(ErasureHold.id)
        .execution_options(synchronize_session=False)
    )
    if held is None:
        held = uuid4()
        work.data.add(
            ErasureHold(
                id=held,
                object_kind=command.kind.value,
                object_id=object_id,
                reason=command.reason.value,
                until=until,
            )
        )
        work.data.flush()
    work.data.execute(delete(ErasureNotice).where(ErasureNotice.object_id == object_id))
    record(
        work,
        AuditAction.HOLD_SET,
        object_id,
        held=command.kind.value,
        reason=command.reason.value,
        until=until.isoformat(),
    )
    return held


def held_view(work: Work, object_id: UUID) -> HeldView | None:
    """That it is held, for its own page; None when it isn't."""
    row = hold_of(work, object_id)
    return HeldView(row.reason, row.until) if row else None


def _found(work: Work, command: Hold) -> UUID:
    """The row is held still: whoever erases it at this moment was first, or comes after."""
    reference = to_the_letter(command.reference)
    if command.kind is Erasable.CASE:
        found = work.data.scalar(
            select(Case.id).where(Case.reference == reference).with_for_update()
        )
    else:
        found = work.data.scalar(
            select(Signal.id).where(Signal.reference == reference).with_for_update()
        )
        if found is not None and work.data.get_one(Signal, found).hold_until is not None:
            raise InvalidInput("reference", "signal_kept_by_case")
    if found is None:
        raise InvalidInput("reference", "unknown_reference")
    return found
