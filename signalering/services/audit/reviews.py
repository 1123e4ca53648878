"""The monthly review of the trail: which months were reviewed, and a name under one."""

from calendar import monthrange
from datetime import date

from sqlalchemy import func, select

from signalering.domain.access import require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.audit_reviews import months_to_review
from signalering.domain.commands.audit.reviews import SignReview
from signalering.domain.errors import InvalidInput
from signalering.domain.permissions import Permission
from signalering.domain.views.audit.reviews import ReviewRow, ReviewsView
from signalering.models.accounts.account import Account
from signalering.models.audit.review import AuditReview
from signalering.models.audit.segment import AuditSegment
from signalering.services.accounts.throttle import insert_of
from signalering.services.audit.record import record
from signalering.services.work import Work


def reviews(work: Work) -> ReviewsView:
    """Every month that is over, since the trail began. Raises Denied.

    A month whose trail was erased when its years were over stays, with the name under it.
    """
    require(Permission.AUDIT_TRAIL, work.by(), None, work.clock.today())
    signed = {
        row.month: (row, name or "")
        for row, name in work.data.execute(
            select(AuditReview, Account.name).outerjoin(
                Account, Account.id == AuditReview.signed_by
            )
        )
    }
    months = sorted({*_months(work), *signed}, reverse=True)
    return ReviewsView(tuple(_row(month, *signed.get(month, (None, ""))) for month in months))


def sign(work: Work, command: SignReview) -> None:
    """Put one's name under a month, once.

    Raises Denied, InvalidInput for a month that is not over, has no trail or has a name already.
    """
    require(Permission.AUDIT_TRAIL, work.by(), None, work.clock.today())
    if command.month not in _months(work):
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


def _months(work: Work) -> tuple[str, ...]:
    first = work.data.scalar(select(func.min(AuditSegment.opened_in)))
    return tuple(months_to_review(first, work.clock.today())) if first else ()


def _row(month: str, review: AuditReview | None, signed_by: str) -> ReviewRow:
    first = date(int(month[:4]), int(month[5:]), 1)
    return ReviewRow(
        month=month,
        first_day=first,
        last_day=first.replace(day=monthrange(first.year, first.month)[1]),
        outcome=review.outcome if review else "",
        signed_by=signed_by,
        signed_on=review.signed_on if review else None,
    )
