"""What the clear columns of a case say: for lists' details and pages that read no words."""

from uuid import UUID

from signalering.domain.access import Permission, Subject, require
from signalering.domain.flows import case as flow
from signalering.domain.flows.table import By
from signalering.domain.states import CaseOutcome, CaseState
from signalering.domain.views.cases.show import CaseHead
from signalering.models.cases.case import Case
from signalering.services.cases.finding import case_of, name_of
from signalering.services.cases.unfinished import is_unfinished
from signalering.services.work import Work


def kept_head(work: Work, case_id: UUID) -> CaseHead:
    """The head of a case that the actor keeps; opens nothing. Raises Denied, NotFound."""
    case = case_of(work, case_id)
    subject = Subject(owner_id=case.owner_id)
    require(Permission.KEEP_CASE, work.by(), subject, work.clock.today())
    return head_of(work, case)


def head_of(work: Work, case: Case) -> CaseHead:
    """The head of a row at hand, and what the actor may do with it."""
    state = CaseState(case.state)
    today = work.clock.today()
    is_own = work.by().keeps(case.owner_id)
    closed = state is CaseState.CLOSED
    kept = case.erase_after is None or case.erase_after >= today
    rests = case.paused_until is not None and case.paused_until >= today
    return CaseHead(
        id=case.id,
        reference=case.reference,
        version=case.version,
        state=state.value,
        owner=name_of(work, case.owner_id),
        is_own=is_own,
        covered=work.by().stands_in(case.owner_id),
        conversing=state in flow.CONVERSING,
        deadline_on=case.deadline_on,
        deadline_kind=case.deadline_kind,
        paused_until=case.paused_until if rests else None,
        pause_reason=case.pause_reason if rests else None,
        erase_after=case.erase_after,
        moves=_moves(state) if is_own and not case.restricted else (),
        outcomes=_outcomes(state) if is_own else (),
        may_take=case.owner_id is None and (not closed or is_unfinished(work, case)),
        may_reopen=closed and kept,
    )


def _moves(state: CaseState) -> tuple[str, ...]:
    if state is CaseState.CLOSED:
        return ()
    return tuple(s.value for s in flow.moves(state, By.OWNER) if s is not CaseState.CLOSED)


def _outcomes(state: CaseState) -> tuple[str, ...]:
    return tuple(outcome.value for outcome in CaseOutcome if outcome in flow.OUTCOMES[state])
