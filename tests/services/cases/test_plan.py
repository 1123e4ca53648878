"""Planning: each kind asks for its own, days are checked, and only kind and day stand in clear."""

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from kit import trail
from kit.at_once import at_once
from kit.canaries import sightings, word
from kit.cases import case_row, closed_case, do, opened, told, version
from kit.dump import steal
from kit.tasks import SAID, paused, planned, read_tasks, rows_of, says_no
from kit.town import Town

from signalering.domain.commands.cases.plan import PlanTask
from signalering.domain.errors import Conflict, Denied, InvalidInput, NotAllowedNow, NotFound
from signalering.domain.lifecycles import TaskKind
from signalering.services.cases.hand_back import hand_back
from signalering.services.cases.plan import plan
from signalering.services.cases.tasks import open_tasks
from signalering.services.work import Work

K = TaskKind
MONDAY = date(2026, 11, 23)
WORDS = ("text", "reason", "time", "place", "who", "bring")


def refused(town: Town, case_id: UUID, kind: TaskKind, **said: str) -> tuple[str, str]:
    """Field and code of the refusal."""
    with pytest.raises(InvalidInput) as refusal:
        planned(town, case_id, kind, **said)
    return refusal.value.field, refusal.value.code


@pytest.mark.parametrize("kind", K)
def test_a_row_in_clear_and_an_entry_with_the_words(town: Town, kind: TaskKind) -> None:
    case_id = opened(town)
    before = case_row(town, case_id)
    number = planned(town, case_id, kind, days=3)
    assert rows_of(town, case_id) == [(number, kind, MONDAY + timedelta(days=3))]
    entry = told(town, case_id)[-1]
    assert (entry["kind"], entry["task"], entry["due_on"]) == ("task", kind, "2026-11-26")
    assert {name: entry[name] for name in WORDS} == dict.fromkeys(WORDS, "") | SAID[kind]
    (view,) = read_tasks(town, case_id)
    assert (view.kind, view.number, view.text) == (kind, number, SAID[kind]["text"])
    after = case_row(town, case_id)
    assert after.version == before.version + 1
    assert (after.deadline_on, after.deadline_kind) == (before.deadline_on, before.deadline_kind)


@pytest.mark.parametrize(
    ("kind", "needed"),
    [
        (K.APPOINTMENT, "time"),
        (K.APPOINTMENT, "place"),
        (K.TASK, "text"),
        (K.REMINDER, "text"),
        (K.REMINDER, "reason"),
    ],
)
def test_each_kind_asks_for_its_own(file_town: Town, kind: TaskKind, needed: str) -> None:
    case_id = opened(file_town)
    assert refused(file_town, case_id, kind, **{needed: "  "}) == (needed, "required")
    assert rows_of(file_town, case_id) == []
    assert told(file_town, case_id, "task") == []


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (date.min, "day_in_the_past"),
        (MONDAY - timedelta(days=1), "day_in_the_past"),
        (date(2027, 11, 24), "day_too_far"),
        (date.max, "day_too_far"),
    ],
)
def test_a_day_that_is_over_or_too_far_off_is_refused(
    file_town: Town, day: date, code: str
) -> None:
    case_id = opened(file_town)
    for kind in K:
        command = PlanTask(case_id, 1, kind, day, **SAID[kind])
        with pytest.raises(InvalidInput) as refusal:
            do(file_town, lambda w, c=command: plan(w, c))
        assert (refusal.value.field, refusal.value.code) == ("due_on", code)


@pytest.mark.parametrize("days", [0, 365])
def test_today_and_a_year_ahead_are_taken(file_town: Town, days: int) -> None:
    case_id = opened(file_town)
    number = planned(file_town, case_id, days=days)
    assert rows_of(file_town, case_id)[0][0] == number


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("14:30", "14:30"), ("9:05", "09:05"), ("9.05", "09:05"), ("00:00", "00:00")],
)
def test_a_time_is_kept_as_hours_and_minutes(file_town: Town, typed: str, kept: str) -> None:
    case_id = opened(file_town)
    planned(file_town, case_id, time=typed)
    assert read_tasks(file_town, case_id)[0].time == kept


@pytest.mark.parametrize(
    "typed", ["24:00", "half drie", "14:60", "1430", "٣:00", "14:30:00", "-1:00"]
)
def test_what_is_no_time_is_refused(file_town: Town, typed: str) -> None:
    case_id = opened(file_town)
    assert refused(file_town, case_id, K.APPOINTMENT, time=typed) == ("time", "not_a_time")


@pytest.mark.parametrize("name", ["text", "reason", "place", "who", "bring"])
def test_what_nobody_types_and_what_is_too_long_is_refused(file_town: Town, name: str) -> None:
    case_id = opened(file_town)
    assert refused(file_town, case_id, K.APPOINTMENT, **{name: "a\0b"})[0] == name
    assert refused(file_town, case_id, K.APPOINTMENT, **{name: "a" * 5000}) == (name, "too_long")


