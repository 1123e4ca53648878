"""The course in the application, trainings in a classroom, and lists of earlier trainees."""

import threading
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from kit.cards import later
from kit.town import Town
from kit.trail import entries
from kit.training import answers, planned, signed_up
from sqlalchemy import func, select

from signalering.domain.access import Permission, allowed
from signalering.domain.commands.training.plan import PlanTraining
from signalering.domain.course import COURSE, Chapter
from signalering.domain.errors import (
    Denied,
    InvalidInput,
    NotAllowedNow,
    NotFound,
)
from signalering.models.training.certificate import Certificate
from signalering.models.training.session import (
    PassedChapter,
    TrainingRequest,
    TrainingSeat,
    TrainingSession,
)
from signalering.services.training.call_off import call_off
from signalering.services.training.cancel import cancel
from signalering.services.training.certificate import certificate
from signalering.services.training.content import lesson
from signalering.services.training.course import course
from signalering.services.training.exam import exam
from signalering.services.training.plan import plan
from signalering.services.training.request import request
from signalering.services.training.session import session
from signalering.services.training.sessions import sessions
from signalering.services.training.sign_up import sign_up
from signalering.services.upkeep import run_jobs


def take(town: Town, chapter: Chapter, wrong: int = 0, key: str = "untrained") -> tuple[bool, bool]:
    with town.committed(key) as work:
        result = exam(work, answers(town, chapter, wrong), "nl")
        return result.passed, result.certified


def may_log(town: Town, key: str = "untrained") -> bool:
    with town.work(key, writes=False) as work:
        return allowed(Permission.LOG_SIGNAL, work.by(), None, work.clock.today())


def count(town: Town, table: type) -> int:
    with town.work(writes=False) as work:
        return work.data.scalar(select(func.count()).select_from(table)) or 0


def test_answers_that_are_sent_twice_are_no_half_course_for_the_next_time(town: Town) -> None:
    for chapter in COURSE:
        take(town, chapter)
    assert take(town, COURSE[3]) == (True, False)
    assert (count(town, PassedChapter), count(town, Certificate)) == (0, 3)


def test_four_chapters_make_a_certificate_that_opens_the_form(town: Town) -> None:
    assert not may_log(town)
    for chapter in COURSE[:3]:
        assert take(town, chapter) == (True, False)
    assert not may_log(town)
    assert take(town, COURSE[3]) == (True, True)
    assert may_log(town)
    assert count(town, PassedChapter) == 0, "how somebody got there is kept no longer"
    with town.work("untrained", writes=False) as work:
        mine = certificate(work)
    assert (mine.way, mine.trained_in) == ("course", town.clock.today().replace(day=1))
    assert mine.valid_until == date(2028, 11, 30)
    assert entries(town, "training_recorded")


def test_too_few_right_answers_pass_nothing_and_one_may_try_again(town: Town) -> None:
    needed = lesson(town.house.settings.instance, Chapter.TALK, "nl")
    too_many = len(needed.questions) - needed.needed + 1
    assert take(town, Chapter.TALK, too_many) == (False, False)
    assert count(town, PassedChapter) == 0
    assert take(town, Chapter.TALK, too_many - 1) == (True, False)
    assert take(town, Chapter.TALK) == (True, False)
    assert count(town, PassedChapter) == 1


def test_the_refresher_counts_as_long_as_the_training_does(town: Town) -> None:
    with town.work("untrained") as work, pytest.raises(NotAllowedNow):
        exam(work, answers(town, Chapter.REFRESHER), "nl")
    with town.work("worker", writes=False) as work:
        until = course(work, "nl").valid_until
    assert until is not None
    later(town, timedelta(days=(until - town.clock.today()).days + 60))
    assert may_log(town, "worker")
    with town.work("worker", writes=False) as work:
        assert course(work, "nl").in_grace
    assert take(town, Chapter.REFRESHER, key="worker") == (True, True)
    with town.work("worker", writes=False) as work:
        assert not course(work, "nl").in_grace
        assert certificate(work).way == "refresher"


def test_after_the_grace_the_form_is_shut_and_the_whole_course_opens_it(town: Town) -> None:
    with town.work("worker", writes=False) as work:
        until = course(work, "nl").valid_until
    assert until is not None
    later(town, timedelta(days=(until - town.clock.today()).days + 61))
    assert not may_log(town, "worker")
    with town.work("worker") as work, pytest.raises(NotAllowedNow):
        exam(work, answers(town, Chapter.REFRESHER), "nl")
    for chapter in COURSE:
        take(town, chapter, key="worker")
    assert may_log(town, "worker")


def test_of_two_who_want_the_last_seat_one_gets_it(town: Town) -> None:
    session_id = planned(town, seats=1)
    done: list[str] = []

    def try_it(key: str) -> None:
        try:
            signed_up(town, session_id, key)
            done.append("seat")
        except NotAllowedNow as error:
            done.append(error.code)

    both = ("worker", "other_worker")
    threads = [threading.Thread(target=try_it, args=(key,)) for key in both]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(done) == ["seat", "training_full"]
    assert count(town, TrainingSeat) == 1


