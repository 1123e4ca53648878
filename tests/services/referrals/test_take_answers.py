"""What receivers said goes into the case: in order, counted, with a day by which to go on."""

import threading
from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from kit import trail
from kit.cards import left, with_card
from kit.cases import (
    case_in,
    case_row,
    closed_case,
    do,
    events_of,
    facts_of,
    referral_in,
    referral_row,
    stepped,
    told,
    tried,
    version,
)
from kit.measures import withdrawn
from kit.receivers import ADDRESS, asked, heard, linked, opened_by
from kit.town import Town
from sqlalchemy import select

from signalering.domain.commands.cases.close import CloseCase
from signalering.domain.commands.cases.list import CaseFilter, ListCases
from signalering.domain.commands.cases.move import MoveCase
from signalering.domain.errors import Conflict, Denied, NotAllowedNow, NotFound
from signalering.domain.house_rules import HouseRules
from signalering.domain.lifecycles import ReceiverSaid
from signalering.domain.states import (
    AttemptResult,
    Attendance,
    CaseOutcome,
    CaseState,
    ConsentScope,
    ReferralState,
)
from signalering.models.keys.group import PackageShare
from signalering.models.referrals.answer import ReferralAnswer
from signalering.services.cases.close import close
from signalering.services.cases.list import list_cases
from signalering.services.cases.move import move
from signalering.services.cases.open import open as open_case
from signalering.services.cases.show import open_record
from signalering.services.cases.take_news import take_news
from signalering.services.public.withdraw import withdraw
from signalering.services.referrals.expire import expire
from signalering.services.referrals.take_answers import take_answers

R = ReferralState
S = ReceiverSaid


def taken_in(town: Town, case_id: UUID) -> None:
    """The keeper takes in what waits."""
    do(town, lambda work: take_answers(work, case_id, version(work, case_id)))


def steps(town: Town, case_id: UUID) -> dict[str, object]:
    """What to do next, by code, with its day."""
    with town.work("coordinator") as work:
        return {step.code: step.due for step in open_record(work, case_id).next_steps}


def test_all_is_written_in_order_and_counted_late(town: Town) -> None:
    case_id = case_in(town, CaseState.IN_CONVERSATION)
    _, link = asked(town, case_id)
    heard(town, link, S.ACCEPTED, S.WAITING_LIST)
    town.clock.move_to(town.clock.now() + timedelta(days=1))
    heard(town, link, S.STARTED, S.FIRST, S.THIRD)
    taken_in(town, case_id)
    said = [entry["said"] for entry in told(town, case_id, "referral") if entry.get("said")]
    assert said == ["accepted", "waiting_list", "started", "first", "third"]
    last = told(town, case_id, "referral")[-1]
    assert last["said_on"] == town.clock.today().isoformat()
    events = ["attended_first", "attended_third", "first_contact", "referred"]
    assert events_of(town, case_id) == events
    pillars = {f["pillar"] for f in facts_of(town, case_id) if f["event"] != "first_contact"}
    assert pillars == {"encounters"}
    with town.work(writes=False) as work:
        assert work.data.scalars(select(ReferralAnswer)).all() == []
    with pytest.raises(NotAllowedNow):
        taken_in(town, case_id)
    assert events_of(town, case_id) == events, "counted once"


def test_news_shows_in_the_list_and_in_the_case_until_it_is_taken_in(town: Town) -> None:
    case_id = case_in(town, CaseState.IN_CONVERSATION)
    _, link = asked(town, case_id)
    heard(town, link, S.CALL)

    def seen() -> tuple[bool, int]:
        with town.work("coordinator") as work:
            page = list_cases(work, ListCases(CaseFilter.OWN))
            return page.rows[0].news, len(open_record(work, case_id).answers)

    assert seen() == (True, 1)
    taken_in(town, case_id)
    assert seen() == (False, 0)


def test_only_the_cases_keeper(file_town: Town) -> None:
    case_id = case_in(file_town, CaseState.IN_CONVERSATION)
    _, link = asked(file_town, case_id)
    heard(file_town, link, S.CALL)
    for who in ("other_coordinator", "worker"):
        with file_town.work(who) as work, pytest.raises(Denied):
            take_answers(work, case_id, version(work, case_id))
    taken_in(file_town, case_id)
    (entry,) = trail.entries(file_town, "receiver_news_taken")
    assert entry["details"] == {"count": "1"}


