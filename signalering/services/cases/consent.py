"""Record a resident's consent in a case."""

import re
from uuid import UUID

from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.cases.consent import RecordConsent
from signalering.domain.errors import InvalidInput, NotAllowedNow
from signalering.domain.states import CaseState, ConsentScope, ConsentWay
from signalering.models.cases.case import Case
from signalering.models.directory.initiative import Initiative
from signalering.services.audit.record import record
from signalering.services.cases.consents import contact_withdrawn
from signalering.services.cases.contact import require_same_yes
from signalering.services.cases.entries import add_case_entry, case_entries, case_key
from signalering.services.cases.finding import change, kept_case
from signalering.services.cases.standing import require_unrestricted
from signalering.services.work import Work
from signalering.vault.kinds import RecordKey

# The card's own page is the resident's; a coordinator can't speak for it.
WAYS: tuple[ConsentWay, ...] = (
    ConsentWay.SPOKEN_TO_COORDINATOR,
    ConsentWay.SPOKEN_TO_WORKER,
    ConsentWay.WRITTEN,
)
_VERSION = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]{0,31}")


def consent(work: Work, command: RecordConsent) -> None:
    """Write down scope, way, version of the text and day of a yes.

    Whoever wants no contact any more is asked nothing else, and what a resident did with the card
    comes first. Raises NotFound, Denied, Conflict, NotAllowedNow, InvalidInput, CannotOpen.
    """
    case = kept_case(work, command.case_id, command.version)
    if case.state == CaseState.CLOSED:
        raise NotAllowedNow
    if command.scope is ConsentScope.SHARE_WITH_INITIATIVE:
        require_unrestricted(case)
    _check_initiative(work, command)
    check_way(command.way, command.text_version)
    require_same_yes(work, case)
    key = case_key(work, case)
    rests_on_contact = command.scope is not ConsentScope.CONTACT
    if rests_on_contact and contact_withdrawn(case_entries(work, case, key)):
        raise NotAllowedNow("contact_withdrawn")
    change(work, case)
    number = write_consent(
        work,
        case,
        key,
        command.scope,
        command.way,
        command.text_version,
        initiative_id=command.initiative_id,
    )
    record(
        work,
        AuditAction.CONSENT_RECORDED,
        case.id,
        entry_id=number,
        scope=command.scope.value,
        way=command.way.value,
        text_version=command.text_version,
    )


def check_way(way: ConsentWay | None, text_version: str) -> ConsentWay:
    """The way, if a coordinator can write it down and says which text was read out.

    Raises InvalidInput.
    """
    if way is None:
        raise InvalidInput("way", "required")
    if way not in WAYS:
        raise InvalidInput("way", "unknown_code")
    if not _VERSION.fullmatch(text_version):
        raise InvalidInput("text_version", "required")
    return way


def write_consent(
    work: Work,
    case: Case,
    key: RecordKey,
    scope: ConsentScope,
    way: ConsentWay,
    text_version: str,
    *,
    initiative_id: UUID | None = None,
    given: bool = True,
) -> int:
    """The entry of a yes, or of a yes taken back; gives its number. The case was changed before."""
    payload = {
        "kind": "consent",
        "scope": scope.value,
        "way": way.value,
        "text_version": text_version,
        "given": given,
        "initiative": str(initiative_id) if initiative_id else None,
        "day": work.clock.today().isoformat(),
    }
    return add_case_entry(work, case, key, payload)


def _check_initiative(work: Work, command: RecordConsent) -> None:
    shares = command.scope is ConsentScope.SHARE_WITH_INITIATIVE
    if not shares and command.initiative_id is not None:
        raise InvalidInput("initiative", "reason_not_asked")
    if shares and (
        command.initiative_id is None or work.data.get(Initiative, command.initiative_id) is None
    ):
        raise InvalidInput("initiative", "required")
