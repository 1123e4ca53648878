"""Referrals that nobody answered in time; the timer's work, without any key.

The case's timeline can't be written without its key: it waits as an answer does, and the
coordinator is told that something waits.
"""

from sqlalchemy import select, update

from signalering.domain.audit_actions import AuditAction
from signalering.domain.flows import referral as flow
from signalering.domain.flows.table import By
from signalering.domain.lifecycles import ReceiverSaid
from signalering.domain.states import ReferralState
from signalering.models.cases.case import Case
from signalering.models.referrals.referral import Referral
from signalering.services.audit.record import record
from signalering.services.referrals.answers import leave
from signalering.services.referrals.links import NO_LINK, drop_share
from signalering.services.work import Work


def expire(work: Work) -> int:
    """Expire what was sent and waited past its last day, and give how many; link and package go.

    Links for attendance that are past theirs go too. A second run finds nothing.
    """
    flow.check(ReferralState.SENT, ReferralState.EXPIRED, By.SYSTEM)
    late = (
        Referral.state == ReferralState.SENT.value,
        Referral.deadline_on < work.clock.today(),
    )
    # The cases first, as everybody does who ends a link.
    cases = select(Case.id).where(Case.id.in_(select(Referral.case_id).where(*late)))
    work.data.execute(cases.order_by(Case.id).with_for_update())
    rows = work.data.scalars(
        select(Referral)
        .where(*late)
        .order_by(Referral.id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).all()
    for referral in rows:
        drop_share(work, referral)
        referral.state, referral.deadline_on = ReferralState.EXPIRED.value, None
        for column, value in NO_LINK.items():
            setattr(referral, column, value)
        work.data.flush()
        leave(work, referral, ReceiverSaid.EXPIRED)
    work.data.execute(
        update(Referral)
        .where(Referral.link_until < work.clock.today())
        .values(link_hash=None, link_until=None, version=Referral.version + 1)
        .execution_options(synchronize_session=False)
    )
    if rows:
        record(work, AuditAction.SWEEP_DONE, sweep="referrals_expired", count=len(rows))
    return len(rows)
