"""What is planned shows when its day has come, is silent in a pause, and ends with the case."""

from datetime import timedelta
from uuid import UUID

import pytest
from kit.cards import ADDRESS, left, with_card
from kit.cases import case_in, case_row, do, opened, told, version
from kit.tasks import moved, paused, planned, read_tasks, rows_of, says_no
from kit.town import Town

from signalering.domain.commands.cases.close import CloseCase
from signalering.domain.commands.cases.pause import PauseCase
from signalering.domain.commands.cases.reopen import ReopenCase
from signalering.domain.lifecycles import TaskKind
from signalering.domain.states import CaseOutcome, CaseState
from signalering.domain.views.cases.show import CaseView, NextStep
from signalering.services.cases.close import close
from signalering.services.cases.hand_back import hand_back
from signalering.services.cases.open import open as open_case
from signalering.services.cases.pause import pause, silenced
from signalering.services.cases.reopen import reopen
from signalering.services.cases.show import open_record
from signalering.services.cases.take import take
from signalering.services.cases.take_news import take_news
from signalering.services.public.withdraw import withdraw

K = TaskKind
OUTCOMES = (CaseOutcome.OWN_STRENGTH, CaseOutcome.MOVED, CaseOutcome.DECEASED)


def view_of(town: Town, case_id: UUID) -> CaseView:
    with town.work("coordinator") as work:
        return open_record(work, case_id)


def of_tasks(town: Town, case_id: UUID) -> list[NextStep]:
    return [step for step in view_of(town, case_id).next_steps if step.task]


def later(town: Town, days: int) -> None:
    town.clock.move_to(town.clock.now() + timedelta(days=days))


def closed(town: Town, case_id: UUID, outcome: CaseOutcome = CaseOutcome.OWN_STRENGTH) -> None:
    do(town, lambda w: close(w, CloseCase(case_id, version(w, case_id), outcome)))


def test_on_its_day_it_stands_on_top_appointments_by_their_time(file_town: Town) -> None:
    case_id = opened(file_town)
    planned(file_town, case_id, K.REMINDER, days=2)
    planned(file_town, case_id, K.TASK, days=1)
    afternoon = planned(file_town, case_id, days=2, time="15:00")
    morning = planned(file_town, case_id, days=2, time="9:15")
    planned(file_town, case_id, days=3)
    assert of_tasks(file_town, case_id) == []
    later(file_town, 2)
    steps = view_of(file_town, case_id).next_steps
    assert [step.code for step in steps[:4]] == ["appointment"] * 2 + ["task", "reminder"]
    assert [step.task.number for step in steps[:2] if step.task] == [morning, afternoon]
    assert steps[0].task is not None
    assert steps[0].task.time == "09:15"
    assert [step.overdue for step in steps[2:4]] == [True, False]
    assert steps[4].code == "attempt", "what the protocol says stays"


def test_an_appointment_that_is_over_asks_how_it_went(file_town: Town) -> None:
    case_id = opened(file_town)
    number = planned(file_town, case_id, days=0)
    later(file_town, 1)
    (step,) = of_tasks(file_town, case_id)
    assert (step.code, step.overdue) == ("appointment_late", True)
    moved(file_town, case_id, number, 4, "11:00")
    assert of_tasks(file_town, case_id) == []


