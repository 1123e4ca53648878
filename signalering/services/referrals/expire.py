"""Referrals that nobody answered in time; the timer's work, without any key.

The case's timeline can't be written without its key: the referral's own state says it.
"""

from sqlalchemy import delete, update

from signalering.domain.audit_actions import AuditAction
from signalering.domain.flows import referral as flow
from signalering.domain.flows.table import By
from signalering.domain.states import ReferralState
from signalering.models.keys.group import PackageShare
from signalering.models.referrals.referral import Referral
from signalering.services.audit.record import record
from signalering.services.work import Work


def expire(work: Work) -> int:
    """Expire what was sent and waited past its last day, and give how many; link and package go.

    A second run finds nothing.
    """
    flow.check(ReferralState.SENT, ReferralState.EXPIRED, By.SYSTEM)
    late = (
        Referral.state == ReferralState.SENT.value,
        Referral.deadline_on < work.clock.today(),
    )
    packages = list(
        work.data.scalars(
            update(Referral)
            .where(*late)
            .values(
                state=ReferralState.EXPIRED.value,
                deadline_on=None,
                link_hash=None,
                link_until=None,
                package=None,
                version=Referral.version + 1,
            )
            .returning(Referral.package_id)
            .execution_options(synchronize_session=False)
        )
    )
    shares = [package for package in packages if package is not None]
    if shares:
        work.keys.execute(delete(PackageShare).where(PackageShare.package_id.in_(shares)))
        work.data.execute(
            update(Referral)
            .where(Referral.package_id.in_(shares))
            .values(package_id=None)
            .execution_options(synchronize_session=False)
        )
    if packages:
        record(work, AuditAction.SWEEP_DONE, sweep="referrals_expired", count=len(packages))
    return len(packages)
