"""The organisations of the coalition, for the administrator."""

from sqlalchemy import func, select

from signalering.domain.access import require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.lifecycles import AccountState
from signalering.domain.permissions import Permission
from signalering.domain.views.partners.list import PartnerLine, PartnersView
from signalering.models.accounts.account import Account
from signalering.models.partners.partner import Partner
from signalering.services.audit.record import record
from signalering.services.naming import has
from signalering.services.partners._trained import Trained, trained_at
from signalering.services.work import Work

PAGE = 50


def list_partners(work: Work, page: int = 1, name: str = "") -> PartnersView:
    """One page by name; pages count from 1. `name` is a part of one. Raises Denied."""
    require(Permission.PARTNERS, work.by(), None, work.clock.today())
    people = (
        select(func.count())
        .where(Account.partner_id == Partner.id, Account.state == AccountState.ACTIVE)
        .scalar_subquery()
    )
    rows = work.data.execute(
        select(Partner, people)
        .where(has(Partner.name, name))
        .order_by(func.lower(Partner.name), Partner.id)
        .offset((page - 1) * PAGE)
        .limit(PAGE + 1)
    ).all()
    trained = trained_at(work, [partner.id for partner, _ in rows[:PAGE]])
    nobody = Trained()
    lines = tuple(
        PartnerLine(
            id=partner.id,
            name=partner.name,
            domain=partner.domain,
            agreement_on=partner.agreement_on,
            agreement_version=partner.agreement_version or "",
            active=partner.active,
            people=count,
            trained=trained.get(partner.id, nobody).count,
            first_until=trained.get(partner.id, nobody).first_until,
            last_until=trained.get(partner.id, nobody).last_until,
        )
        for partner, count in rows[:PAGE]
    )
    record(work, AuditAction.PARTNERS_LISTED, count=len(lines), page=page)
    return PartnersView(lines, page, len(rows) > PAGE)
