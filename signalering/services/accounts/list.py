"""Everybody who has an account, for the administrator; no word of a resident is near."""

from sqlalchemy import func, or_, select

from signalering.domain.access import require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.permissions import Permission
from signalering.domain.states import Hat
from signalering.domain.views.accounts.list import AccountLine, AccountsView
from signalering.models.accounts.account import Account
from signalering.models.partners.partner import Partner
from signalering.models.training.certificate import Certificate
from signalering.services.accounts.invite import waits_for_link
from signalering.services.audit.record import record
from signalering.services.naming import has
from signalering.services.signals.late import late_triage
from signalering.services.work import Work

PAGE = 50


def list_accounts(work: Work, page: int = 1, name: str = "") -> AccountsView:
    """One page by name; pages count from 1.

    `name` is a part of a name or of an address. Raises Denied.
    """
    require(Permission.ACCOUNTS, work.by(), None, work.clock.today())
    until = (
        select(func.max(Certificate.valid_until))
        .where(Certificate.account_id == Account.id)
        .scalar_subquery()
    )
    rows = work.data.execute(
        select(Account, Partner.name, until)
        .outerjoin(Partner, Partner.id == Account.partner_id)
        .where(or_(*(has(column, name) for column in (Account.name, Account.email))))
        .order_by(func.lower(Account.name), Account.id)
        .offset((page - 1) * PAGE)
        .limit(PAGE + 1)
    ).all()
    today = work.clock.today()
    lines = []
    for account, partner, trained_until in rows[:PAGE]:
        hats = tuple(row.hat for row in account.hats)
        shut = trained_until is None or today > trained_until + work.periods.training_grace
        lines.append(
            AccountLine(
                id=account.id,
                name=account.name,
                email=account.email,
                hats=hats,
                partner=partner or "",
                state=account.state,
                trained_until=trained_until,
                training_lapsed=Hat.FRONTLINE in hats and shut,
                waits_for_link=waits_for_link(work, account),
            )
        )
    record(work, AuditAction.ACCOUNTS_LISTED, count=len(lines), page=page)
    return AccountsView(tuple(lines), page, len(rows) > PAGE, late_triage(work))
