"""Write down that the resident knows what is kept, and which rights there are."""

from datetime import date

from signalering.domain.audit_actions import AuditAction
from signalering.domain.clock import day_of
from signalering.domain.commands.cases.inform import Inform
from signalering.domain.errors import InvalidInput
from signalering.domain.rights import INFORM_TEXTS
from signalering.domain.states import InformedWay
from signalering.models.cases.case import Case
from signalering.services.audit.record import record
from signalering.services.cases.clocks import left_in_closed
from signalering.services.cases.contact import contact_of, news_of
from signalering.services.cases.entries import (
    add_case_entry,
    case_entries,
    case_key,
    first_moment,
)
from signalering.services.cases.finding import change, kept_case
from signalering.services.cases.rights import INFORMED
from signalering.services.cases.standing import require_living
from signalering.services.work import Work
from signalering.vault.kinds import RecordKey


def inform(work: Work, command: Inform) -> None:
    """Seal way, day and version of the text; the clock stops. GDPR articles 13 and 14.

    In a closed case too. Raises NotFound, Denied, Conflict, NotAllowedNow, InvalidInput,
    CannotOpen.
    """
    case = kept_case(work, command.case_id, command.version)
    key = case_key(work, case)
    entries = case_entries(work, case, key)
    require_living(case, entries)
    if not day_of(first_moment(entries)) <= command.day <= work.clock.today():
        raise InvalidInput("day", "inform_day")
    if command.text_version not in INFORM_TEXTS:
        raise InvalidInput("text_version", "unknown_code")
    news = news_of(contact_of(work, case.id)) is not None
    due = left_in_closed(work, case, news=news, law=(None, case.request_by))
    change(work, case, inform_by=None, **due)
    write_informed(work, case, key, command.way, command.day, command.text_version)


def write_informed(
    work: Work, case: Case, key: RecordKey, way: InformedWay, day: date, text_version: str
) -> None:
    """The entry, and its own line in the audit trail. The case was changed before."""
    payload = {
        "kind": INFORMED,
        "way": way.value,
        "day": day.isoformat(),
        "text_version": text_version,
    }
    number = add_case_entry(work, case, key, payload)
    record(
        work,
        AuditAction.RESIDENT_INFORMED,
        case.id,
        entry_id=number,
        informed_way=way.value,
        text_version=text_version,
    )
