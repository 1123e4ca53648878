"""Lists: the most pressing first, whole pages, names opened once and written down once."""

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from kit import trail
from kit.cases import case_in, case_row, closed_case, do, opened, referral_in, tried, version
from kit.rights import informed
from kit.signals import a_signal
from kit.town import Town
from sqlalchemy import select, text, update

from signalering.domain.commands.cases.feedback import GiveFeedback
from signalering.domain.commands.cases.list import CaseFilter, ListCases, Narrowing, PageKey
from signalering.domain.commands.cases.note import WriteNote
from signalering.domain.commands.cases.pause import PauseCase
from signalering.domain.commands.cases.reopen import ReopenCase
from signalering.domain.errors import Denied
from signalering.domain.quiet import Quiet, week_of
from signalering.domain.states import CaseOutcome, CaseState, NoFeedback, PauseReason, ReferralState
from signalering.domain.views.cases.list import CasePage
from signalering.domain.vocabularies import vocabulary
from signalering.models.cases.case import Case
from signalering.models.directory.initiative import Initiative
from signalering.models.referrals.referral import Referral
from signalering.services.cases import list as listing
from signalering.services.cases.feedback import feedback
from signalering.services.cases.hand_back import hand_back
from signalering.services.cases.list import list_cases
from signalering.services.cases.note import note
from signalering.services.cases.pause import pause
from signalering.services.cases.reopen import reopen


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
    # And until its resident knows of it.
    assert ids(town, CaseFilter.OWN) == [mine, closed]
    informed(town, closed)
    assert ids(town, CaseFilter.OWN) == [mine]
    assert set(ids(town, CaseFilter.ALL)) == {mine, hers, free}
    assert ids(town, CaseFilter.CLOSED) == [closed]