def test_a_step_by_phone_comes_after_what_the_link_said(town: Town) -> None:
    case_id = case_in(town, CaseState.IN_CONVERSATION)
    referral_id, link = asked(town, case_id)
    heard(town, link, S.ACCEPTED)
    stepped(town, referral_id, R.STARTED)
    entries = told(town, case_id, "referral")
    assert [entry.get("said") or entry["to"] for entry in entries[-2:]] == ["accepted", "started"]
    assert events_of(town, case_id) == ["first_contact", "referred"]


def test_a_closed_case_takes_in_too_and_gets_no_other_clock(town: Town) -> None:
    case_id = case_in(town, CaseState.IN_CONVERSATION)
    _, link = asked(town, case_id)
    heard(town, link, S.ACCEPTED, S.STARTED)
    supported, outcome = CaseState.SUPPORTED, CaseOutcome.LINKED_AND_STARTED
    do(town, lambda work: move(work, MoveCase(case_id, version(work, case_id), supported)))
    do(town, lambda work: close(work, CloseCase(case_id, version(work, case_id), outcome)))
    left = case_row(town, case_id).deadline_on  # by when its reporter hears of the end
    heard(town, link, S.ACCOMPANIED, S.FIRST)
    taken_in(town, case_id)
    assert "attended_first" in events_of(town, case_id)
    assert case_row(town, case_id).deadline_on == left


def test_a_no_asks_for_a_decision_soon(town: Town) -> None:
    case_id = case_in(town, CaseState.IN_CONVERSATION)
    _, link = asked(town, case_id)
    heard(town, link, S.DECLINED, reason="full")
    taken_in(town, case_id)
    row = case_row(town, case_id)
    assert row.deadline_kind == "task"
    assert row.deadline_on == HouseRules().calendar.add_working_days(town.clock.today(), 5)


def test_what_expires_is_news_and_can_be_asked_once_more(town: Town) -> None:
    case_id = case_in(town, CaseState.IN_CONVERSATION)
    asked(town, case_id)
    town.clock.move_to(town.clock.now() + timedelta(days=15))
    with town.committed() as work:
        assert expire(work) == 1
    with town.work("coordinator") as work:
        (one,) = open_record(work, case_id).answers
        assert (one.said, one.initiative) == ("expired", "Vitis Welzijn: maatjes")
    taken_in(town, case_id)
    assert "expired_referral" in steps(town, case_id)


def test_a_warm_handover_asks_after_two_and_after_six_weeks(town: Town) -> None:
    case_id = case_in(town, CaseState.IN_CONVERSATION)
    _, link = asked(town, case_id)
    heard(town, link, S.ACCEPTED, S.STARTED, S.ACCOMPANIED)
    taken_in(town, case_id)
    day = town.clock.today()
    first, second = day + timedelta(weeks=2), day + timedelta(weeks=6)
    assert steps(town, case_id)["follow_up_handover"] == first
    assert (case_row(town, case_id).deadline_on, case_row(town, case_id).deadline_kind) == (
        first,
        "follow_up",
    )
    town.clock.move_to(town.clock.now() + timedelta(weeks=2))
    tried(town, case_id, AttemptResult.NO_ANSWER)
    assert steps(town, case_id)["follow_up_handover"] == first, "nobody was reached"
    tried(town, case_id, AttemptResult.REACHED)
    assert steps(town, case_id)["follow_up_handover"] == second
    assert case_row(town, case_id).deadline_on == second
    town.clock.move_to(town.clock.now() + timedelta(weeks=4))
    tried(town, case_id, AttemptResult.REACHED)
    assert "follow_up_handover" not in steps(town, case_id)


def test_a_handover_that_a_step_by_phone_takes_in_is_asked_about_too(file_town: Town) -> None:
    case_id = case_in(file_town, CaseState.IN_CONVERSATION)
    referral_id, link = asked(file_town, case_id)
    file_town.clock.move_to(file_town.clock.now() + timedelta(days=7))
    heard(file_town, link, S.ACCEPTED, S.STARTED, S.ACCOMPANIED)
    stepped(file_town, referral_id, attendance=Attendance.FIRST)
    row = case_row(file_town, case_id)
    due = file_town.clock.today() + timedelta(weeks=2)
    assert (row.deadline_on, row.deadline_kind) == (due, "follow_up")


