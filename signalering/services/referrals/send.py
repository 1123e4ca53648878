"""Ask an initiative: seal what it may read, make the link, and say so in the case."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import select

from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.referrals.send import LONGEST_ALONG, LONGEST_WISH, SendReferral
from signalering.domain.commands.signals.log import LONGEST_MOMENT, LONGEST_NAME
from signalering.domain.errors import Conflict, InvalidInput, NotAllowedNow
from signalering.domain.flows import referral as flow
from signalering.domain.flows.table import By
from signalering.domain.lifecycles import KeyGroup
from signalering.domain.states import ReferralState
from signalering.domain.text import clean_line, clean_text
from signalering.domain.views.referrals.send import MadeLink, PackageView
from signalering.models.cases.case import Case
from signalering.models.signals.contact import ContactDetails
from signalering.services.audit.record import record
from signalering.services.cases.contact import open_contact
from signalering.services.cases.entries import Payload, add_case_entry, case_entries, case_key
from signalering.services.cases.finding import case_of, change, kept_case, name_of
from signalering.services.cases.standing import require_unrestricted
from signalering.services.referrals.advance import check_consent
from signalering.services.referrals.answers import write_in
from signalering.services.referrals.finding import change_referral, referral_of
from signalering.services.referrals.links import drop_share
from signalering.services.referrals.making import fresh_link, made_link, receiver_of
from signalering.services.referrals.news import day_to_go_on, held_news
from signalering.services.referrals.packages import seal_package
from signalering.services.referrals.propose import require_no_other
from signalering.services.sealing import is_forgotten
from signalering.services.signals.details import holds_details
from signalering.services.work import Work

# From here it can be sent, or sent once more: the link of before is dead then.
FROM = frozenset({ReferralState.CONSENTED, ReferralState.SENT, ReferralState.EXPIRED})
KINDS = ("phone", "email", "address")


def send(work: Work, command: SendReferral) -> MadeLink:
    """Seal the package and make its link, which only this answer knows.

    There is no way around the consent: it is read off the sealed timeline, for this very
    initiative, and the contact details must still be there. Raises NotFound, Denied, Conflict,
    NotAllowedNow, InvalidInput, CannotOpen.
    """
    referral = referral_of(work, command.referral_id)
    case = kept_case(work, referral.case_id, case_of(work, referral.case_id).version)
    if referral.version != command.version:
        raise Conflict
    require_unrestricted(case)
    before, to = ReferralState(referral.state), ReferralState.SENT
    if before not in FROM:
        raise NotAllowedNow
    if before is not to:
        flow.check(before, to, By.OWNER)
    if before is ReferralState.EXPIRED:
        require_no_other(work, referral)
    news = held_news(work, case)
    key = case_key(work, case)
    entries = case_entries(work, case, key)
    change(work, case, **day_to_go_on(work, case, entries, news))
    contact = _held_contact(work, case)
    check_consent(work, case, entries, referral, to)
    receiver = receiver_of(command.way, command.receiver)
    package = package_of(work, command, open_contact(work, contact))
    until = work.clock.today() + timedelta(days=work.periods.referral_answer_days)
    fresh = fresh_link(until)
    write_in(work, case, key, entries)
    drop_share(work, referral)
    sealed = seal_package(work, referral, contact.key_id, fresh.secret, package)
    change_referral(work, referral, state=to.value, deadline_on=until, **fresh.columns, **sealed)
    payload = {
        "kind": "referral",
        "referral": str(referral.id),
        "initiative": str(referral.initiative_id),
        "from": before.value,
        "to": to.value,
        "sent_by": command.way.value,
        "shared": sorted(command.kinds),
        "text": package.wish,
        "along": package.along,
    }
    add_case_entry(work, case, key, payload)
    record(
        work,
        AuditAction.REFERRAL_LINK_MADE,
        referral.id,
        from_state=before.value,
        way=command.way.value,
    )
    return made_link(work, referral, fresh, command.way, receiver)


def package_of(work: Work, command: SendReferral, details: Payload) -> PackageView:
    """What the receiver will read. Raises InvalidInput."""
    name = clean_line(command.name, LONGEST_NAME, field="name")
    if not name:
        raise InvalidInput("name", "required")
    chosen = {kind: details.get(kind) or "" for kind in KINDS if kind in command.kinds}
    if command.kinds - {kind for kind, value in chosen.items() if value}:
        raise InvalidInput("kinds", "unknown_code")
    along = clean_line(command.along, LONGEST_ALONG, field="along")
    if not chosen and not along:
        raise InvalidInput("kinds", "way_to_reach_needed")
    return PackageView(
        name=name,
        **chosen,
        best_moment=clean_line(command.best_moment, LONGEST_MOMENT, field="best_moment"),
        wish=clean_text(command.wish, LONGEST_WISH, field="wish"),
        along=along,
        asked_by=name_of(work, work.by().account_id),
    )


def _held_contact(work: Work, case: Case) -> ContactDetails:
    """Held until the package hangs on its key: who takes the yes back meanwhile goes first, or

    finds the package. Raises NotAllowedNow when there are no details: a mark that they were taken
    back holds none, nor does a row whose key is forgotten.
    """
    contact = work.data.scalar(
        select(ContactDetails)
        .where(ContactDetails.case_id == case.id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    if (
        contact is None
        or not holds_details(contact)
        or is_forgotten(work, KeyGroup.CASEWORK, contact.key_id)
    ):
        raise NotAllowedNow("details_needed")
    return contact


def previous(entries: list[tuple[int, Payload]], referral_id: UUID) -> Payload:
    """What was written the last time that this referral was sent by link."""
    sent = [
        payload
        for _, payload in entries
        if payload.get("sent_by") and payload["referral"] == str(referral_id)
    ]
    return sent[-1] if sent else {}
