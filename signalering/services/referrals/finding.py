"""Finding a referral's row, and changing it without overtaking anybody."""

from typing import Any
from uuid import UUID

from sqlalchemy import update

from signalering.domain.errors import Conflict, NotFound
from signalering.models.referrals.referral import Referral
from signalering.services.work import Work


def referral_of(work: Work, referral_id: UUID) -> Referral:
    """The row; who may see it is its case's affair. Raises NotFound."""
    referral = work.data.get(Referral, referral_id, populate_existing=True)
    if referral is None:
        raise NotFound
    return referral


def change_referral(work: Work, referral: Referral, **values: Any) -> None:
    """One UPDATE of the row that was read, after its case's. Raises Conflict."""
    changed = work.data.scalar(
        update(Referral)
        .where(Referral.id == referral.id, Referral.version == referral.version)
        .values(version=referral.version + 1, **values)
        .returning(Referral.id)
        .execution_options(synchronize_session=False)
    )
    if changed is None:
        raise Conflict
    work.data.refresh(referral)
