"""End every unfinished referral of a case, because consent is gone or the resident is."""

from uuid import UUID

from sqlalchemy import select

from signalering.domain.flows import referral as flow
from signalering.domain.flows.table import By
from signalering.domain.states import ReferralState, StopReason
from signalering.models.cases.case import Case
from signalering.models.referrals.referral import Referral
from signalering.services.cases.entries import add_case_entry, case_entries
from signalering.services.referrals.answers import write_in
from signalering.services.referrals.finding import change_referral
from signalering.services.referrals.links import NO_LINK, drop_share
from signalering.services.work import Work
from signalering.vault.kinds import RecordKey


def stop_unfinished(
    work: Work,
    case: Case,
    key: RecordKey,
    by: By,
    *,
    initiative_id: UUID | None = None,
    reason: StopReason = StopReason.CONSENT_WITHDRAWN,
) -> int:
    """Revoke what has not started, stop what has; link and package go. Gives how many.

    What receivers answered before is taken in first.

    With `initiative_id` only those to this initiative. The caller has changed the case's row.
    Raises Conflict.
    """
    write_in(work, case, key, case_entries(work, case, key))
    query = select(Referral).where(Referral.case_id == case.id).order_by(Referral.id)
    if initiative_id is not None:
        query = query.where(Referral.initiative_id == initiative_id)
    stopped = 0
    for referral in work.data.scalars(query).all():
        end = flow.after_withdrawal(ReferralState(referral.state))
        if end is not None:
            given = reason if end[1] is not None else None
            _stop(work, case, key, referral, end[0], by, given)
            stopped += 1
    return stopped


def _stop(
    work: Work,
    case: Case,
    key: RecordKey,
    referral: Referral,
    end: ReferralState,
    by: By,
    reason: StopReason | None,
) -> None:
    before = ReferralState(referral.state)
    flow.check(before, end, by, reason.value if reason else None)
    drop_share(work, referral)
    change_referral(
        work,
        referral,
        state=end.value,
        stop_reason=reason.value if reason else None,
        deadline_on=None,
        **NO_LINK,
    )
    payload = {
        "kind": "referral",
        "referral": str(referral.id),
        "initiative": str(referral.initiative_id),
        "from": before.value,
        "to": end.value,
        "reason": reason.value if reason else None,
    }
    add_case_entry(work, case, key, payload)
