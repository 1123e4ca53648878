"""The day of a coordinator: what stands in it, in which order, and what it may not show."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from kit.cases import case_in, case_row, closed_case, do, opened, tried, version
from kit.covers import covered
from kit.rights import asked, restricted
from kit.signals import logged, taken, with_details
from kit.tasks import paused, planned
from kit.town import Town
from kit.trail import entries
from sqlalchemy import update

from signalering.domain.clock import part_of_day
from signalering.domain.commands.cases.pause import PauseCase
from signalering.domain.commands.cases.reassign import ReassignCase
from signalering.domain.contact_protocol import parts_until
from signalering.domain.errors import Denied
from signalering.domain.lifecycles import TaskKind
from signalering.domain.states import CaseOutcome, CaseState, PauseReason, SignalState
from signalering.domain.views.cases.today import Rank, Today
from signalering.models.cases.case import Case
from signalering.models.signals.contact import ContactDetails
from signalering.models.signals.signal import Signal
from signalering.services.cases.pause import pause
from signalering.services.cases.reassign import reassign
from signalering.services.cases.show import open_record
from signalering.services.cases.today import today
from signalering.services.sealing import forget_key


def shown(town: Town, key: str = "coordinator") -> Today:
    with town.committed(key) as work:
        return today(work)


def at(town: Town, days: int, hour: int = 9) -> None:
    """So many days after the town's first one, at this hour of winter."""
    town.clock.move_to(datetime(2026, 11, 23, hour, tzinfo=UTC) + timedelta(days=days))


@pytest.mark.parametrize(
    ("hour", "part"),
    [(0, "morning"), (10, "morning"), (11, "afternoon"), (16, "afternoon"), (17, "evening")],
)
def test_a_day_has_three_parts_by_the_clock_of_amsterdam(hour: int, part: str) -> None:
    assert part_of_day(datetime(2026, 11, 23, hour, 59, tzinfo=UTC)) == part


def test_an_empty_day_is_written_down_too(town: Town) -> None:
    assert shown(town).cases == ()
    assert [one["details"] for one in entries(town, "day_listed")] == [{"count": "0"}]


def test_who_is_to_be_called_stands_there_by_name_and_number(town: Town) -> None:
    opened(town)
    (row,) = shown(town).cases
    assert (row.name, row.phone) == ("Truida Verzonnen", "0174 55 55 55")
    assert row.steps[0].code == "attempt"
    assert row.rank is Rank.LATER  # there are days left
    at(town, 7)
    (row,) = shown(town).cases
    assert row.rank is Rank.CALL


def test_one_entry_in_the_trail_a_page_however_many_names(town: Town) -> None:
    for _ in range(3):
        opened(town)
    shown(town)
    assert [one["details"] for one in entries(town, "day_listed")] == [{"count": "3"}]


def test_a_try_that_was_proposed_for_a_day_waits_for_it(town: Town) -> None:
    case_id = opened(town)
    tried(town, case_id)
    due = case_row(town, case_id).deadline_on
    assert due is not None
    days = (due - datetime(2026, 11, 23, tzinfo=UTC).date()).days
    at(town, days - 1)
    assert shown(town).cases == ()
    at(town, days)
    (row,) = shown(town).cases
    assert (row.steps[0].part_of_day, row.rank) == ("afternoon", Rank.DUE)


def test_a_call_is_due_in_its_part_of_the_day_and_the_later_ones() -> None:
    assert parts_until("morning") == ("morning",)
    assert parts_until("evening") == ("morning", "afternoon", "evening")


def test_what_is_late_leads_what_is_due(town: Town) -> None:
    late = case_in(town, CaseState.IN_CONVERSATION)
    due = case_row(town, late).deadline_on
    assert due is not None
    town.clock.move_to(datetime(due.year, due.month, due.day, 9, tzinfo=UTC) + timedelta(days=1))
    opened(town)
    ranks = [row.rank for row in shown(town).cases]
    assert ranks == [Rank.OVERDUE, Rank.LATER]


