"""The newsletter for an administrator: who gets it in numbers, and how each issue is getting on."""

from sqlalchemy import exists, func, select

from signalering.domain.access import require
from signalering.domain.lifecycles import MailState, NewsletterState, SubscriberState
from signalering.domain.permissions import Permission
from signalering.domain.views.network.issues import IssueLine, IssuesView
from signalering.models.network.newsletter import Newsletter, NewsletterMail, Subscriber
from signalering.services.network._subscribers import count_in, mails_of
from signalering.services.network.compose import drafted
from signalering.services.work import Work

SHOWN = 24


def issues(work: Work) -> IssuesView:
    """The newest ones. Raises Denied."""
    require(Permission.NEWSLETTER, work.by(), None, work.clock.today())
    rows = work.data.scalars(
        select(Newsletter)
        .where(Newsletter.state != NewsletterState.DRAFT.value)
        .order_by(Newsletter.sent_on.desc(), Newsletter.id)
        .limit(SHOWN)
    )
    return IssuesView(
        issues=tuple(line for row in rows if (line := _line(work, row)) is not None),
        has_draft=drafted(work) is not None,
        confirmed=count_in(work, SubscriberState.CONFIRMED),
        asked=count_in(work, SubscriberState.WAITING),
        sends=work.settings.mail is not None,
    )


def _line(work: Work, row: Newsletter) -> IssueLine | None:
    if row.sent_on is None:
        return None
    waiting = mails_of(work, row.id, MailState.WAITING)
    failed = mails_of(work, row.id, MailState.FAILED)
    going = row.state == NewsletterState.SENDING
    return IssueLine(
        id=row.id,
        sent_on=row.sent_on,
        going=going,
        sent=max(0, row.queued - waiting - failed),
        waiting=waiting,
        failed=failed,
        left=_left(work, row) if going else 0,
    )


def _left(work: Work, row: Newsletter) -> int:
    made = exists().where(
        NewsletterMail.newsletter_id == row.id, NewsletterMail.subscriber_id == Subscriber.id
    )
    query = select(func.count()).select_from(Subscriber)
    return work.data.scalars(
        query.where(Subscriber.state == SubscriberState.CONFIRMED.value, ~made)
    ).one()
