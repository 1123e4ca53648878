"""How many of a partner's own reporters are trained, for its own program."""

from sqlalchemy import func, select

from signalering.domain.api import ApiScope
from signalering.domain.audit_actions import AuditAction
from signalering.domain.views.api.caller import Caller
from signalering.domain.views.api.workers import WorkerCounts
from signalering.services.api._workers import workers_of
from signalering.services.audit.record import record
from signalering.services.partners._trained import Trained, trained_at
from signalering.services.work import Work


def worker_counts(work: Work, caller: Caller) -> WorkerCounts:
    """As the administrator sees them on the partner's page. Raises Denied."""
    caller.require(ApiScope.TRAINING)
    accounts = workers_of(caller.partner_id).subquery()
    all_of_them = work.data.scalar(select(func.count()).select_from(accounts)) or 0
    found = trained_at(work, [caller.partner_id]).get(caller.partner_id, Trained())
    record(
        work,
        AuditAction.API_TRAINING_READ,
        caller.client_id,
        partner_id=caller.partner_id,
        count=all_of_them,
    )
    return WorkerCounts(all_of_them, found.count, found.first_until, found.last_until)