def test_a_case_that_rests_asks_nothing(town: Town) -> None:
    case_id = opened(town)
    until = town.clock.today() + timedelta(weeks=3)
    at(town, 7)
    do(
        town,
        lambda work: pause(
            work, PauseCase(case_id, version(work, case_id), until, PauseReason.HOSPITAL)
        ),
    )
    assert shown(town).cases == ()


def test_nobody_elses_and_no_closed_case(town: Town) -> None:
    opened(town, "other_coordinator")
    closed_case(town, CaseOutcome.DUPLICATE)
    at(town, 60)
    assert [row.name for row in shown(town).cases] == []


def test_the_work_of_a_covered_colleague_stands_there_in_their_name(town: Town) -> None:
    case_id, signal_id = opened(town), taken(town)
    covered(town, last=20)
    at(town, 7)
    view = shown(town, "other_coordinator")
    assert [(row.case_id, row.on_behalf_of) for row in view.cases] == [(case_id, "Cor Dinator")]
    assert [(row.signal_id, row.on_behalf_of) for row in view.signals] == [
        (signal_id, "Cor Dinator")
    ]
    assert [row.on_behalf_of for row in shown(town).cases] == [""]


def test_what_a_colleague_gave_is_news_until_it_was_opened(town: Town) -> None:
    case_id = case_in(town, CaseState.IN_CONVERSATION)
    to = town.people["other_coordinator"].account_id
    do(
        town,
        lambda work: reassign(work, ReassignCase(case_id, version(work, case_id), to, "Bel maar.")),
    )
    (row,) = shown(town, "other_coordinator").cases
    assert (row.case_id, row.handed_over, row.rank) == (case_id, True, Rank.ANSWER)
    do(town, lambda work: open_record(work, case_id), "other_coordinator")
    assert shown(town, "other_coordinator").cases == ()


def test_a_closed_case_stands_there_while_its_reporter_is_to_hear_of_it(town: Town) -> None:
    case_id = closed_case(town)
    at(town, 60)
    (row,) = shown(town).cases
    assert (row.case_id, [step.code for step in row.steps]) == (
        case_id,
        ["give_feedback", "inform"],
    )


def test_signals_in_hand_and_new_ones(town: Town) -> None:
    taken(town)
    logged(town)
    view = shown(town)
    assert (view.signals, view.new_signals, view.late_signals) == ((), 1, 0)
    at(town, 7)
    view = shown(town)
    assert [row.overdue for row in view.signals] == [True]
    assert (view.new_signals, view.late_signals) == (1, 1)


@pytest.mark.parametrize(("days", "warnings"), [(0, 0), (4, 0), (5, 1), (15, 2), (25, 3)])
def test_unopened_details_warn_on_their_days(town: Town, days: int, warnings: int) -> None:
    logged(town, command=with_details())
    at(town, days)
    (row,) = shown(town).details
    assert (row.days, row.warnings) == (days, warnings)
    assert (row.lapses_on - town.clock.today()).days == 30 - days


@pytest.mark.parametrize("key", ["worker", "manager", "administrator", "privacy_officer"])
def test_it_is_the_coordinators_alone(town: Town, key: str) -> None:
    with town.work(key) as work, pytest.raises(Denied):
        today(work)


def test_a_record_that_opens_for_nobody_hides_no_other(town: Town) -> None:
    gone, there = opened(town), opened(town)
    with town.committed() as work:
        forget_key(work, case_row(town, gone).key_id)
    assert [row.case_id for row in shown(town).cases] == [there]


def test_appointments_of_the_day_lead_by_their_time_and_what_is_planned_stands_there(
    file_town: Town,
) -> None:
    later, sooner, task = (case_in(file_town, CaseState.IN_CONVERSATION) for _ in range(3))
    planned(file_town, later, days=1, time="15:00")
    planned(file_town, sooner, days=1, time="09:30")
    planned(file_town, task, TaskKind.TASK, days=1)
    assert shown(file_town).cases == (), "their day is to come"
    at(file_town, 1)
    rows = shown(file_town).cases
    assert [row.case_id for row in rows] == [sooner, later, task]
    assert [row.rank for row in rows] == [Rank.APPOINTMENT] * 2 + [Rank.DUE]
    assert [row.steps[0].code for row in rows] == ["appointment"] * 2 + ["task"]
    at(file_town, 2)
    assert {row.rank for row in shown(file_town).cases} == {Rank.OVERDUE}


