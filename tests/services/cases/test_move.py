"""Cases move by their table and by nothing else."""

from uuid import UUID

import pytest
from kit import trail
from kit.cases import WAY, case_in, case_row, closed_case, do, events_of, told, version
from kit.town import Town

from signalering.domain.commands.cases.move import MoveCase
from signalering.domain.errors import Conflict, Denied, NotAllowedNow
from signalering.domain.flows.case import FLOW
from signalering.domain.states import CaseState
from signalering.services.cases.move import move

S = CaseState
ALLOWED = {(edge.start, edge.end) for edge in FLOW.edges if S.CLOSED not in (edge.start, edge.end)}


def moved(town: Town, case_id: UUID, end: S) -> None:
    do(town, lambda w: move(w, MoveCase(case_id, version(w, case_id), end)))


@pytest.mark.parametrize("start", list(WAY))
def test_what_is_not_in_the_table_is_refused(file_town: Town, start: S) -> None:
    case_id = case_in(file_town, start)
    refused = [end for end in CaseState if (start, end) not in ALLOWED]
    assert refused
    for end in refused:
        with pytest.raises(NotAllowedNow):
            moved(file_town, case_id, end)
        assert case_row(file_town, case_id).state == start, end


@pytest.mark.parametrize(("start", "end"), sorted(ALLOWED))
def test_what_is_in_the_table_is_done(file_town: Town, start: S, end: S) -> None:
    case_id = case_in(file_town, start)
    moved(file_town, case_id, end)
    status = told(file_town, case_id)[-1]
    assert (status["from"], status["to"]) == (start, end)
    assert case_row(file_town, case_id).state == end


def test_nothing_leaves_closed_this_way(file_town: Town) -> None:
    case_id = closed_case(file_town)
    for end in CaseState:
        with pytest.raises(NotAllowedNow):
            moved(file_town, case_id, end)


@pytest.mark.parametrize("state", list(WAY))
def test_a_live_case_is_never_without_a_day(file_town: Town, state: CaseState) -> None:
    case = case_row(file_town, case_in(file_town, state))
    assert case.deadline_on is not None
    assert case.deadline_kind is not None


def test_the_first_conversation_counts_once_however_it_came(town: Town) -> None:
    case_id = case_in(town, S.SUPPORTED)
    do(town, lambda w: move(w, MoveCase(case_id, version(w, case_id), S.IN_CONVERSATION)))
    assert events_of(town, case_id) == ["first_contact"]


def test_a_stale_page_and_a_colleague_are_refused(town: Town) -> None:
    case_id = case_in(town, S.OPENED)
    stale = case_row(town, case_id).version
    with town.work("other_coordinator") as work, pytest.raises(Denied):
        move(work, MoveCase(case_id, stale, S.CONTACTING))
    do(town, lambda w: move(w, MoveCase(case_id, stale, S.CONTACTING)))
    with town.work("coordinator") as work, pytest.raises(Conflict):
        move(work, MoveCase(case_id, stale, S.IN_CONVERSATION))


def test_it_is_accounted_for_once(file_town: Town) -> None:
    case_in(file_town, S.CONTACTING)
    (entry,) = trail.entries(file_town, "case_moved")
    assert entry["details"] == {"from_state": "opened", "to_state": "contacting"}
