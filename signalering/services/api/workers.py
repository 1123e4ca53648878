"""Who of a partner's own reporters is trained, for its own program."""

from sqlalchemy import func, select

from signalering.domain.api import ApiScope
from signalering.domain.audit_actions import AuditAction
from signalering.domain.views.api.caller import Caller
from signalering.domain.views.api.workers import WorkerLine, WorkersView
from signalering.models.accounts.account import Account
from signalering.services.api._workers import workers_of
from signalering.services.audit.record import record
from signalering.services.work import Work

PAGE = 100


def workers(work: Work, caller: Caller, page: int) -> WorkersView:
    """One page by address; pages count from 1. Raises Denied."""
    caller.require(ApiScope.WORKERS)
    found = workers_of(caller.partner_id)
    total = work.data.scalar(select(func.count()).select_from(found.subquery())) or 0
    rows = work.data.execute(
        found.order_by(Account.email).offset((page - 1) * PAGE).limit(PAGE)
    ).all()
    record(
        work,
        AuditAction.API_TRAINING_READ,
        caller.client_id,
        partner_id=caller.partner_id,
        count=len(rows),
        page=page,
    )
    lines = tuple(WorkerLine(row.email, row.valid_until) for row in rows)
    return WorkersView(lines, total, page, page * PAGE < total)
