"""A case goes to a colleague, with a note that is sealed and news until it was opened."""

from uuid import UUID, uuid4

import pytest
from kit.at_once import at_once
from kit.cases import case_row, closed_case, opened, told, version
from kit.covers import covered, in_days
from kit.newcomers import invited
from kit.town import Town
from kit.trail import entries
from sqlalchemy import select

from signalering.domain.commands.cases.feedback import GiveFeedback
from signalering.domain.commands.cases.list import CaseFilter, ListCases
from signalering.domain.commands.cases.reassign import ReassignCase
from signalering.domain.errors import (
    Conflict,
    Denied,
    DomainError,
    InvalidInput,
    NotAllowedNow,
    NotFound,
)
from signalering.domain.states import Hat, NoFeedback
from signalering.models.network.outbox import OutboxMail
from signalering.services.cases.feedback import feedback
from signalering.services.cases.hand_back import hand_back
from signalering.services.cases.list import list_cases
from signalering.services.cases.reassign import colleagues, reassign
from signalering.services.cases.show import open_record
from signalering.services.cases.take import take
from signalering.services.cases.today import today
from signalering.services.work import Work

NOTE = "Belt liever na de middag."


def command(
    town: Town, case_id: UUID, to: str = "other_coordinator", note: str = NOTE
) -> ReassignCase:
    return ReassignCase(case_id, case_row(town, case_id).version, town.people[to].account_id, note)


def given(town: Town, case_id: UUID, key: str = "coordinator", **changes: str) -> None:
    asked = command(town, case_id, **changes)
    with town.committed(key) as work:
        reassign(work, asked)


def refused(town: Town, asked: ReassignCase, key: str = "coordinator") -> DomainError:
    with town.work(key) as work, pytest.raises(DomainError) as error:
        reassign(work, asked)
    return error.value


def is_news(town: Town, case_id: UUID, key: str) -> bool:
    with town.work(key) as work:
        rows = list_cases(work, ListCases(CaseFilter.ALL)).rows
    return next(row.news for row in rows if row.id == case_id)


def test_it_is_the_colleagues_with_the_note_and_its_deadline_runs_on(town: Town) -> None:
    case_id = opened(town)
    before = case_row(town, case_id)
    given(town, case_id)
    after, colleague = case_row(town, case_id), town.people["other_coordinator"].account_id
    assert (after.owner_id, after.version) == (colleague, before.version + 1)
    assert (after.deadline_on, after.state) == (before.deadline_on, before.state)
    (entry,) = told(town, case_id, "handover")
    assert (entry["text"], entry["receiver"]) == (NOTE, str(colleague))
    assert entry["by"] == str(town.people["coordinator"].account_id)
    (line,) = entries(town, "case_reassigned")
    assert line["object"] == str(case_id)
    assert line["details"]["account_id"] == str(colleague)
    with town.work("coordinator") as work, pytest.raises(Denied):
        reassign(work, command(town, case_id))


def test_its_keeper_reads_it_on_top_once(town: Town) -> None:
    case_id = opened(town)
    given(town, case_id)
    assert is_news(town, case_id, "other_coordinator")
    assert not is_news(town, case_id, "coordinator")
    with town.committed("coordinator") as work:
        assert open_record(work, case_id).handed_over is None
    seen = case_row(town, case_id).version
    with town.committed("other_coordinator") as work:
        entry = open_record(work, case_id).handed_over
    assert entry is not None
    assert (entry.text, entry.author, entry.receiver) == (NOTE, "Cor Dinator", "Coby Dinator")
    assert case_row(town, case_id).version == seen, "a form that stands open can still be sent"
    assert not is_news(town, case_id, "other_coordinator")
    with town.committed("other_coordinator") as work:
        view = open_record(work, case_id)
    assert view.handed_over is None
    assert [one.text for one in view.timeline if one.kind == "handover"] == [NOTE]


def test_who_stands_in_reads_it_and_it_stays_news_for_the_keeper(town: Town) -> None:
    case_id = opened(town, "other_coordinator")
    given(town, case_id, "other_coordinator", to="coordinator")
    covered(town)
    with town.committed("other_coordinator") as work:
        assert open_record(work, case_id).handed_over is not None
    assert is_news(town, case_id, "coordinator")


