"""The link of a referral and the package behind it: how long they live, and how they end."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import delete, select, update

from signalering.domain.flows import referral as flow
from signalering.domain.retention import add_months
from signalering.domain.states import ReferralState
from signalering.models.keys.group import PackageShare
from signalering.models.referrals.referral import Referral
from signalering.services.retention.erase_key import bury
from signalering.services.work import Work

NO_PACKAGE: dict[str, Any] = {"package_id": None, "package": None}
NO_LINK: dict[str, Any] = {"link_hash": None, "link_until": None, **NO_PACKAGE}
# A link serves for attendance from here on.
TAKING_PART = frozenset({ReferralState.ACCEPTED, ReferralState.WAITING_LIST, ReferralState.STARTED})


def drop_share(work: Work, referral: Referral) -> None:
    """From now on nobody opens the package, link or not, and no backup brings it back."""
    if referral.package_id is not None:
        bury(work, {referral.package_id: work.clock.today()})
        work.keys.execute(
            delete(PackageShare).where(PackageShare.package_id == referral.package_id)
        )


def columns_after(work: Work, referral: Referral, to: ReferralState) -> dict[str, Any]:
    """What a move makes of link and package; the share goes at once, with whatever shows words.

    Whoever took the referral on has seen the package: from then on the link serves for attendance.
    """
    if to is ReferralState.SENT or to in flow.FINISHED:
        drop_share(work, referral)
        return dict(NO_LINK)
    if to is ReferralState.ACCEPTED:
        drop_share(work, referral)
        until = attendance_until(work) if referral.link_hash is not None else None
        return {**NO_PACKAGE, "link_until": until}
    return {}


def attendance_until(work: Work) -> date:
    """The last day of a link that is made, or begins to serve for attendance, today."""
    return add_months(work.clock.today(), work.periods.receiver_link_months)


def is_alive(work: Work, referral: Referral) -> bool:
    """Whether the link lets somebody in today. A package whose share is gone takes it along."""
    if referral.link_hash is None or referral.link_until is None:
        return False
    if referral.link_until < work.clock.today():
        return False
    if ReferralState(referral.state) is ReferralState.SENT:
        return share_of(work, referral) is not None
    return ReferralState(referral.state) in TAKING_PART


def share_of(work: Work, referral: Referral) -> bytes | None:
    """The stored half of the package's key, while consent stands."""
    if referral.package_id is None:
        return None
    return work.keys.scalar(
        select(PackageShare.share).where(PackageShare.package_id == referral.package_id)
    )


def end_links(work: Work, case_id: UUID) -> None:
    """End every link of a case whose resident took the yes back, before anybody reads of it.

    The shares went with the key of the contact details.
    """
    work.data.execute(
        update(Referral)
        .where(Referral.case_id == case_id, Referral.link_hash.is_not(None))
        .values(**NO_LINK, version=Referral.version + 1)
        .execution_options(synchronize_session=False)
    )
