"""The course in the application, trainings in a classroom, and lists of earlier trainees."""

import threading
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from kit.cards import later
from kit.town import Town
from kit.trail import entries
from kit.training import answers, planned, signed_up
from sqlalchemy import func, select

from signalering.domain.access import Permission, allowed
from signalering.domain.commands.training.group import RecordGroup
from signalering.domain.commands.training.plan import PlanTraining
from signalering.domain.commands.training.session import HoldSession
from signalering.domain.course import COURSE, Chapter
from signalering.domain.errors import (
    Denied,
    InvalidInput,
    Misconfigured,
    NotAllowedNow,
    NotFound,
)
from signalering.domain.lifecycles import TrainingWay
from signalering.models.partners.partner import Partner
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
from signalering.services.training.content import check, lesson
from signalering.services.training.course import course
from signalering.services.training.exam import exam
from signalering.services.training.group import group
from signalering.services.training.plan import plan
from signalering.services.training.request import request
from signalering.services.training.session import hold, session
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


def test_who_was_there_gets_a_certificate_and_the_list_is_erased(town: Town) -> None:
    session_id = planned(town, in_days=1)
    for key in ("untrained", "other_worker"):
        signed_up(town, session_id, key)
    there = town.people["untrained"].account_id
    with town.work("administrator") as work, pytest.raises(NotAllowedNow):
        hold(work, HoldSession(session_id, (there,)))
    later(town, timedelta(days=1))
    before = count(town, Certificate)
    stranger = town.people["manager"].account_id
    with town.work("administrator") as work, pytest.raises(InvalidInput):
        hold(work, HoldSession(session_id, (stranger,)))
    with town.committed("administrator") as work:
        assert hold(work, HoldSession(session_id, (there, there))) == 1
    assert count(town, Certificate) == before + 1
    assert may_log(town)
    assert (count(town, TrainingSession), count(town, TrainingSeat)) == (0, 0)


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


def test_earlier_trainees_by_list_and_no_line_is_lost(town: Town) -> None:
    email = town.people["untrained"].email
    text = f"{email.upper()}\n\n{email}\nniemand@example.test\nJan van de balie\n"
    with town.committed("administrator") as work:
        result = group(
            work, RecordGroup(text, TrainingWay.EARLIER, "Tia Trainer", date(2026, 3, 9))
        )
    assert result.recorded == 1
    assert result.left_over == (
        ("niemand@example.test", "no_account"),
        ("jan van de balie", "not_an_address"),
    )
    assert may_log(town)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"addresses": " \n "}, "addresses"),
        ({"trainer": " "}, "trainer"),
        ({"trained_in": date(2027, 1, 1)}, "trained_in"),
        ({"addresses": "\n".join(f"{n}@b.test" for n in range(501))}, "addresses"),
    ],
)
def test_a_list_that_cant_be_taken(town: Town, change: dict[str, Any], field: str) -> None:
    whole = RecordGroup("a@b.test", TrainingWay.EARLIER, "Tia", date(2026, 3, 9))
    command = replace(whole, **change)
    with town.work("administrator") as work, pytest.raises(InvalidInput) as refused:
        group(work, command)
    assert refused.value.field == field


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


def test_the_packaged_course_is_in_order_and_an_own_file_counts(tmp_path: Path) -> None:
    assert check(tmp_path) == []
    own = tmp_path / "training" / "nl" / "talk.toml"
    own.parent.mkdir(parents=True)
    own.write_text('title = "Ons gesprek', encoding="utf-8")
    ((name, fault), *_) = check(tmp_path)
    assert (name, fault.line) == ("nl/talk.toml", 1)
    with pytest.raises(Misconfigured):
        lesson(tmp_path, Chapter.TALK, "nl")
    assert lesson(tmp_path, Chapter.SIGNAL, "nl").questions
    packaged = lesson(tmp_path, Chapter.TALK, "en")
    assert packaged.title == "The conversation"


def partner_id(town: Town, name: str) -> UUID:
    with town.work(writes=False) as work:
        return work.data.scalars(select(Partner.id).where(Partner.name == name)).one()


def test_a_training_at_a_partner_is_for_its_own_people(file_town: Town) -> None:
    at_sea = partner_id(file_town, "Wonen aan Zee")
    session_id = planned(file_town, partner_id=at_sea)
    with file_town.work("other_worker", writes=False) as work:
        assert [line.partner for line in course(work, "nl").sessions] == ["Wonen aan Zee"]
    with file_town.work("worker") as work:
        assert course(work, "nl").sessions == ()
        with pytest.raises(NotFound):
            sign_up(work, session_id)


def test_the_partner_stands_on_the_certificate(file_town: Town) -> None:
    session_id = planned(file_town, in_days=0, partner_id=partner_id(file_town, "Wonen aan Zee"))
    signed_up(file_town, session_id, "other_worker")
    present = (file_town.people["other_worker"].account_id,)
    with file_town.committed("administrator") as work:
        hold(work, HoldSession(session_id, present))
    with file_town.work("other_worker", writes=False) as work:
        assert certificate(work).partner == "Wonen aan Zee"


def test_who_came_without_signing_up_is_trained_too(file_town: Town) -> None:
    session_id = planned(file_town, in_days=0)
    address = file_town.people["untrained"].email.upper()
    with file_town.committed("administrator") as work:
        assert hold(work, HoldSession(session_id, (), f"{address}\n\n{address}")) == 1
    assert may_log(file_town)


def test_a_strange_address_is_told_and_nothing_is_recorded(file_town: Town) -> None:
    session_id = planned(file_town, in_days=0)
    signed_up(file_town, session_id, "other_worker")
    present = (file_town.people["other_worker"].account_id,)
    with file_town.work("administrator") as work:
        known = file_town.people["untrained"].email
        with pytest.raises(InvalidInput) as refusal:
            hold(work, HoldSession(session_id, present, f"{known}\nwie@elders.test"))
    assert refusal.value.params == {"lines": "wie@elders.test"}
    assert not may_log(file_town)


def test_a_list_adds_nothing_to_a_certificate_that_lasts_as_long(file_town: Town) -> None:
    emails = [file_town.people[key].email for key in ("worker", "untrained")]
    with file_town.committed("administrator") as work:
        command = RecordGroup("\n".join(emails), TrainingWay.EARLIER, "Tia", date(2026, 1, 9))
        result = group(work, command)
    assert (result.recorded, result.left_over) == (1, ((emails[0], "has_longer"),))
    with file_town.work(writes=False) as work:
        mine = Certificate.account_id == file_town.people["worker"].account_id
        count = select(func.count()).select_from(Certificate).where(mine)
        assert work.data.scalar(count) == 1


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


def test_a_fault_in_the_own_files_is_told_to_who_organises(file_town: Town) -> None:
    own = file_town.house.settings.instance / "training" / "nl"
    own.mkdir(parents=True)
    (own / "talk.toml").write_text("title = \n", encoding="utf-8")
    with file_town.work("administrator", writes=False) as work:
        (fault, *_) = sessions(work).faults
    assert fault.startswith("nl/talk.toml, line 1: ")
