"""The archive of the newsletter, for everybody."""

from sqlalchemy import select

from signalering.domain.lifecycles import NewsletterState
from signalering.domain.views.network.newsletters import ArchiveView, IssueHead
from signalering.models.network.newsletter import Newsletter
from signalering.services.work import Work

PAGE = 50


def newsletters(work: Work, page: int = 1) -> ArchiveView:
    """One page of every issue that was sent, newest first; pages count from 1."""
    rows = work.data.execute(
        select(Newsletter.id, Newsletter.sent_on)
        .where(Newsletter.state != NewsletterState.DRAFT.value)
        .order_by(Newsletter.sent_on.desc(), Newsletter.id)
        .offset((page - 1) * PAGE)
        .limit(PAGE + 1)
    ).all()
    heads = tuple(IssueHead(row.id, row.sent_on) for row in rows if row.sent_on is not None)
    return ArchiveView(heads[:PAGE], page, len(rows) > PAGE)
