"""A new link for attendance; the old one is dead. It shows nothing of the resident."""

from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.referrals.renew import RenewLink
from signalering.domain.errors import Conflict, NotAllowedNow
from signalering.domain.states import ReferralState
from signalering.domain.views.referrals.send import MadeLink
from signalering.services.audit.record import record
from signalering.services.cases.consents import contact_withdrawn
from signalering.services.cases.contact import require_same_yes
from signalering.services.cases.entries import case_entries, case_key
from signalering.services.cases.finding import case_of, hold_case, kept_case
from signalering.services.cases.standing import require_unrestricted
from signalering.services.referrals.finding import change_referral, referral_of
from signalering.services.referrals.links import TAKING_PART, attendance_until
from signalering.services.referrals.making import fresh_link, made_link, receiver_of
from signalering.services.work import Work


def renew(work: Work, command: RenewLink) -> MadeLink:
    """Six months more, for a receiver that took the referral on.

    Raises NotFound, Denied, Conflict, NotAllowedNow, InvalidInput, CannotOpen.
    """
    referral = referral_of(work, command.referral_id)
    case = kept_case(work, referral.case_id, case_of(work, referral.case_id).version)
    if referral.version != command.version:
        raise Conflict
    require_unrestricted(case)
    state = ReferralState(referral.state)
    if state not in TAKING_PART:
        raise NotAllowedNow
    hold_case(work, case.id)
    require_same_yes(work, case)
    if contact_withdrawn(case_entries(work, case, case_key(work, case))):
        raise NotAllowedNow("contact_withdrawn")
    receiver = receiver_of(command.way, command.receiver)
    fresh = fresh_link(attendance_until(work))
    change_referral(work, referral, **fresh.columns)
    record(
        work,
        AuditAction.REFERRAL_LINK_MADE,
        referral.id,
        from_state=state.value,
        way=command.way.value,
    )
    return made_link(work, referral, fresh, command.way, receiver)