def test_a_case_that_rests_keeps_its_appointment_out_of_the_day(file_town: Town) -> None:
    case_id = opened(file_town)
    planned(file_town, case_id, days=1)
    paused(file_town, case_id, 7)
    at(file_town, 1)
    assert shown(file_town).cases == ()


def changed(town: Town, case_id: UUID, **values: object) -> None:
    with town.committed() as work:
        work.data.execute(update(Case).where(Case.id == case_id).values(**values))


def wrote(town: Town, case_id: UUID) -> None:
    with town.committed() as work:
        of_case = ContactDetails.case_id == case_id
        work.data.execute(update(ContactDetails).where(of_case).values(news="replaced"))


def test_what_is_late_takes_no_call_away(file_town: Town) -> None:
    case_id = opened(file_town)
    day = timedelta(days=1)
    changed(file_town, case_id, inform_by=file_town.clock.today() - day)
    for _ in range(3):
        planned(file_town, case_id, TaskKind.TASK, days=0)
    at(file_town, 1)
    (row,) = shown(file_town).cases
    assert row.call is not None
    assert (row.call.code, row.rank, len(row.steps)) == ("attempt", Rank.OVERDUE, 3)
    assert row.call in row.steps


def test_a_try_that_waits_for_its_day_is_no_call_because_something_else_is_due(
    file_town: Town,
) -> None:
    case_id = opened(file_town)
    tried(file_town, case_id)
    planned(file_town, case_id, TaskKind.TASK, days=0)
    (row,) = shown(file_town).cases
    assert (row.steps[0].code, row.call) == ("task", None)


def test_nobody_is_called_who_asked_that_nothing_is_done(file_town: Town) -> None:
    case_id = opened(file_town)
    restricted(file_town, case_id)
    at(file_town, 60)
    (row,) = shown(file_town).cases
    assert (row.phone, row.call) == ("", None)


def test_an_appointment_of_today_leads_whoever_wrote(file_town: Town) -> None:
    case_id = opened(file_town)
    planned(file_town, case_id, days=0)
    wrote(file_town, case_id)
    (row,) = shown(file_town).cases
    assert (row.rank, row.resident_wrote) == (Rank.APPOINTMENT, True)


def test_no_backlog_pushes_out_what_somebody_waits_for_today(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("signalering.services.cases.today.AT_MOST", 4)
    late = [opened(town) for _ in range(5)]
    visit, told, law, given = (case_in(town, CaseState.IN_CONVERSATION) for _ in range(4))
    at(town, 14)
    planned(town, visit, days=0)
    wrote(town, told)
    today_is = town.clock.today()
    changed(town, law, inform_by=today_is)
    changed(town, given, handed_over=True)
    for case_id in (visit, told, law, given):
        changed(town, case_id, deadline_on=today_is + timedelta(days=30))
    view = shown(town)
    assert {row.case_id for row in view.cases} == {visit, told, law, given}
    assert view.more, f"{len(late)} others"


def test_a_request_runs_on_in_a_closed_case(file_town: Town) -> None:
    case_id = closed_case(file_town)
    changed(file_town, case_id, deadline_on=None, deadline_kind=None)
    asked(file_town, case_id)
    at(file_town, 60)
    (row,) = shown(file_town).cases
    assert [(step.code, step.overdue) for step in row.steps] == [("answer_request", True)]


def test_no_unread_message_falls_off_behind_signals_that_wait(
    file_town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("signalering.services.signals.today.AT_MOST", 1)
    waiting, due = taken(file_town), taken(file_town)
    with file_town.committed() as work:
        work.data.get_one(Signal, waiting).state = SignalState.QUESTION_ASKED.value
        work.data.get_one(Signal, waiting).deadline_on = file_town.clock.today()
        work.data.get_one(Signal, due).deadline_on = file_town.clock.today() + timedelta(days=1)
    at(file_town, 1)
    assert [row.signal_id for row in shown(file_town).signals] == [due]