def test_the_same_request_twice_at_once_is_one(town: Town) -> None:
    session_id = planned(town, seats=5)
    faults: list[Exception] = []

    def twice() -> None:
        try:
            signed_up(town, session_id, "worker")
            with town.committed("other_worker") as work:
                request(work, wanted=True)
            take(town, Chapter.TALK)
        except Exception as fault:
            faults.append(fault)

    threads = [threading.Thread(target=twice) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert count(town, TrainingSeat) == count(town, TrainingRequest) == 1
    assert count(town, PassedChapter) == 1
    with town.work("worker", writes=False) as work:
        assert course(work, "nl").sessions[0].left == 4


def test_a_seat_is_taken_once_and_given_back(town: Town) -> None:
    session_id = planned(town, seats=2)
    signed_up(town, session_id, "worker")
    signed_up(town, session_id, "worker")
    with town.work("worker", writes=False) as work:
        (line,) = course(work, "nl").sessions
    assert (line.left, line.mine) == (1, True)
    with town.committed("worker") as work:
        cancel(work, session_id)
    with town.work("worker") as work, pytest.raises(NotFound):
        cancel(work, session_id)
    with town.work("worker", writes=False) as work:
        (line,) = course(work, "nl").sessions
    assert (line.left, line.mine) == (2, False)


def test_called_off_becomes_a_wish_and_a_seat_fulfils_it(town: Town) -> None:
    first, second = planned(town), planned(town)
    signed_up(town, first, "worker")
    with town.committed("administrator") as work:
        call_off(work, first)
    with town.work("administrator", writes=False) as work:
        assert [one.account_id for one in sessions(work).requests] == [
            town.people["worker"].account_id
        ]
    signed_up(town, second, "worker")
    assert count(town, TrainingRequest) == 0
    with town.committed("other_worker") as work:
        request(work, wanted=True)
        request(work, wanted=True)
    assert count(town, TrainingRequest) == 1
    with town.committed("other_worker") as work:
        request(work, wanted=False)
    assert count(town, TrainingRequest) == 0


def test_a_list_that_nobody_recorded_goes_after_a_month(town: Town) -> None:
    session_id = planned(town, in_days=1)
    signed_up(town, session_id, "worker")
    later(town, timedelta(days=40))
    assert run_jobs(town.house, lambda: False) == []
    assert (count(town, TrainingSession), count(town, TrainingSeat)) == (0, 0)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"day": date(2026, 11, 22)}, "day"),
        ({"starts_at": "25:00"}, "starts_at"),
        ({"place": " "}, "place"),
        ({"trainer": ""}, "trainer"),
        ({"seats": 0}, "seats"),
        ({"seats": 201}, "seats"),
    ],
)
def test_a_training_that_cant_be_planned(town: Town, change: dict[str, Any], field: str) -> None:
    whole = PlanTraining(date(2026, 12, 1), "14:00", "De Kas", "Tia", 3)
    with town.work("administrator") as work, pytest.raises(InvalidInput) as refused:
        plan(work, replace(whole, **change))
    assert refused.value.field == field


def test_only_an_administrator_organises(town: Town) -> None:
    session_id = planned(town)
    for key in ("worker", "coordinator", "manager", "privacy_officer"):
        with town.work(key) as work:
            for act in (
                lambda: sessions(work),
                lambda: session(work, session_id),
                lambda: call_off(work, session_id),
            ):
                with pytest.raises(Denied):
                    act()
    with town.work("manager") as work, pytest.raises(Denied):
        sign_up(work, session_id)


def test_half_a_course_and_an_old_wish_go_after_a_year(file_town: Town) -> None:
    take(file_town, Chapter.TALK)
    with file_town.committed("other_worker") as work:
        request(work, wanted=True)

    def waiting() -> tuple[int, int]:
        assert run_jobs(file_town.house, lambda: False) == []
        with file_town.work(writes=False) as work:
            tables = (PassedChapter, TrainingRequest)
            one, two = (work.data.scalar(select(func.count()).select_from(t)) or 0 for t in tables)
            return one, two

    later(file_town, timedelta(days=365))
    assert waiting() == (1, 1)
    later(file_town, timedelta(days=31))
    assert waiting() == (0, 0)


def test_a_course_that_goes_on_is_kept_whole(file_town: Town) -> None:
    take(file_town, Chapter.TALK)
    later(file_town, timedelta(days=300))
    take(file_town, Chapter.SIGNAL)
    later(file_town, timedelta(days=300))
    assert run_jobs(file_town.house, lambda: False) == []
    assert count(file_town, PassedChapter) == 2


def test_the_wish_that_a_training_left_behind_goes_too(file_town: Town) -> None:
    session_id = planned(file_town)
    signed_up(file_town, session_id, "worker")
    with file_town.committed("administrator") as work:
        call_off(work, session_id)
    later(file_town, timedelta(days=396))
    assert run_jobs(file_town.house, lambda: False) == []
    assert count(file_town, TrainingRequest) == 0
