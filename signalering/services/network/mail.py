"""The outbox for the administrator: what waits, what failed and why."""

from sqlalchemy import and_, case, func, not_, select

from signalering.domain.access import require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.lifecycles import MailKind, MailState
from signalering.domain.permissions import Permission
from signalering.domain.views.network.mail import MailLine, MailView
from signalering.models.accounts.account import Account
from signalering.models.network.outbox import OutboxMail
from signalering.services.audit.record import record
from signalering.services.work import Work

PAGE = 50
# Who gets these is nobody's affair as long as nothing is to be mended.
UNTOLD = (MailKind.SIGNAL_NEWS.value, MailKind.DIGEST.value)
# To whom these go is never shown; how an issue is getting on stands on a page of its own.
TO_SUBSCRIBERS = (MailKind.NEWSLETTER.value, MailKind.NEWSLETTER_CONFIRM.value)


def mail(work: Work, page: int = 1) -> MailView:
    """One page; pages count from 1. Raises Denied.

    News of signals and digests are only counted until a try failed. The demonstration, where
    nobody reported anything, lists them too.
    """
    require(Permission.MAIL, work.by(), None, work.clock.today())
    demonstration = work.settings.demonstration
    unsent = and_(OutboxMail.kind.in_(TO_SUBSCRIBERS), OutboxMail.tries == 0)
    untold = and_(OutboxMail.kind.in_(UNTOLD), OutboxMail.tries == 0)
    query = select(OutboxMail, Account).outerjoin(Account, Account.id == OutboxMail.account_id)
    rows = work.data.execute(
        (query if demonstration else query.where(not_(untold), not_(unsent)))
        .order_by(
            case((OutboxMail.state == MailState.FAILED.value, 0), else_=1),
            OutboxMail.due_at,
            OutboxMail.id,
        )
        .offset((page - 1) * PAGE)
        .limit(PAGE + 1)
    ).all()
    lines = tuple(_line(row, account) for row, account in rows[:PAGE])
    news = work.data.scalar(select(func.count()).select_from(OutboxMail).where(untold)) or 0
    record(work, AuditAction.MAIL_LISTED, count=len(lines), page=page)
    return MailView(
        lines=lines,
        news=0 if demonstration else news,
        sends=work.settings.mail is not None,
        demonstration=demonstration,
        page=page,
        has_next=len(rows) > PAGE,
    )


def failed_count(work: Work) -> int:
    """How many mails wait for an administrator to look at them."""
    query = select(func.count()).select_from(OutboxMail)
    return work.data.scalar(query.where(OutboxMail.state == MailState.FAILED.value)) or 0


def _line(row: OutboxMail, account: Account | None) -> MailLine:
    return MailLine(
        id=row.id,
        kind=row.kind,
        name=account.name if account else "",
        address=account.email if account else row.address or "",
        failed=row.state == MailState.FAILED,
        tries=row.tries,
        due_at=row.due_at,
        fault=row.fault or "",
    )