@pytest.mark.parametrize("verb", ["advance", "send", "withdraw"])
def test_a_no_that_another_step_takes_in_asks_for_a_decision_too(
    file_town: Town, verb: str
) -> None:
    case_id = case_in(file_town, CaseState.IN_CONVERSATION)
    _, link = asked(file_town, case_id)
    other = referral_in(file_town, R.CONSENTED, case_id, "WestlandOntmoet")
    heard(file_town, link, S.DECLINED, reason="full")
    if verb == "advance":
        stepped(file_town, other, R.SENT)
    elif verb == "send":
        linked(file_town, other)
    else:
        withdrawn(
            file_town,
            case_id,
            ConsentScope.SHARE_WITH_INITIATIVE,
            referral_row(file_town, other).initiative_id,
        )
    assert "declined" in [entry.get("said") for entry in told(file_town, case_id, "referral")]
    assert case_row(file_town, case_id).deadline_kind == "task"


def test_two_handovers_are_each_asked_about(town: Town) -> None:
    case_id = case_in(town, CaseState.IN_CONVERSATION)
    one = referral_in(town, R.STARTED, case_id)
    other = referral_in(town, R.STARTED, case_id, "WestlandOntmoet")
    stepped(town, one, attendance=Attendance.ACCOMPANIED)
    first = town.clock.today() + timedelta(weeks=2)
    town.clock.move_to(town.clock.now() + timedelta(days=7))
    stepped(town, other, attendance=Attendance.ACCOMPANIED)
    with town.work("coordinator") as work:
        found = [s for s in open_record(work, case_id).next_steps if s.code == "follow_up_handover"]
    assert {step.due for step in found} == {first, first + timedelta(days=7)}
    assert case_row(town, case_id).deadline_on == first
    stepped(town, one, R.STOPPED, reason="health")
    with town.work("coordinator") as work:
        left_over = [
            s for s in open_record(work, case_id).next_steps if s.code == "follow_up_handover"
        ]
    assert [step.initiative for step in left_over] == ["WestlandOntmoet"]


@pytest.mark.parametrize("said", [(), (S.ACCEPTED, S.STARTED, S.FIRST)])
def test_a_no_with_the_card_ends_the_link_before_anybody_reads_of_it(
    town: Town, said: tuple[ReceiverSaid, ...]
) -> None:
    signal_id, code = with_card(town, in_triage=True)
    left(town, code)
    with town.committed("coordinator") as work:
        case_id = open_case(work, signal_id)
    to = CaseState.IN_CONVERSATION
    do(town, lambda work: move(work, MoveCase(case_id, version(work, case_id), to)))
    referral_id, link = asked(town, case_id)
    if said:
        heard(town, link, *said)
    with town.committed() as work:
        withdraw(work, code, ADDRESS)
    with pytest.raises(NotFound):
        opened_by(town, link)
    with town.work(writes=False) as work:
        assert work.keys.scalars(select(PackageShare)).all() == []
    row = referral_row(town, referral_id)
    assert (row.link_hash, row.package) == (None, None)
    do(town, lambda work: take_news(work, case_id, version(work, case_id)))
    assert referral_row(town, referral_id).state == (R.STOPPED if said else R.REVOKED)
    expected = ["first_contact", *(["attended_first", "referred"] if said else [])]
    assert events_of(town, case_id) == sorted(expected), "what was said before still counts"


def test_who_sends_while_the_resident_takes_the_yes_back_leaves_no_share(town: Town) -> None:
    for _ in range(4):
        signal_id, code = with_card(town, in_triage=True)
        left(town, code)
        with town.committed("coordinator") as work:
            case_id = open_case(work, signal_id)
        command = MoveCase(case_id, 1, CaseState.IN_CONVERSATION)
        do(town, lambda work, c=command: move(work, c))
        referral_id = referral_in(town, R.CONSENTED, case_id)
        start = threading.Barrier(2, timeout=60)
        faults: list[BaseException] = []

        def at_once(
            act: Callable[[], object],
            gate: threading.Barrier = start,
            found: list[BaseException] = faults,
        ) -> None:
            gate.wait()
            try:
                act()
            except (NotAllowedNow, Conflict):
                pass
            except Exception as fault:
                found.append(fault)

        def take_back(code: str = code) -> None:
            with town.committed() as work:
                withdraw(work, code, ADDRESS)

        acts = (take_back, lambda one=referral_id: linked(town, one))
        threads = [threading.Thread(target=at_once, args=[act]) for act in acts]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(100)
        assert not faults
        with town.work(writes=False) as work:
            assert work.keys.scalars(select(PackageShare)).all() == []
        assert referral_row(town, referral_id).link_hash is None


def test_nothing_waits_in_a_case_without_news(file_town: Town) -> None:
    case_id = closed_case(file_town)
    with pytest.raises(NotAllowedNow):
        taken_in(file_town, case_id)
