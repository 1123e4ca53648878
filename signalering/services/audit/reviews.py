"""The monthly review of the trail: which months were reviewed, and by whom."""

from calendar import monthrange
from datetime import date

from sqlalchemy import func, select

from signalering.domain.access import allowed, require
from signalering.domain.audit_reviews import months_to_review
from signalering.domain.permissions import Permission
from signalering.domain.views.audit.reviews import ReviewRow, ReviewsView
from signalering.models.accounts.account import Account
from signalering.models.audit.review import AuditReview
from signalering.models.audit.segment import AuditSegment
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
    listed = sorted({*months(work), *signed}, reverse=True)
    return ReviewsView(
        tuple(_row(month, *signed.get(month, (None, ""))) for month in listed),
        may_sign=allowed(Permission.REVIEW_TRAIL, work.by(), None, work.clock.today()),
    )


def months(work: Work) -> tuple[str, ...]:
    """Those that are over and have a trail, as `2026-11`."""
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