def test_closed_ones_follow_without_gap_or_double(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some have a day and some have none; databases differ in where those would stand."""
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


def only(town: Town, queue: CaseFilter = CaseFilter.ALL, **codes: str) -> list[UUID]:
    """Which cases are left with this choice; the count says the same."""
    shown = page(town, ListCases(queue, only=Narrowing(**codes)))
    assert shown.left == len(shown.rows)
    return [row.id for row in shown.rows]


def moved_on(town: Town, days: int) -> date:
    """So many days later."""
    town.clock.move_to(town.clock.now() + timedelta(days=days))
    return town.clock.today()


def test_a_state_and_what_is_due_narrow_the_list(town: Town) -> None:
    fresh, trying = opened(town), case_in(town, CaseState.CONTACTING)
    closed_case(town)
    assert only(town, state="opened") == [fresh]
    assert only(town, due="next_attempt") == [trying]
    assert only(town, state="opened", due="next_attempt") == []
    assert only(town, CaseFilter.UNOWNED, state="opened") == []


def test_an_area_narrows_to_cases_with_a_referral_that_runs_there(town: Town) -> None:
    case_id = case_in(town, CaseState.IN_CONVERSATION)
    opened(town)
    ended = case_in(town, CaseState.IN_CONVERSATION)
    referral_in(town, ReferralState.SENT, case_id)
    referral_in(town, ReferralState.DECLINED, ended)
    with town.work(writes=False) as work:
        area = work.data.scalar(select(Initiative.area).join(Referral))
    assert area is not None
    assert only(town, area=area) == [case_id]
    other = next(code for code in vocabulary("areas").codes if code != area)
    assert only(town, area=other) == []


def test_every_entry_keeps_the_monday_of_its_week_and_nothing_finer(town: Town) -> None:
    case_id = opened(town)
    before = case_row(town, case_id)
    assert before.active_on == week_of(town.clock.today())
    assert before.version == 1, "no change that a form would stumble over"
    today = moved_on(town, 10)
    tried(town, case_id)
    assert case_row(town, case_id).active_on == week_of(today)
    moved_on(town, 7)
    page(town)
    assert case_row(town, case_id).active_on == week_of(today), "reading is no entry"


def test_a_closed_case_keeps_no_week_and_gets_one_when_it_is_taken_up(town: Town) -> None:
    case_id = closed_case(town)
    assert case_row(town, case_id).active_on is None
    do(town, lambda w: reopen(w, ReopenCase(case_id, version(w, case_id), "by_mistake")))
    assert case_row(town, case_id).active_on == week_of(town.clock.today())


def test_what_has_gone_quiet_is_left_and_a_word_ends_it(town: Town) -> None:
    quiet, noted, rests = opened(town), opened(town), opened(town)
    today = moved_on(town, 41)
    do(town, lambda w: note(w, WriteNote(noted, version(w, noted), "Gebeld.")))
    until, why = today + timedelta(days=20), PauseReason.HOSPITAL
    do(town, lambda w: pause(w, PauseCase(rests, version(w, rests), until, why)))
    assert only(town, quiet=Quiet.ONE_MONTH) == [quiet]
    assert only(town, quiet=Quiet.THREE_MONTHS) == []
    moved_on(town, 20)
    assert set(only(town, quiet=Quiet.TWO_WEEKS)) == {quiet, noted}
    do(town, lambda w: note(w, WriteNote(quiet, version(w, quiet), "Gebeld.")))
    assert only(town, quiet=Quiet.TWO_WEEKS) == [noted]


def test_a_week_that_nobody_knows_counts_as_long_ago(town: Town) -> None:
    case_id = opened(town)
    with town.committed() as work:
        work.data.execute(update(Case).values(active_on=None))
    assert only(town, quiet=Quiet.THREE_MONTHS) == [case_id]


def test_closed_cases_are_never_narrowed(file_town: Town) -> None:
    closed = closed_case(file_town)
    ask = ListCases(CaseFilter.CLOSED, only=Narrowing(state="opened", quiet="one_month"))
    shown = page(file_town, ask)
    assert [row.id for row in shown.rows] == [closed]
    assert shown.left is None


def test_pages_follow_within_a_choice(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "PAGE_SIZE", 1)
    cases = {case_in(town, CaseState.CONTACTING) for _ in range(3)}
    for _ in range(3):
        opened(town)
    seen: list[UUID] = []
    ask: ListCases | None = ListCases(only=Narrowing(due="next_attempt"))
    while ask is not None:
        shown = page(town, ask)
        seen += [row.id for row in shown.rows]
        ask = ListCases(after=shown.after, only=ask.only) if shown.after else None
    assert len(seen) == len(cases)
    assert set(seen) == cases


def test_queues_are_counted_no_further_than_anybody_needs(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(town)
    opened(town)
    closed_case(town)  # its reporter is still to be told
    everything = {CaseFilter.OWN: 3, CaseFilter.ALL: 3, CaseFilter.UNOWNED: 0, CaseFilter.CLOSED: 1}
    assert page(town).counts == everything
    monkeypatch.setattr(listing, "MOST", 1)
    assert page(town).counts[CaseFilter.ALL] == 1


@pytest.mark.sqlite  # PostgreSQL chooses by how much there is
@pytest.mark.parametrize(
    ("queue", "index"),
    [
        (CaseFilter.ALL, "ix_case_record_unfinished"),
        (CaseFilter.OWN, "ix_case_record_own"),
        (CaseFilter.UNOWNED, "ix_case_record_own"),
    ],
)
def test_a_page_is_found_in_an_index_alone(file_town: Town, queue: CaseFilter, index: str) -> None:
    """Nothing is sorted and no row is read on the way: else the last page of many takes longest."""
    with file_town.work("coordinator") as work:
        wanted = listing._wanted(work, queue, Narrowing(quiet="one_month", due="measure"))
        behind = listing._behind(PageKey(date(2026, 12, 1), uuid4()), closed=False)
        query = select(Case.id, Case.deadline_on).where(wanted, behind)
        query = query.order_by(Case.deadline_on, Case.id).limit(51)
        literal = query.compile(work.data.get_bind(), compile_kwargs={"literal_binds": True})
        plan = work.data.execute(text(f"EXPLAIN QUERY PLAN {literal}")).all()
    (step,) = (row.detail for row in plan)
    assert f"COVERING INDEX {index}" in step
