"""Withdraw a resident's consent: the key goes, and with it all that rests on it."""

from signalering.domain.audit_actions import AuditAction
from signalering.domain.case_clocks import task
from signalering.domain.commands.cases.withdraw_consent import WithdrawConsent
from signalering.domain.errors import InvalidInput
from signalering.domain.flows.table import By
from signalering.domain.states import CaseState, ConsentScope
from signalering.services.audit.record import record
from signalering.services.cases.clocks import deadline, left_in_closed
from signalering.services.cases.consent import WAYS, write_consent
from signalering.services.cases.consents import in_force
from signalering.services.cases.contact import (
    contact_of,
    forget_contact,
    held_contact,
    kinds_of,
    require_no_news,
)
from signalering.services.cases.entries import case_entries, case_key
from signalering.services.cases.finding import change, kept_case
from signalering.services.cases.tasks import WITH_RESIDENT, drop_tasks
from signalering.services.referrals.news import day_to_go_on, held_news
from signalering.services.referrals.stopping import stop_unfinished
from signalering.services.work import Work


def withdraw_consent(work: Work, command: WithdrawConsent, *, objects: bool = False) -> None:
    """Take a consent back. Contact: the details open for nobody from now on, unfinished referrals

    end and appointments fall away. Sharing: those to this initiative end. A closed case's too.
    Whoever `objects` need not have said yes before: GDPR article 21. Raises NotFound, Denied,
    Conflict, NotAllowedNow while a resident's own no waits, InvalidInput (nothing to withdraw, or
    not confirmed), CannotOpen.
    """
    case = kept_case(work, command.case_id, command.version)
    key = case_key(work, case)
    initiative = str(command.initiative_id) if command.initiative_id else None
    entries = case_entries(work, case, key)
    given = in_force(entries).get((command.scope.value, initiative))
    is_contact = command.scope is ConsentScope.CONTACT
    has_details = is_contact and bool(kinds_of(contact_of(work, case.id)))
    if given is None and not has_details and not objects:
        raise InvalidInput("consent", "consent_not_in_force")
    if command.way not in WAYS:
        raise InvalidInput("way", "unknown_code")
    if not command.confirmed:
        raise InvalidInput("confirmation", "confirm_by_typing")
    # What receivers said is written down with it, but for those whom it ends.
    news = [one for one in held_news(work, case) if one[1]["initiative"] != initiative]
    shares = command.scope is ConsentScope.SHARE_WITH_INITIATIVE
    columns = day_to_go_on(work, case, entries, news) if shares else {}
    if is_contact and case.state != CaseState.CLOSED:
        due = task(work.calendar, work.periods, work.clock.today())
        columns = deadline(work, case, due)
    if is_contact:
        # Nobody is left to be told.
        columns["inform_by"] = None
        # Whatever was let know goes with the details.
        columns |= left_in_closed(work, case, news=False, law=(None, case.request_by))
    change(work, case, **columns)
    number = write_consent(
        work,
        case,
        key,
        command.scope,
        command.way,
        given["text_version"] if given else "",
        initiative_id=command.initiative_id,
        given=False,
    )
    if is_contact:
        # The resident's own no may ask for more, as erasing does: it is taken in first.
        held_contact(work, case.id)
        require_no_news(work, case)
        forget_contact(work, case)
        drop_tasks(work, case, key, WITH_RESIDENT)
        stop_unfinished(work, case, key, By.OWNER)
    elif shares:
        stop_unfinished(work, case, key, By.OWNER, initiative_id=command.initiative_id)
    record(
        work,
        AuditAction.CONSENT_WITHDRAWN,
        case.id,
        entry_id=number,
        scope=command.scope.value,
        way=command.way.value,
    )
