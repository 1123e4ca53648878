"""Finishing: the row goes, what became of it follows sealed; each once, and by the keeper."""

from uuid import UUID

import pytest
from kit import trail
from kit.at_once import at_once
from kit.canaries import sightings, word
from kit.cases import case_row, closed_case, do, opened, told, version
from kit.dump import steal
from kit.tasks import finished, moved, planned, rows_of
from kit.town import Town

from signalering.domain.commands.cases.finish_task import FinishTask
from signalering.domain.errors import Conflict, Denied, InvalidInput, NotAllowedNow, NotFound
from signalering.domain.lifecycles import TaskEnd, TaskKind
from signalering.services.cases.finish_task import finish_task
from signalering.services.work import Work


def finishing(town: Town, case_id: UUID, number: int, key: str, text: str = "") -> None:
    command = FinishTask(case_id, case_row(town, case_id).version, number, TaskEnd.DONE, text)
    do(town, lambda w: finish_task(w, command), key)


@pytest.mark.parametrize("how", TaskEnd)
def test_the_row_goes_and_the_entry_says_how(town: Town, how: TaskEnd) -> None:
    case_id = opened(town)
    number, other = planned(town, case_id), planned(town, case_id, TaskKind.TASK)
    before = told(town, case_id)
    text = word("finish")
    finished(town, case_id, number, how, text)
    assert [row[0] for row in rows_of(town, case_id)] == [other]
    *earlier, entry = told(town, case_id)
    assert earlier == before, "what was planned stays in the timeline"
    assert (entry["kind"], entry["of"], entry["how"]) == ("task_end", number, how)
    assert entry["text"] == text
    assert sightings(steal(town.house).as_bytes(), {"text": text}) == set()
    (said,) = trail.entries(town, "task_finished")
    assert said["details"]["how"] == how


def test_once_only(file_town: Town) -> None:
    case_id = opened(file_town)
    number = planned(file_town, case_id)
    finished(file_town, case_id, number)
    with pytest.raises(NotFound):
        finished(file_town, case_id, number)
    assert len(told(file_town, case_id, "task_end")) == 1


def test_the_old_number_of_what_was_moved_is_no_open_one(file_town: Town) -> None:
    case_id = opened(file_town)
    number = planned(file_town, case_id)
    new = moved(file_town, case_id, number, 9, "10:00")
    with pytest.raises(NotFound):
        finished(file_town, case_id, number)
    finished(file_town, case_id, new)
    assert rows_of(file_town, case_id) == []


def test_another_cases_task_is_not_found(file_town: Town) -> None:
    mine, other = opened(file_town), opened(file_town)
    planned(file_town, mine, TaskKind.TASK)
    number = planned(file_town, mine)
    with pytest.raises(NotFound):
        finished(file_town, other, number)
    with pytest.raises(NotFound):
        finished(file_town, mine, 1)  # an entry, but no task


def test_only_its_keeper(file_town: Town) -> None:
    case_id = opened(file_town)
    number = planned(file_town, case_id)
    for key in ("other_coordinator", "worker", "privacy_officer"):
        with pytest.raises(Denied):
            finishing(file_town, case_id, number, key)
    assert len(rows_of(file_town, case_id)) == 1


def test_bad_words_change_nothing(file_town: Town) -> None:
    case_id = opened(file_town)
    number = planned(file_town, case_id)
    for text in ("a\0b", "a" * 5000):
        with pytest.raises(InvalidInput):
            finishing(file_town, case_id, number, "coordinator", text)
    assert len(rows_of(file_town, case_id)) == 1


def test_of_two_at_once_one_is_told(town: Town) -> None:
    case_id = opened(town)
    number = planned(town, case_id)
    seen = case_row(town, case_id).version

    def step(work: Work) -> None:
        finish_task(work, FinishTask(case_id, seen, number, TaskEnd.DONE))

    told_other, faults = at_once(town, ("coordinator", step), ("coordinator", step))
    assert faults == []
    assert [type(one) for one in told_other] == [Conflict]
    assert len(told(town, case_id, "task_end")) == 1


def test_nothing_in_a_closed_case(file_town: Town) -> None:
    case_id = closed_case(file_town)
    with pytest.raises(NotAllowedNow):
        do(
            file_town,
            lambda w: finish_task(w, FinishTask(case_id, version(w, case_id), 1, TaskEnd.DONE)),
        )
