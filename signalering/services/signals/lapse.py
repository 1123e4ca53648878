"""Contact details that nobody opened in thirty days go; the timer's work, without any key."""

from sqlalchemy import select

from signalering.domain.audit_actions import AuditAction
from signalering.models.signals.contact import ContactDetails
from signalering.services.audit.record import record
from signalering.services.signals.details import destroy
from signalering.services.work import Work


def lapse(work: Work) -> int:
    """Destroy key and envelope of what lay too long; how many. A second run finds nothing."""
    late = work.data.scalars(
        select(ContactDetails).where(ContactDetails.lapses_on < work.clock.today())
    ).all()
    for details in late:
        destroy(work, details)
    if late:
        record(work, AuditAction.SWEEP_DONE, sweep="details_lapsed", count=len(late))
    return len(late)
