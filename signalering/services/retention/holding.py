"""Whether something keeps a case or a signal from being erased."""

from datetime import date
from uuid import UUID

from sqlalchemy import select

from signalering.models.cases.case import Case
from signalering.models.retention.hold import ErasureHold
from signalering.services.work import Work


def hold_of(work: Work, object_id: UUID) -> ErasureHold | None:
    """The hold that runs on it, of which today is no later than the last day."""
    return work.data.scalar(
        select(ErasureHold).where(
            ErasureHold.object_id == object_id, ErasureHold.until >= work.clock.today()
        )
    )


def is_held(work: Work, case: Case, today: date) -> bool:
    """A hold that runs, or a restriction that its resident asked for (GDPR article 18(1))."""
    if case.restricted or (case.hold_until is not None and case.hold_until >= today):
        return True
    return hold_of(work, case.id) is not None
