"""Lists: the most pressing first, whole pages, names opened once and written down once."""

from datetime import timedelta
from uuid import UUID

import pytest
from kit import trail
from kit.cases import case_row, closed_case, do, opened
from kit.signals import a_signal
from kit.town import Town

from signalering.domain.commands.cases.feedback import GiveFeedback
from signalering.domain.commands.cases.list import CaseFilter, ListCases
from signalering.domain.errors import Denied
from signalering.domain.states import CaseOutcome, NoFeedback
from signalering.domain.views.cases.list import CasePage
from signalering.models.cases.case import Case
from signalering.services.cases import list as listing
from signalering.services.cases.feedback import feedback
from signalering.services.cases.hand_back import hand_back
from signalering.services.cases.list import list_cases


def page(town: Town, ask: ListCases | None = None, key: str = "coordinator") -> CasePage:
    """A page of a queue."""
    found = do(town, lambda work: list_cases(work, ask or ListCases()), key)
    assert isinstance(found, CasePage)
    return found


def ids(town: Town, queue: CaseFilter, key: str = "coordinator") -> list[UUID]:
    """Which cases stand in a queue."""
    return [row.id for row in page(town, ListCases(queue), key).rows]


def test_every_case_stands_in_its_queue(town: Town) -> None:
    mine, hers = opened(town), opened(town, "other_coordinator")
    free, closed = opened(town), closed_case(town)
    do(town, lambda w: hand_back(w, free, case_row(town, free).version))
    # What is closed stays a thing to do until its reporter has heard of it.
    assert ids(town, CaseFilter.OWN) == [mine, closed]
    assert set(ids(town, CaseFilter.ALL)) == {mine, hers, free, closed}
    assert ids(town, CaseFilter.UNOWNED) == [free]
    assert ids(town, CaseFilter.CLOSED) == [closed]
    told = GiveFeedback(closed, case_row(town, closed).version, reason=NoFeedback.KNOWS_ALREADY)
    do(town, lambda w: feedback(w, told))
    assert ids(town, CaseFilter.OWN) == [mine]
    assert set(ids(town, CaseFilter.ALL)) == {mine, hers, free}
    assert ids(town, CaseFilter.CLOSED) == [closed]


def test_closed_ones_follow_without_gap_or_double(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some have a day and some have none; databases differ in where those stand."""
    monkeypatch.setattr(listing, "PAGE_SIZE", 2)
    outcomes = [CaseOutcome.MOVED, CaseOutcome.DUPLICATE] * 3
    shut = [closed_case(town, outcome) for outcome in outcomes]
    seen, after = [], None
    while True:
        found = page(town, ListCases(CaseFilter.CLOSED, after))
        seen += [row.id for row in found.rows]
        after = found.after
        if after is None:
            break
    assert set(seen[:3]) == set(shut[::2])
    assert sorted(seen) == sorted(shut)


def test_the_most_pressing_first_and_late_ones_say_so(town: Town) -> None:
    first = opened(town)
    town.clock.move_to(town.clock.now() + timedelta(days=8))
    second = opened(town)
    rows = page(town).rows
    assert [row.id for row in rows] == [first, second]
    assert [row.overdue for row in rows] == [True, False]


def test_names_are_opened_for_the_page_with_one_entry(town: Town) -> None:
    opened(town)
    opened(town, command=a_signal())
    assert sorted(row.name for row in page(town).rows) == ["", "Truida Verzonnen"]
    (entry,) = trail.entries(town, "case_listed")
    assert entry["details"] == {"count": "2"}


def test_pages_follow_without_gap_or_double(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "PAGE_SIZE", 2)
    cases = {opened(town) for _ in range(5)}
    seen: list[UUID] = []
    ask: ListCases | None = ListCases()
    while ask is not None:
        shown = page(town, ask)
        seen += [row.id for row in shown.rows]
        ask = ListCases(after=shown.after) if shown.after else None
    assert len(seen) == len(cases)
    assert set(seen) == cases


def test_closed_ones_have_pages_too(file_town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "PAGE_SIZE", 1)
    cases = {closed_case(file_town) for _ in range(2)}
    first = page(file_town, ListCases(CaseFilter.CLOSED))
    second = page(file_town, ListCases(CaseFilter.CLOSED, first.after))
    assert {first.rows[0].id, second.rows[0].id} == cases
    assert second.after is None


@pytest.mark.parametrize("who", ["worker", "manager", "administrator", "privacy_officer"])
def test_who_may_not(file_town: Town, who: str) -> None:
    with file_town.work(who) as work, pytest.raises(Denied):
        list_cases(work, ListCases())


def test_a_row_that_is_read_only_changes_nothing(file_town: Town) -> None:
    case_id = opened(file_town)
    page(file_town)
    with file_town.work(writes=False) as work:
        assert work.data.get_one(Case, case_id).version == 1
