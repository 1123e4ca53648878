"""Whether loneliness changed is counted once a case, in its class, and so is what has no answer."""

from uuid import UUID

import pytest
from kit.cases import (
    case_in,
    do,
    facts_of,
    referral_in,
    told,
    version,
)
from kit.measures import (
    after,
    closed,
    moved,
    recorded,
    refused,
    supported,
    withdrawn,
)
from kit.town import Town

from signalering.domain.commands.cases.reopen import ReopenCase
from signalering.domain.states import (
    CaseOutcome,
    CaseState,
    ConsentScope,
    ReferralState,
)
from signalering.services.cases.reopen import reopen
from signalering.services.statistics.move import move_waiting

S = CaseState


def changes(town: Town, case_id: UUID) -> list[str]:
    """Which changes wait to be counted."""
    return [one["change"] for one in facts_of(town, case_id) if one["event"] == "measured"]


@pytest.mark.parametrize(
    ("start", "later", "counted"),
    [(4, 2, "less"), (2, 2, "same"), (1, 2, "more"), (None, 2, "not_measured")],
)
def test_the_change_is_counted_once_in_its_class(
    town: Town, start: int | None, later: int, counted: str
) -> None:
    case_id = supported(town)
    if start is not None:
        recorded(town, case_id, 0, direct=start)
    assert changes(town, case_id) == []
    after(town, 3)
    recorded(town, case_id, 3, direct=later)
    assert changes(town, case_id) == [counted]
    after(town, 3)
    recorded(town, case_id, 6, direct=0)
    assert changes(town, case_id) == [counted], "the same person isn't counted twice"


def test_the_fact_has_codes_alone(file_town: Town) -> None:
    case_id = supported(file_town)
    refused(file_town, case_id, 3)
    (fact,) = [one for one in facts_of(file_town, case_id) if one["event"] == "measured"]
    assert fact["change"] == "not_measured"
    assert set(fact) == {"kind", "event", "period", "registered_in", "area", "age_band"} | {
        "reporter_group",
        "pillar",
        "outcome",
        "change",
        "days",
    }


def test_a_correction_takes_the_place_of_what_waits_and_of_nothing_else(file_town: Town) -> None:
    case_id = supported(file_town)
    recorded(file_town, case_id, 0, direct=4)
    first = len(told(file_town, case_id))
    after(file_town, 3)
    recorded(file_town, case_id, 3, direct=3)
    recorded(file_town, case_id, 0, direct=2, corrects=first)
    assert changes(file_town, case_id) == ["more"]
    do(file_town, move_waiting)
    assert changes(file_town, case_id) == []
    recorded(file_town, case_id, 0, direct=3, corrects=len(told(file_town, case_id)))
    assert changes(file_town, case_id) == [], "what is in the figures stays as it was"


def test_support_that_ends_without_a_measure_is_counted_once(file_town: Town) -> None:
    case_id = supported(file_town)
    closed(file_town, case_id)
    assert changes(file_town, case_id) == ["not_measured"]
    do(
        file_town,
        lambda work: reopen(work, ReopenCase(case_id, version(work, case_id), "by_mistake")),
    )
    closed(file_town, case_id)
    assert changes(file_town, case_id) == ["not_measured"]


def test_who_is_measured_after_all_is_counted_with_the_measure(file_town: Town) -> None:
    case_id = supported(file_town)
    recorded(file_town, case_id, 0, direct=4)
    closed(file_town, case_id)
    do(
        file_town,
        lambda work: reopen(work, ReopenCase(case_id, version(work, case_id), "by_mistake")),
    )
    after(file_town, 3)
    recorded(file_town, case_id, 3, direct=1)
    assert changes(file_town, case_id) == ["less"]
    closed(file_town, case_id)
    assert changes(file_town, case_id) == ["less"]


def test_an_end_that_is_in_the_figures_is_not_counted_again(file_town: Town) -> None:
    case_id = supported(file_town)
    closed(file_town, case_id)
    do(file_town, move_waiting)
    do(
        file_town,
        lambda work: reopen(work, ReopenCase(case_id, version(work, case_id), "by_mistake")),
    )
    after(file_town, 3)
    recorded(file_town, case_id, 3, direct=1)
    assert changes(file_town, case_id) == []


def test_a_correction_that_changes_no_class_leaves_the_fact_in_its_quarter(file_town: Town) -> None:
    case_id = supported(file_town)
    recorded(file_town, case_id, 0, direct=4)
    after(file_town, 3)
    recorded(file_town, case_id, 3, direct=2)
    number = len(told(file_town, case_id))
    after(file_town, 3)
    recorded(file_town, case_id, 3, direct=1, corrects=number)
    (fact,) = [one for one in facts_of(file_town, case_id) if one["event"] == "measured"]
    assert (fact["period"], fact["change"]) == ("2027Q1", "less")


@pytest.mark.parametrize(
    ("state", "outcome"),
    [(S.IN_CONVERSATION, CaseOutcome.OWN_STRENGTH), (S.SUPPORTED, CaseOutcome.DUPLICATE)],
)
def test_without_support_or_as_a_duplicate_nothing_is_counted(
    file_town: Town, state: CaseState, outcome: CaseOutcome
) -> None:
    case_id = case_in(file_town, state)
    closed(file_town, case_id, outcome)
    assert changes(file_town, case_id) == []


def test_aftercare_of_who_wants_no_contact_any_more_can_end(file_town: Town) -> None:
    case_id = case_in(file_town, S.AFTERCARE)
    withdrawn(file_town, case_id, ConsentScope.CONTACT)
    closed(file_town, case_id, CaseOutcome.LINKED_AND_STARTED)
    assert changes(file_town, case_id) == ["not_measured"]


def test_a_death_in_aftercare_needs_no_measure(file_town: Town) -> None:
    case_id = case_in(file_town, S.IN_CONVERSATION)
    referral_in(file_town, ReferralState.STARTED, case_id)
    moved(file_town, case_id, S.SUPPORTED)
    moved(file_town, case_id, S.AFTERCARE)
    closed(file_town, case_id, CaseOutcome.DECEASED)
    assert changes(file_town, case_id) == ["not_measured"]
