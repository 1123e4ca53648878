"""A closed case is taken up again with a reason, while it is kept."""

from datetime import timedelta

import pytest
from kit.cases import case_in, case_row, closed_case, do, events_of, told, tried, version
from kit.town import Town

from signalering.domain.commands.cases.close import CloseCase
from signalering.domain.commands.cases.reopen import ReopenCase
from signalering.domain.errors import Conflict, Denied, InvalidInput, NotAllowedNow
from signalering.domain.states import AttemptResult, CaseOutcome, CaseState
from signalering.services.cases.close import close
from signalering.services.cases.reopen import reopen


def test_any_coordinator_can_and_has_it_then(town: Town) -> None:
    case_id = closed_case(town)
    do(
        town,
        lambda w: reopen(w, ReopenCase(case_id, version(w, case_id), "asked_again")),
        "other_coordinator",
    )
    case = case_row(town, case_id)
    assert case.owner_id == town.people["other_coordinator"].account_id
    assert (case.state, case.erase_after) == (CaseState.IN_CONVERSATION, None)
    assert case.deadline_on is not None
    last = told(town, case_id)[-1]
    assert (last["from"], last["to"], last["reason"]) == (
        "closed",
        "in_conversation",
        "asked_again",
    )


def test_where_nobody_was_spoken_to_contact_is_still_sought(town: Town) -> None:
    """Else it would count as a conversation, and the first real contact never would."""
    case_id = case_in(town, CaseState.CONTACTING)
    outcome = CaseOutcome.NOT_REACHED
    do(town, lambda w: close(w, CloseCase(case_id, version(w, case_id), outcome)))
    do(town, lambda w: reopen(w, ReopenCase(case_id, version(w, case_id), "late_answer")))
    case = case_row(town, case_id)
    assert (case.state, case.deadline_kind) == (CaseState.CONTACTING, "next_attempt")
    tried(town, case_id, AttemptResult.REACHED)
    assert events_of(town, case_id).count("first_contact") == 1


@pytest.mark.parametrize("reason", ["", "because"])
def test_the_reason_is_from_the_list(file_town: Town, reason: str) -> None:
    case_id = closed_case(file_town)
    with pytest.raises(InvalidInput):
        do(file_town, lambda w: reopen(w, ReopenCase(case_id, version(w, case_id), reason)))


def test_not_when_its_time_is_over(file_town: Town) -> None:
    case_id = closed_case(file_town)
    file_town.clock.move_to(file_town.clock.now() + timedelta(days=120))
    with pytest.raises(NotAllowedNow, match="case_kept_no_longer"):
        do(
            file_town,
            lambda w: reopen(w, ReopenCase(case_id, version(w, case_id), "asked_again")),
        )


def test_only_what_is_closed_only_by_coordinators_only_once(town: Town) -> None:
    live = case_in(town, CaseState.CONTACTING)
    with town.work("coordinator") as work, pytest.raises(NotAllowedNow):
        reopen(work, ReopenCase(live, version(work, live), "asked_again"))
    case_id = closed_case(town)
    stale = case_row(town, case_id).version
    command = ReopenCase(case_id, stale, "asked_again")
    with town.work("worker") as work, pytest.raises(Denied):
        reopen(work, command)
    do(town, lambda w: reopen(w, command))
    with town.work("other_coordinator") as work, pytest.raises(Conflict) as refusal:
        reopen(work, command)
    assert refusal.value.params["owner"] == "Cor Dinator"
