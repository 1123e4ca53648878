"""Record a measure of loneliness, or that there is none."""

from uuid import UUID

from signalering.domain.audit_actions import AuditAction
from signalering.domain.case_clocks import Due, follow_up, task
from signalering.domain.clock import day_of
from signalering.domain.commands.cases.measure import RecordMeasure
from signalering.domain.errors import InvalidInput, NotAllowedNow
from signalering.domain.flows.case import CONVERSING
from signalering.domain.lifecycles import CaseDeadline
from signalering.domain.measures import MOST_DIRECT, Response, Score, score
from signalering.domain.moments import START, Moment
from signalering.domain.states import CaseState, ConsentScope
from signalering.domain.views.cases.measure import MeasureView
from signalering.domain.wording_file import Wording
from signalering.models.cases.case import Case
from signalering.services.audit.record import record
from signalering.services.cases.changes import count_change
from signalering.services.cases.clocks import deadline
from signalering.services.cases.consents import is_given
from signalering.services.cases.contact import require_same_yes
from signalering.services.cases.entries import (
    Entries,
    Payload,
    add_case_entry,
    case_entries,
    case_key,
    first_moment,
)
from signalering.services.cases.finding import case_of, change, kept_case
from signalering.services.cases.head import head_of, kept_head
from signalering.services.cases.measured import KIND, left, measured
from signalering.services.cases.standing import require_unrestricted
from signalering.services.cases.wording import questions
from signalering.services.work import Work


def measure(work: Work, command: RecordMeasure) -> None:
    """Seal the answers with their points, or why there are none.

    Answers need the resident's consent to be measured; nobody can pass over that. Raises NotFound,
    Denied, Conflict, NotAllowedNow, InvalidInput, CannotOpen.
    """
    case = kept_case(work, command.case_id, command.version)
    if case.state not in CONVERSING:
        raise NotAllowedNow
    require_unrestricted(case)
    key = case_key(work, case)
    entries = case_entries(work, case, key)
    _check_moment(work, entries, command)
    answered = command.response is Response.ANSWERED
    if answered:
        require_same_yes(work, case)
    if answered and not is_given(entries, ConsentScope.MEASURE):
        raise InvalidInput("response", "consent_needed")
    payload = _payload(command, _score(work, command) if answered else Score(), answered)
    due = None if command.corrects else _due(work, case, command.months)
    change(work, case, **(deadline(work, case, due) if due else {}))
    number = add_case_entry(work, case, key, payload)
    count_change(work, case, key, entries, case_entries(work, case, key))
    record(work, AuditAction.MEASURE_RECORDED, case.id, entry_id=number, moment=str(command.months))


def measuring(work: Work, case_id: UUID, corrects: int | None = None) -> MeasureView:
    """What the page needs of a case that the actor keeps; reading it is written down.

    Raises NotFound, Denied, NotAllowedNow (nobody is measured now, or no such entry), CannotOpen.
    """
    kept_head(work, case_id)
    case = case_of(work, case_id)
    if case.state not in CONVERSING:
        raise NotAllowedNow
    require_unrestricted(case)
    entries = case_entries(work, case, case_key(work, case))
    corrected = next((one for one in measured(entries).values() if one.number == corrects), None)
    if corrects is not None and corrected is None:
        raise NotAllowedNow
    record(work, AuditAction.CASE_READ, case.id)
    return MeasureView(
        head=head_of(work, case),
        questions=questions(work),
        moments=(Moment(corrected.months),) if corrected else left(work, entries),
        has_consent=is_given(entries, ConsentScope.MEASURE),
        today=work.clock.today(),
        corrected=corrected,
    )


def _check_moment(work: Work, entries: Entries, command: RecordMeasure) -> None:
    if not day_of(first_moment(entries)) <= command.day <= work.clock.today():
        raise InvalidInput("day", "measure_day")
    if command.corrects is not None:
        earlier = measured(entries).get(command.months)
        if earlier is None or earlier.number != command.corrects:
            raise InvalidInput("moment", "unknown_code")
        return
    moments = {moment.months: moment for moment in left(work, entries)}
    if command.months not in moments:
        raise InvalidInput("moment", "unknown_code")
    # A no may be said at any time.
    if not moments[command.months].is_open and command.response is not Response.REFUSED:
        raise InvalidInput("moment", "measure_too_early")


def _score(work: Work, command: RecordMeasure) -> Score:
    """The points; without any answer there is nothing to keep."""
    if command.direct is not None and not 0 <= command.direct <= MOST_DIRECT:
        raise InvalidInput("direct", "unknown_code")
    wording = questions(work).wording
    if set(command.answers) - _ids(wording):
        raise InvalidInput("response", "other_wording")
    if command.direct is None and not command.answers:
        raise InvalidInput("response", "no_answers")
    return score(wording.items, command.answers) if wording and command.answers else Score()


def _ids(wording: Wording | None) -> set[str]:
    return {item.id for item in wording.items} if wording else set()


def _payload(command: RecordMeasure, points: Score, answered: bool) -> Payload:
    payload: Payload = {
        "kind": KIND,
        "months": command.months,
        "day": command.day.isoformat(),
        "response": command.response.value,
        "direct": command.direct if answered else None,
        "answers": {one: said.value for one, said in command.answers.items()} if answered else {},
        "score": {"emotional": points.emotional, "social": points.social, "total": points.total},
    }
    return payload | ({"corrects": command.corrects} if command.corrects is not None else {})


def _due(work: Work, case: Case, months: int) -> Due | None:
    """What falls due once the measure that the case waited for is there."""
    if months == START:
        return None
    if case.state == CaseState.AFTERCARE:
        return task(work.calendar, work.periods, work.clock.today())
    if case.deadline_kind == CaseDeadline.MEASURE:
        return follow_up(work.calendar, work.periods, work.clock.today(), later=True)
    return None