def test_a_pause_silences_and_names_what_falls_in_it(file_town: Town) -> None:
    case_id = opened(file_town)
    inside = planned(file_town, case_id, days=3)
    planned(file_town, case_id, K.TASK, days=14)
    planned(file_town, case_id, K.TASK, days=15)
    far = planned(file_town, case_id, days=60)
    with file_town.work("coordinator", writes=False) as work:
        assert far not in [one.number for one in silenced(work, case_id)], "no pause is so long"
        assert len(silenced(work, case_id)) == 3
    paused(file_town, case_id, 14)
    with file_town.work("coordinator", writes=False) as work:
        found = silenced(work, case_id)
    assert [(one.number == inside, one.in_pause) for one in found] == [(True, True), (False, True)]
    later(file_town, 5)
    assert [step.code for step in view_of(file_town, case_id).next_steps] == ["paused", "inform"]
    assert [one.in_pause for one in view_of(file_town, case_id).tasks] == [True, True, False, False]
    moved(file_town, case_id, inside, 12, "10:00")
    do(file_town, lambda w: pause(w, PauseCase(case_id, version(w, case_id), None, None)))
    later(file_town, 12)
    assert [step.code for step in of_tasks(file_town, case_id)] == ["appointment", "task", "task"]


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_closing_lets_it_fall_away_with_one_line(town: Town, outcome: CaseOutcome) -> None:
    case_id = case_in(town, CaseState.IN_CONVERSATION)
    other = opened(town)
    numbers = [planned(town, case_id, kind) for kind in K]
    kept = planned(town, other)
    closed(town, case_id, outcome)
    assert rows_of(town, case_id) == []
    assert [row[0] for row in rows_of(town, other)] == [kept]
    (line,) = told(town, case_id, "tasks_dropped")
    assert line["numbers"] == numbers
    view = view_of(town, case_id)
    assert {step.code for step in view.next_steps} <= {"give_feedback", "inform"}
    assert view.tasks == ()
    (shown,) = [entry for entry in view.timeline if entry.kind == "tasks_dropped"]
    assert [one.kind for one in shown.tasks] == list(K)


def test_with_nothing_planned_closing_has_no_line_of_it(file_town: Town) -> None:
    case_id = case_in(file_town, CaseState.IN_CONVERSATION)
    closed(file_town, case_id)
    assert told(file_town, case_id, "tasks_dropped") == []


def test_what_fell_away_does_not_come_back(file_town: Town) -> None:
    case_id = case_in(file_town, CaseState.IN_CONVERSATION)
    planned(file_town, case_id)
    closed(file_town, case_id)
    do(
        file_town,
        lambda w: reopen(w, ReopenCase(case_id, version(w, case_id), "new_information")),
    )
    assert read_tasks(file_town, case_id) == ()


def test_a_no_to_contact_ends_appointments_and_leaves_the_rest(file_town: Town) -> None:
    case_id = opened(file_town)
    appointment = planned(file_town, case_id)
    task = planned(file_town, case_id, K.TASK, days=0)
    says_no(file_town, case_id)
    assert [row[0] for row in rows_of(file_town, case_id)] == [task]
    assert told(file_town, case_id, "tasks_dropped")[0]["numbers"] == [appointment]
    steps = [step.code for step in view_of(file_town, case_id).next_steps]
    assert steps == ["close_declined", "task"]


def test_a_no_by_card_ends_them_once_it_is_taken_in_and_hides_them_before(file_town: Town) -> None:
    signal_id, code = with_card(file_town, in_triage=True)
    left(file_town, code)
    case_id: UUID = do(file_town, lambda work: open_case(work, signal_id))
    planned(file_town, case_id, days=0)
    assert [step.code for step in of_tasks(file_town, case_id)] == ["appointment"]
    with file_town.committed() as work:
        withdraw(work, code, ADDRESS)
    assert of_tasks(file_town, case_id) == [], "nobody is sent to who has said no"
    do(file_town, lambda w: take_news(w, case_id, version(w, case_id)))
    assert rows_of(file_town, case_id) == []


def test_it_goes_along_with_the_case(file_town: Town) -> None:
    case_id = opened(file_town)
    number = planned(file_town, case_id)
    do(file_town, lambda w: hand_back(w, case_id, version(w, case_id)))
    do(file_town, lambda w: take(w, case_id), "other_coordinator")
    owner = file_town.people["other_coordinator"].account_id
    assert case_row(file_town, case_id).owner_id == owner
    assert [row[0] for row in rows_of(file_town, case_id)] == [number]
