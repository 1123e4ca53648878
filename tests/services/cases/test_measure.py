"""A measure needs a yes, its moment and an answer; it is sealed, and put right by another."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from kit import trail
from kit.cases import (
    WAY,
    case_in,
    case_row,
    closed_case,
    do,
    told,
    tried,
    version,
)
from kit.measures import (
    WORDING,
    after,
    answered,
    closed,
    consented,
    moved,
    recorded,
    refused,
    supplied,
    supported,
    withdrawn,
)
from kit.town import Town

from signalering.domain.commands.cases.measure import RecordMeasure
from signalering.domain.errors import Conflict, Denied, InvalidInput, NotAllowedNow
from signalering.domain.flows.case import CONVERSING
from signalering.domain.measures import ItemAnswer, Response
from signalering.domain.states import (
    AttemptResult,
    CaseState,
    ConsentScope,
)
from signalering.domain.views.cases.show import CaseView
from signalering.services.cases.measure import measure, measuring
from signalering.services.cases.show import open_record

S = CaseState


def fails(town: Town, case_id: UUID, months: int = 0, **answers: Any) -> InvalidInput:
    """Recording is refused, and nothing is written."""
    before = len(told(town, case_id))
    with pytest.raises(InvalidInput) as refusal:
        recorded(town, case_id, months, **answers)
    assert len(told(town, case_id)) == before
    return refusal.value


def seen(town: Town, case_id: UUID) -> CaseView:
    """The case, as its keeper reads it."""
    view = do(town, lambda work: open_record(work, case_id))
    assert isinstance(view, CaseView)
    return view


def test_without_a_yes_no_answer_is_kept_whoever_asks(town: Town) -> None:
    case_id = case_in(town, S.SUPPORTED)
    assert fails(town, case_id, direct=3).code == "consent_needed"
    recorded(town, case_id, 0, response=Response.NOT_ASKED)
    after(town, 3)
    assert fails(town, case_id, 3, direct=3).code == "consent_needed"
    consented(town, case_id)
    recorded(town, case_id, 3, direct=3)


@pytest.mark.parametrize("scope", [ConsentScope.MEASURE, ConsentScope.CONTACT])
def test_a_yes_taken_back_ends_it(file_town: Town, scope: ConsentScope) -> None:
    case_id = supported(file_town)
    withdrawn(file_town, case_id, scope)
    assert fails(file_town, case_id, direct=3).code == "consent_needed"
    recorded(file_town, case_id, 0, response=Response.REFUSED)


def test_what_was_said_is_sealed_with_its_points(town: Town) -> None:
    supplied(town.house.settings.instance)
    case_id = supported(town)
    recorded(town, case_id, 0, direct=3, answers=answered(4))
    (entry,) = told(town, case_id, "measure")
    assert entry["score"] == {"emotional": 2, "social": 2, "total": 4}
    assert (entry["months"], entry["direct"]) == (0, 3)
    (one,) = seen(town, case_id).measures
    assert (one.values, one.total_class) == ((3, 4), "2-4")
    (noted,) = trail.entries(town, "measure_recorded")
    assert set(noted["details"]) == {"entry_id", "moment"}


@pytest.mark.parametrize("response", [r for r in Response if r is not Response.ANSWERED])
def test_no_answer_is_recorded_without_any(file_town: Town, response: Response) -> None:
    supplied(file_town.house.settings.instance)
    case_id = supported(file_town)
    recorded(file_town, case_id, 0, response=response, direct=4, answers=answered(6))
    (entry,) = told(file_town, case_id, "measure")
    assert (entry["response"], entry["direct"], entry["answers"]) == (response, None, {})
    assert set(entry["score"].values()) == {None}


def test_the_scale_is_asked_with_the_supplied_wording_alone(file_town: Town) -> None:
    case_id = supported(file_town)
    assert fails(file_town, case_id, answers=answered(2)).code == "other_wording"
    file = supplied(file_town.house.settings.instance, {**WORDING, "permission": ""})
    assert fails(file_town, case_id, answers=answered(2)).code == "other_wording"
    with file_town.work("coordinator") as work:
        questions = measuring(work, case_id).questions
    assert (questions.wording, questions.refused) == (None, True)
    supplied(file.parents[1])
    strange = {**answered(2), "g": ItemAnswer.YES}
    assert fails(file_town, case_id, answers=strange).code == "other_wording"
    assert fails(file_town, case_id).code == "no_answers"
    for wrong in (-1, 5):
        assert fails(file_town, case_id, direct=wrong).field == "direct"
    recorded(file_town, case_id, 0, answers=answered(2, open_items=("a",)))
    (one,) = seen(file_town, case_id).measures
    assert (one.score.emotional, one.score.social, one.score.total) == (2, None, 2)


@pytest.mark.parametrize("state", list(WAY))
def test_only_who_was_spoken_to_is_measured(file_town: Town, state: CaseState) -> None:
    case_id = supported(file_town, state)
    if state in CONVERSING:
        recorded(file_town, case_id, 0, direct=2)
        return
    with pytest.raises(NotAllowedNow):
        recorded(file_town, case_id, 0, direct=2)
    with file_town.work("coordinator") as work, pytest.raises(NotAllowedNow):
        measuring(work, case_id)


def test_a_closed_case_a_stale_page_and_a_colleague_are_refused(file_town: Town) -> None:
    ended = closed_case(file_town)
    with pytest.raises(NotAllowedNow):
        recorded(file_town, ended, 0, response=Response.REFUSED)
    case_id = supported(file_town)
    today = file_town.clock.today()
    stale = RecordMeasure(case_id, 1, 0, today, Response.REFUSED)
    with file_town.work("coordinator") as work, pytest.raises(Conflict):
        measure(work, stale)
    with file_town.work("other_coordinator") as work:
        mine = RecordMeasure(case_id, version(work, case_id), 0, today, Response.REFUSED)
        with pytest.raises(Denied):
            measure(work, mine)
        with pytest.raises(Denied):
            measuring(work, case_id)


def test_each_moment_has_its_time_and_comes_once(file_town: Town) -> None:
    case_id = supported(file_town)
    for months in (1, 12, -1):
        assert fails(file_town, case_id, months, direct=1).code == "unknown_code"
    assert fails(file_town, case_id, 3, direct=1).code == "measure_too_early"
    assert fails(file_town, case_id, 3, response=Response.NOT_ASKED).code == "measure_too_early"
    recorded(file_town, case_id, 0, direct=4)
    assert fails(file_town, case_id, 0, direct=1).code == "unknown_code"
    after(file_town, 3, days=-14)
    recorded(file_town, case_id, 3, direct=3)
    after(file_town, 3)
    recorded(file_town, case_id, 6, direct=2)
    assert [one.months for one in seen(file_town, case_id).measures] == [0, 3, 6]


def test_before_support_there_is_the_start_alone_and_later_no_way_back(file_town: Town) -> None:
    talking = supported(file_town, S.IN_CONVERSATION)
    assert fails(file_town, talking, 3, response=Response.REFUSED).code == "unknown_code"
    case_id = supported(file_town)
    after(file_town, 3)
    recorded(file_town, case_id, 3, direct=1)
    assert fails(file_town, case_id, 0, direct=4).code == "unknown_code"


@pytest.mark.parametrize("days", [-1, 1])
def test_the_day_lies_between_the_opening_and_today(file_town: Town, days: int) -> None:
    case_id = supported(file_town)
    day = file_town.clock.today() + timedelta(days=days)
    assert fails(file_town, case_id, day=day, direct=1).field == "day"


def test_a_measure_is_put_right_by_a_following_entry(file_town: Town) -> None:
    case_id = supported(file_town)
    recorded(file_town, case_id, 0, direct=4)
    number = len(told(file_town, case_id))
    recorded(file_town, case_id, 0, direct=3, corrects=number)
    view = seen(file_town, case_id)
    assert [one.direct for one in view.measures] == [3]
    kinds = [one.measure.direct for one in view.timeline if one.measure]
    assert kinds == [3, 4], "what was put right stays to be read"
    # Of something that was put right already, and of another moment.
    assert fails(file_town, case_id, 0, direct=1, corrects=number).field == "moment"
    assert fails(file_town, case_id, 3, direct=1, corrects=number + 1).field == "moment"
    with file_town.work("coordinator") as work, pytest.raises(NotAllowedNow):
        measuring(work, case_id, number)


def steps(town: Town, case_id: UUID) -> list[tuple[str, int | None]]:
    """What is proposed of measures, and for which moment."""
    found = [(step.code, step.months) for step in seen(town, case_id).next_steps]
    return [one for one in found if one[0] in ("measure", "measure_start", "end_aftercare")]


def test_what_to_do_next_speaks_of_each_moment_in_its_time(file_town: Town) -> None:
    case_id = case_in(file_town, S.SUPPORTED)
    assert steps(file_town, case_id) == [("measure_start", 0)]
    refused(file_town, case_id, 0)
    assert steps(file_town, case_id) == []
    after(file_town, 3, days=-14)
    assert steps(file_town, case_id) == [("measure", 3)]
    moved(file_town, case_id, S.AFTERCARE)
    assert steps(file_town, case_id) == [("measure", 3)]
    recorded(file_town, case_id, 3, response=Response.NOT_POSSIBLE)
    assert steps(file_town, case_id) == [("end_aftercare", None)]
    after(file_town, 3)
    assert steps(file_town, case_id) == [("measure", 6), ("end_aftercare", None)]


def test_the_start_is_asked_while_it_still_is_one(file_town: Town) -> None:
    case_id = case_in(file_town, S.SUPPORTED)
    after(file_town, 3)
    assert steps(file_town, case_id) == [("measure", 3)]


def test_aftercare_waits_from_the_first_day_of_support(file_town: Town) -> None:
    case_id = case_in(file_town, S.SUPPORTED)
    after(file_town, 1)
    moved(file_town, case_id, S.AFTERCARE)
    row = case_row(file_town, case_id)
    assert (str(row.deadline_on), row.deadline_kind) == ("2027-02-23", "measure")
    refused(file_town, case_id, 3)
    row = case_row(file_town, case_id)
    assert row.deadline_kind == "task", "to decide how it ends"
    moved(file_town, case_id, S.IN_CONVERSATION)
    moved(file_town, case_id, S.SUPPORTED)
    moved(file_town, case_id, S.AFTERCARE)
    assert case_row(file_town, case_id).deadline_kind == "task"
    closed(file_town, case_id)


def test_a_measure_comes_before_a_later_time_to_ask_how_it_goes(file_town: Town) -> None:
    case_id = supported(file_town)
    after(file_town, 2)
    tried(file_town, case_id, AttemptResult.REACHED)
    row = case_row(file_town, case_id)
    assert (str(row.deadline_on), row.deadline_kind) == ("2027-02-23", "measure")
    after(file_town, 1)
    recorded(file_town, case_id, 3, direct=1)
    assert case_row(file_town, case_id).deadline_kind == "follow_up"


def test_reading_for_a_measure_is_written_down(file_town: Town) -> None:
    case_id = supported(file_town)
    do(file_town, lambda work: measuring(work, case_id))
    assert [entry["object"] for entry in trail.entries(file_town, "case_read")] == [str(case_id)]
