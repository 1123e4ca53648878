"""A caseload goes in one step: all that was chosen, or nothing."""

from uuid import UUID, uuid4

import pytest
from kit.cases import case_row, opened, told
from kit.newcomers import invited
from kit.town import Town
from kit.trail import entries
from sqlalchemy import func, select

from signalering.domain.commands.cases.hand_over import HandOverCases
from signalering.domain.commands.cases.reassign import ReassignCase
from signalering.domain.errors import InvalidInput, InvalidLines
from signalering.domain.states import Hat
from signalering.models.network.outbox import OutboxMail
from signalering.services.cases.hand_over import MOST, hand_over
from signalering.services.sealing import forget_key


def one(
    town: Town, case_id: UUID, note: str, to: str = "other_coordinator", seen: int = 0
) -> ReassignCase:
    return ReassignCase(
        case_id,
        seen or case_row(town, case_id).version,
        town.people[to].account_id,
        note,
    )


def refused(town: Town, *cases: ReassignCase) -> list[tuple[str, str]]:
    with town.work("coordinator") as work, pytest.raises(InvalidInput) as error:
        hand_over(work, HandOverCases(cases))
    lines = error.value.each if isinstance(error.value, InvalidLines) else (error.value,)
    return [(line.field, line.code) for line in lines]


def test_all_go_each_with_its_note_and_the_colleague_hears_once(town: Town) -> None:
    first, second = opened(town), opened(town)
    asked = HandOverCases((one(town, first, "Een."), one(town, second, "Twee.")))
    with town.committed("coordinator") as work:
        assert hand_over(work, asked) == 2
    to = town.people["other_coordinator"].account_id
    for case_id, note in ((first, "Een."), (second, "Twee.")):
        assert case_row(town, case_id).owner_id == to
        assert [entry["text"] for entry in told(town, case_id, "handover")] == [note]
    assert {line["object"] for line in entries(town, "case_reassigned")} == {
        str(first),
        str(second),
    }
    with town.work(writes=False) as work:
        query = select(func.count()).where(OutboxMail.account_id == to)
        assert work.data.scalar(query) == 1


def test_one_that_changed_meanwhile_is_told_and_nothing_goes(town: Town) -> None:
    first, second, theirs = opened(town), opened(town), opened(town, "other_coordinator")
    lines = refused(
        town,
        one(town, first, "Een."),
        one(town, second, "Twee.", seen=99),
        one(town, theirs, "Drie."),
        ReassignCase(uuid4(), 1, town.people["other_coordinator"].account_id, "Vier."),
    )
    assert {code for _, code in lines} == {"handover_overtaken"}
    assert len(lines) == 3
    assert {f"to_{second.hex}", f"to_{theirs.hex}"} < {field for field, _ in lines}
    assert case_row(town, first).owner_id == town.people["coordinator"].account_id
    assert told(town, first, "handover") == []


def test_what_can_not_be_taken_is_said_at_its_case(file_town: Town) -> None:
    first, second = opened(file_town), opened(file_town)
    invited(file_town, "keyless", Hat.COORDINATOR)
    lines = refused(
        file_town, one(file_town, first, ""), one(file_town, second, "Twee.", to="keyless")
    )
    assert set(lines) == {
        (f"note_{first.hex}", "handover_note"),
        (f"to_{second.hex}", "unknown_code"),
    }


def test_some_and_not_too_many(file_town: Town) -> None:
    assert refused(file_town) == [("cases", "handover_none")]
    many = [ReassignCase(uuid4(), 1, uuid4(), "x") for _ in range(MOST + 1)]
    assert refused(file_town, *many) == [("cases", "between")]


def test_one_that_is_being_erased_takes_no_note_of_the_others_along(file_town: Town) -> None:
    there, gone = opened(file_town), opened(file_town)
    with file_town.committed() as work:
        forget_key(work, case_row(file_town, gone).key_id)
    found = refused(file_town, one(file_town, there, "Bel eerst."), one(file_town, gone, "Ook."))
    assert found == [(f"to_{gone.hex}", "handover_overtaken")]
