"""Put a name under a month of the trail."""

from signalering.domain.access import require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.audit.sign_review import SignReview
from signalering.domain.errors import InvalidInput
from signalering.domain.permissions import Permission
from signalering.models.audit.review import AuditReview
from signalering.services.accounts.throttle import insert_of
from signalering.services.audit.record import record
from signalering.services.audit.reviews import months
from signalering.services.work import Work


def sign_review(work: Work, command: SignReview) -> None:
    """Put one's name under a month, once.

    Raises Denied, InvalidInput for a month that is not over, has no trail or has a name already.
    """
    require(Permission.REVIEW_TRAIL, work.by(), None, work.clock.today())
    if command.month not in months(work):
        raise InvalidInput("month", "no_month_to_review")
    first = insert_of(work, AuditReview).values(
        month=command.month,
        outcome=command.outcome.value,
        signed_by=work.by().account_id,
        signed_on=work.clock.today(),
    )
    if work.data.scalar(first.on_conflict_do_nothing().returning(AuditReview.month)) is None:
        raise InvalidInput("month", "month_reviewed")
    record(work, AuditAction.AUDIT_REVIEWED, month=command.month, ending=command.outcome.value)