def test_who_stands_in_can_give_it_to_somebody_and_to_oneself(town: Town) -> None:
    case_id = opened(town)
    assert isinstance(refused(town, command(town, case_id), "other_coordinator"), Denied)
    covered(town)
    with town.work("other_coordinator", writes=False) as work:
        listed = colleagues(work)
    assert [(one.name, one.away_until) for one in listed] == [
        ("Coby Dinator", None),
        ("Cor Dinator", in_days(town, 6)),
    ]
    given(town, case_id, "other_coordinator")
    assert case_row(town, case_id).owner_id == town.people["other_coordinator"].account_id


def test_one_mail_without_content_goes_to_the_receiver(town: Town) -> None:
    case_id = opened(town)
    given(town, case_id)
    with town.work(writes=False) as work:
        receivers = list(work.data.scalars(select(OutboxMail.account_id)))
    assert receivers.count(town.people["other_coordinator"].account_id) == 1
    assert town.people["coordinator"].account_id not in receivers


def test_whom_it_can_not_go_to(file_town: Town) -> None:
    case_id = opened(file_town)
    invited(file_town, "keyless", Hat.COORDINATOR)
    for key in ("coordinator", "keyless", "worker", "administrator"):
        error = refused(file_town, command(file_town, case_id, to=key))
        assert isinstance(error, InvalidInput)
        assert (error.field, error.code) == ("owner", "unknown_code")


@pytest.mark.parametrize(
    ("note", "code"), [("", "handover_note"), ("  \n", "handover_note"), ("a" * 4001, "too_long")]
)
def test_a_note_goes_along(file_town: Town, note: str, code: str) -> None:
    case_id = opened(file_town)
    error = refused(file_town, command(file_town, case_id, note=note))
    assert error.code == code
    assert told(file_town, case_id, "handover") == []


def test_what_is_closed_unknown_or_seen_too_long_ago(file_town: Town) -> None:
    closed = closed_case(file_town)
    with file_town.committed("coordinator") as work:
        seen, why = case_row(file_town, closed).version, NoFeedback.REPORTER_LEFT
        feedback(work, GiveFeedback(closed, seen, reason=why))
    assert isinstance(refused(file_town, command(file_town, closed)), NotAllowedNow)
    to = file_town.people["other_coordinator"].account_id
    assert isinstance(refused(file_town, ReassignCase(uuid4(), 1, to, NOTE)), NotFound)
    case_id = opened(file_town)
    assert isinstance(refused(file_town, ReassignCase(case_id, 99, to, NOTE)), Conflict)
    assert isinstance(refused(file_town, command(file_town, case_id), "manager"), Denied)


def test_of_two_at_once_one_is_told(town: Town) -> None:
    case_id = opened(town)
    asked = command(town, case_id)

    def give(work: Work) -> None:
        reassign(work, asked)

    refusals, faults = at_once(town, ("coordinator", give), ("coordinator", give))
    assert faults == []
    assert len(refusals) == 1
    assert len(told(town, case_id, "handover")) == 1


def test_it_can_be_taken_by_nobody_meanwhile(file_town: Town) -> None:
    case_id = opened(file_town)
    given(file_town, case_id)
    with file_town.work("coordinator") as work, pytest.raises(Conflict) as error:
        take(work, case_id)
    assert error.value.params["owner"] == "Coby Dinator"
    with file_town.work("other_coordinator") as work:
        assert version(work, case_id) == case_row(file_town, case_id).version


def test_whoever_takes_it_after_it_was_handed_back_was_given_nothing(town: Town) -> None:
    case_id = opened(town)
    given(town, case_id)
    covered(town, "other_coordinator", by="coordinator")
    with town.committed("coordinator") as work:
        hand_back(work, case_id, case_row(town, case_id).version)
    with town.committed("coordinator") as work:
        take(work, case_id)
    assert not is_news(town, case_id, "coordinator")
    with town.committed("coordinator") as work:
        assert open_record(work, case_id).handed_over is None


def test_a_closed_case_goes_along_while_anything_is_left_to_do(town: Town) -> None:
    case_id = closed_case(town)
    given(town, case_id)
    with town.committed("other_coordinator") as work:
        assert [row.case_id for row in today(work).cases] == [case_id]
    with town.committed("other_coordinator") as work:
        view = open_record(work, case_id)
    assert view.handed_over is not None
    assert [step.code for step in view.next_steps] == ["give_feedback"]