def test_no_day_inside_a_pause_that_runs(file_town: Town) -> None:
    case_id = opened(file_town)
    paused(file_town, case_id, 14)
    with pytest.raises(InvalidInput) as refusal:
        planned(file_town, case_id, days=14)
    assert (refusal.value.field, refusal.value.code) == ("due_on", "day_in_pause")
    assert planned(file_town, case_id, days=15)
    file_town.clock.move_to(file_town.clock.now() + timedelta(days=15))
    assert planned(file_town, case_id, days=0), "a pause that is over bars nothing"


def test_nothing_in_a_closed_case(file_town: Town) -> None:
    with pytest.raises(NotAllowedNow):
        planned(file_town, closed_case(file_town))


def test_no_appointment_with_who_wants_no_contact_any_more(file_town: Town) -> None:
    case_id = opened(file_town)
    says_no(file_town, case_id)
    with pytest.raises(NotAllowedNow) as refusal:
        planned(file_town, case_id)
    assert refusal.value.code == "contact_withdrawn"
    assert planned(file_town, case_id, K.TASK), "there may be something left to do"


def test_only_its_keeper_plans(file_town: Town) -> None:
    case_id = opened(file_town)
    for key in ("other_coordinator", "worker", "manager", "administrator", "privacy_officer"):
        with pytest.raises(Denied):
            planned(file_town, case_id, key=key)
    do(file_town, lambda w: hand_back(w, case_id, version(w, case_id)))
    with pytest.raises(Denied):
        planned(file_town, case_id)
    assert rows_of(file_town, case_id) == []


def test_a_case_that_is_not_there(file_town: Town) -> None:
    command = PlanTask(uuid4(), 1, K.TASK, MONDAY, "iets")
    with pytest.raises(NotFound):
        do(file_town, lambda w: plan(w, command))


def test_whoever_comes_second_is_told_and_nothing_is_written_twice(town: Town) -> None:
    case_id = opened(town)
    seen = case_row(town, case_id).version

    def step(work: Work) -> None:
        plan(work, PlanTask(case_id, seen, K.TASK, MONDAY, "iets"))

    told_other, faults = at_once(town, ("coordinator", step), ("coordinator", step))
    assert faults == []
    assert [type(one) for one in told_other] == [Conflict]
    assert len(rows_of(town, case_id)) == 1


def test_no_word_and_no_time_outside_the_seal(town: Town) -> None:
    case_id = opened(town)
    canaries = {name: word(f"task {name}") for name in WORDS if name != "time"}
    planned(town, case_id, **canaries, time="23:57")
    loot = steal(town.house)
    assert sightings(loot.as_bytes(), {**canaries, "time": "23:57"}) == set()
    assert set(loot.data["case_task"][0]) == {"case_id", "number", "kind", "due_on"}
    assert read_tasks(town, case_id)[0].place == canaries["place"], "they are there"


def test_the_trail_says_which_entry_and_of_what_kind(file_town: Town) -> None:
    case_id = opened(file_town)
    number = planned(file_town, case_id, K.REMINDER)
    (entry,) = trail.entries(file_town, "task_planned")
    assert entry["object"] == str(case_id)
    assert entry["details"] == {"entry_id": str(number), "kind": "reminder"}


def test_open_ones_are_listed_by_day_for_their_keeper(town: Town) -> None:
    mine, other = opened(town), opened(town, "other_coordinator")
    late = planned(town, mine, K.TASK, days=9)
    soon = planned(town, mine, days=2)
    theirs = planned(town, other, days=1, key="other_coordinator")
    owner = town.people["coordinator"].account_id
    with town.work("coordinator", writes=False) as work:
        today = work.clock.today()
        own = open_tasks(work, owner_id=owner)
        assert [one.number for one in own] == [soon, late]
        assert [one.number for one in open_tasks(work, owner_id=owner, until=today)] == []
        week = today + timedelta(days=7)
        assert [one.number for one in open_tasks(work, until=week)] == [theirs, soon]
        assert [one.case_id for one in open_tasks(work, case_ids=[other])] == [other]
        assert open_tasks(work, case_ids=[]) == ()
    with town.work("worker", writes=False) as work, pytest.raises(Denied):
        open_tasks(work)


def test_due_and_overdue(file_town: Town) -> None:
    case_id = opened(file_town)
    planned(file_town, case_id, K.TASK, days=1)
    seen = []
    for _ in range(3):
        with file_town.work("coordinator", writes=False) as work:
            (one,) = open_tasks(work, case_ids=[case_id])
        seen.append((one.is_due, one.overdue))
        file_town.clock.move_to(file_town.clock.now() + timedelta(days=1))
    assert seen == [(False, False), (True, False), (True, True)]


def test_a_case_that_rests_is_silent(file_town: Town) -> None:
    case_id = opened(file_town)
    planned(file_town, case_id, days=3)
    planned(file_town, case_id, K.TASK, days=30)
    paused(file_town, case_id, 14)
    with file_town.work("coordinator", writes=False) as work:
        assert open_tasks(work, case_ids=[case_id]) == ()
        found = open_tasks(work, case_ids=[case_id], resting=True)
        assert [one.in_pause for one in found] == [True, False]
    file_town.clock.move_to(file_town.clock.now() + timedelta(days=15))
    with file_town.work("coordinator", writes=False) as work:
        found = open_tasks(work, case_ids=[case_id])
        assert [(one.overdue, one.in_pause) for one in found] == [(True, False), (False, False)]
