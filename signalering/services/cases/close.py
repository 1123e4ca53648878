"""Close a case with an outcome that fits where it stands."""

from signalering.domain.audit_actions import AuditAction
from signalering.domain.case_clocks import end_of_month
from signalering.domain.commands.cases.close import CloseCase
from signalering.domain.flows import case as flow
from signalering.domain.flows.table import By
from signalering.domain.retention import FIRST_VALUES, kept_until, kind_of_case
from signalering.domain.states import CaseOutcome, CaseState, StatisticsEvent, StopReason
from signalering.services.audit.record import record
from signalering.services.cases.changes import count_none
from signalering.services.cases.clocks import NO_CLOCK
from signalering.services.cases.consents import contact_withdrawn
from signalering.services.cases.entries import add_case_entry, case_entries, case_key
from signalering.services.cases.facts import count
from signalering.services.cases.finding import change, kept_case
from signalering.services.cases.measured import is_settled
from signalering.services.referrals.stopping import stop_unfinished
from signalering.services.work import Work


def close(work: Work, command: CloseCase) -> None:
    """Seal the outcome, stop the clocks, and say from which month's end the case may be erased.

    Aftercare ends with its measure, or with a word on why there is none. A death stops every
    referral at once. In the audit trail no outcome stands: that is a word about the resident.
    Raises NotFound, Denied, Conflict, NotAllowedNow, InvalidInput, CannotOpen.
    """
    case = kept_case(work, command.case_id, command.version)
    flow.check(CaseState(case.state), CaseState.CLOSED, By.OWNER, command.outcome.value)
    key = case_key(work, case)
    entries = case_entries(work, case, key)
    settled = is_settled(entries) or contact_withdrawn(entries)
    flow.check_measured(CaseState(case.state), command.outcome, settled)
    kept = kept_until(FIRST_VALUES[kind_of_case(command.outcome)], work.clock.today())
    died = command.outcome is CaseOutcome.DECEASED
    change(
        work,
        case,
        state=CaseState.CLOSED.value,
        erase_after=end_of_month(kept),
        **NO_CLOCK,
        # The duty to tell and to answer goes on after the end, but for a death.
        **({"inform_by": None, "request_by": None} if died else {}),
    )
    add_case_entry(work, case, key, {"kind": "outcome", "outcome": command.outcome.value})
    if died:
        stop_unfinished(work, case, key, By.OWNER, reason=StopReason.OTHER)
    count(work, case, key, entries, StatisticsEvent.CLOSED, outcome=command.outcome)
    count_none(work, case, key, entries, command.outcome)
    record(work, AuditAction.CASE_CLOSED, case.id)
