"""Moving: a following entry takes its place with the same words, and the row goes along."""

from datetime import timedelta

import pytest
from kit import trail
from kit.cards import ADDRESS, case_with_card
from kit.cases import case_row, do, opened, told
from kit.rights import restricted
from kit.tasks import SAID, finished, moved, paused, planned, read_tasks, rows_of
from kit.town import Town

from signalering.domain.commands.cases.move_task import MoveTask
from signalering.domain.errors import Denied, InvalidInput, NotAllowedNow, NotFound
from signalering.domain.lifecycles import TaskKind
from signalering.services.cases.move_task import move_task
from signalering.services.public.withdraw import withdraw

K = TaskKind


def test_the_words_stay_and_day_and_time_are_new(town: Town) -> None:
    case_id = opened(town)
    number = planned(town, case_id, days=3, who="de buurvrouw", bring="de folder")
    before = told(town, case_id)
    new = moved(town, case_id, number, 10, "9:15", "de bus reed niet")
    day = town.clock.today() + timedelta(days=10)
    assert rows_of(town, case_id) == [(new, "appointment", day)]
    *earlier, entry = told(town, case_id)
    assert earlier == before
    assert (entry["replaces"], entry["why"]) == (number, "de bus reed niet")
    (view,) = read_tasks(town, case_id)
    assert (view.number, view.due_on, view.time) == (new, day, "09:15")
    assert (view.who, view.bring) == ("de buurvrouw", "de folder")
    assert view.place == SAID[K.APPOINTMENT]["place"]
    (said,) = trail.entries(town, "task_moved")
    assert said["details"] == {"entry_id": str(new)}


def test_an_appointment_needs_its_time_a_task_does_not(file_town: Town) -> None:
    case_id = opened(file_town)
    appointment, task = planned(file_town, case_id), planned(file_town, case_id, K.TASK)
    with pytest.raises(InvalidInput) as refusal:
        moved(file_town, case_id, appointment, 8)
    assert (refusal.value.field, refusal.value.code) == ("time", "required")
    moved(file_town, case_id, task, 8)


@pytest.mark.parametrize(
    ("days", "code"), [(-1, "day_in_the_past"), (400, "day_too_far"), (5, "day_in_pause")]
)
def test_days_are_checked_as_when_it_was_planned(file_town: Town, days: int, code: str) -> None:
    case_id = opened(file_town)
    number = planned(file_town, case_id, days=2)
    paused(file_town, case_id, 6)
    with pytest.raises(InvalidInput) as refusal:
        moved(file_town, case_id, number, days, "10:00")
    assert (refusal.value.field, refusal.value.code) == ("due_on", code)
    assert [row[0] for row in rows_of(file_town, case_id)] == [number]
    assert moved(file_town, case_id, number, 7, "10:00"), "out of the pause"


def test_what_is_done_is_not_moved(file_town: Town) -> None:
    case_id = opened(file_town)
    number = planned(file_town, case_id, K.TASK)
    finished(file_town, case_id, number)
    with pytest.raises(NotFound):
        moved(file_town, case_id, number, 8)


def test_only_its_keeper(file_town: Town) -> None:
    case_id = opened(file_town)
    number = planned(file_town, case_id)
    day = file_town.clock.today()
    command = MoveTask(case_id, case_row(file_town, case_id).version, number, day, "10:00")
    for key in ("other_coordinator", "worker", "privacy_officer"):
        with pytest.raises(Denied):
            do(file_town, lambda w: move_task(w, command), key)


def test_no_appointment_goes_to_another_day_in_a_case_that_lies_still(file_town: Town) -> None:
    case_id = opened(file_town)
    visit, chore = planned(file_town, case_id), planned(file_town, case_id, TaskKind.TASK)
    restricted(file_town, case_id)
    with pytest.raises(NotAllowedNow, match="restricted"):
        moved(file_town, case_id, visit, days=9)
    assert moved(file_town, case_id, chore, days=9)
    finished(file_town, case_id, visit)


def test_nor_once_the_resident_said_no_by_card(file_town: Town) -> None:
    case_id, code = case_with_card(file_town)
    visit = planned(file_town, case_id)
    with file_town.committed() as work:
        withdraw(work, code, ADDRESS)
    with pytest.raises(NotAllowedNow, match="resident_wrote"):
        moved(file_town, case_id, visit, days=9)
    with pytest.raises(NotAllowedNow, match="resident_wrote"):
        planned(file_town, case_id)
