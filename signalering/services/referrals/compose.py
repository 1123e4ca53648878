"""What a coordinator puts a package together from; nothing is sent yet."""

from uuid import UUID

from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.referrals.send import SendReferral
from signalering.domain.errors import NotAllowedNow
from signalering.domain.states import ReferralState
from signalering.domain.views.referrals.send import ComposeView, PackageView
from signalering.services.audit.record import record
from signalering.services.cases.contact import contact_of, contact_view, kinds_of
from signalering.services.cases.entries import case_entries, case_key
from signalering.services.cases.finding import case_of
from signalering.services.referrals.advance import check_consent
from signalering.services.referrals.finding import referral_of
from signalering.services.referrals.send import FROM, package_of, previous
from signalering.services.referrals.views import kept_referral
from signalering.services.work import Work


def compose(work: Work, referral_id: UUID) -> ComposeView:
    """The details of the case, and what was written before; the trail says that they were read.

    Raises NotFound, Denied, CannotOpen, NotAllowedNow as sending does.
    """
    view = kept_referral(work, referral_id)
    if ReferralState(view.state) not in FROM:
        raise NotAllowedNow
    referral = referral_of(work, referral_id)
    case = case_of(work, referral.case_id)
    entries = case_entries(work, case, case_key(work, case))
    check_consent(work, case, entries, referral, ReferralState.SENT)
    said = previous(entries, referral_id)
    contact = contact_of(work, case.id)
    shown = None
    if contact is not None and kinds_of(contact):
        record(work, AuditAction.CONTACT_DETAILS_READ, contact.id, case_id=case.id)
        shown = contact_view(work, contact)
    return ComposeView(view, shown, said.get("text") or "", said.get("along") or "")


def preview(work: Work, command: SendReferral, view: ComposeView) -> PackageView:
    """The package as its receiver would read it. Raises NotAllowedNow, InvalidInput."""
    if view.contact is None:
        raise NotAllowedNow("details_needed")
    contact = view.contact
    details = {"phone": contact.phone, "email": contact.email, "address": contact.address}
    return package_of(work, command, details)
