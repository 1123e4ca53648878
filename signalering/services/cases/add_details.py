"""Contact details that come by phone, or at the door, into a case that has none."""

from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.cases.add_details import AddDetails
from signalering.domain.errors import InvalidInput, NotAllowedNow
from signalering.domain.states import CaseState, ConsentScope, ConsentWay
from signalering.services.audit.record import record
from signalering.services.cases.consent import write_consent
from signalering.services.cases.contact import held_contact, kinds_of, require_no_news
from signalering.services.cases.entries import case_entries, case_key
from signalering.services.cases.finding import change, kept_case
from signalering.services.cases.rights import clocks
from signalering.services.cases.telling import signal_of_case
from signalering.services.keys.coverage import require_intake
from signalering.services.public.exchange import exchange
from signalering.services.signals.cards import use_cards
from signalering.services.signals.contact_checks import checked_spoken
from signalering.services.signals.details import Place, consent_of, put
from signalering.services.work import Work

WAY = ConsentWay.SPOKEN_TO_COORDINATOR


def add_details(work: Work, command: AddDetails) -> None:
    """Seal them, and write the yes into the timeline; a later yes goes before an earlier no.

    From now on there is somebody who must hear of the case (GDPR article 14(3)), and cards that
    wait for details serve these. Raises NotFound, Denied, Conflict,
    NotAllowedNow (closed, or the resident wrote by card), InvalidInput, IntakeClosed, CannotOpen.
    """
    case = kept_case(work, command.case_id, command.version)
    if case.state == CaseState.CLOSED:
        raise NotAllowedNow
    require_intake(work)
    given = checked_spoken(command.contact)
    key = case_key(work, case)
    entries = case_entries(work, case, key)
    signal = signal_of_case(work, entries)
    yes = {
        "kind": "consent",
        "scope": ConsentScope.CONTACT.value,
        "given": True,
        "day": work.clock.today().isoformat(),
    }
    rights = clocks(work, [*entries, (0, yes)], has_details=True)
    change(work, case, inform_by=rights["inform_by"])
    there = held_contact(work, case.id)
    require_no_news(work, case)
    if kinds_of(there):
        raise InvalidInput("contact_name", "details_in_case")
    consent = consent_of(work, given.text_version)
    if there is not None:
        details = exchange(work, there, given, consent, None)
    else:
        details = put(work, Place(case_id=case.id), given, consent)
    if signal is not None:
        use_cards(work, signal.id, details.id)
    write_consent(work, case, key, ConsentScope.CONTACT, WAY, given.text_version)
    record(work, AuditAction.CASE_DETAILS_ADDED, case.id, way=WAY.value)
