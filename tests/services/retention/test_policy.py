"""Terms: decided with reasons, applied to what is there, and never past a notice."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from kit.cases import case_row, closed_case, do, opened
from kit.retention import decided, held, noticed, notices, on, opened_run, ran_on, unlocked
from kit.signals import details_at, logged, row_of, taken, with_details
from kit.town import Town
from sqlalchemy import delete, select

from signalering.domain.commands.retention.change_policy import ChangePolicy
from signalering.domain.commands.retention.hold import Hold
from signalering.domain.errors import Conflict, Denied, DomainError, InvalidInput, NotAllowedNow
from signalering.domain.retention import (
    OPTIONS,
    Erasable,
    HoldFor,
    HoldReason,
    KeepFor,
    Kept,
    erased_from,
    kept_through_month,
    started_by,
)
from signalering.domain.states import CaseOutcome
from signalering.models.audit.segment import AuditEntry, AuditSegment
from signalering.models.cases.case import Case
from signalering.models.signals.signal import Signal
from signalering.services.accounts.own_work import digest_of
from signalering.services.audit.heads import heads_of
from signalering.services.audit.verify import verify
from signalering.services.cases.open import open as open_case
from signalering.services.cases.today import today as look_at_today
from signalering.services.retention.change_policy import change_policy, choices
from signalering.services.retention.declaration import declaration
from signalering.services.retention.end_hold import end_hold
from signalering.services.retention.erase_case import erase_case
from signalering.services.retention.hold import hold
from signalering.services.retention.overview import overview
from signalering.services.retention.policy import term
from signalering.services.retention.sign_declaration import sign_declaration
from signalering.services.work import Work

A_DAY = timedelta(days=1)


def test_without_a_decision_the_first_values_hold(town: Town) -> None:
    with town.work(writes=False) as work:
        assert term(work, Kept.SIGNAL) is KeepFor.MONTHS_24
    decided(town, Kept.SIGNAL, KeepFor.MONTHS_12)
    decided(town, Kept.SIGNAL, KeepFor.MONTHS_18)
    with town.work("privacy_officer", writes=False) as work:
        assert term(work, Kept.SIGNAL) is KeepFor.MONTHS_18
        view = overview(work)
    assert [one.keep_for for one in view.history] == ["18_months", "12_months"]
    assert {one.by for one in view.history} == {"Po Officer"}


@pytest.mark.parametrize("kept", Kept)
def test_every_choice_is_a_named_term_and_ends(kept: Kept) -> None:
    for one in OPTIONS[kept]:
        assert kept_through_month(one, date(2026, 11, 23)) < date(2034, 1, 1)


@pytest.mark.parametrize("day", [date(2028, 2, 29), date(2026, 12, 31), date(2027, 3, 1)])
@pytest.mark.parametrize("keep_for", [KeepFor.MONTHS_3, KeepFor.MONTHS_24, KeepFor.YEARS_5])
def test_what_began_by_and_what_is_kept_through_are_each_others_reverse(
    keep_for: KeepFor, day: date
) -> None:
    last = started_by(keep_for, day)
    assert kept_through_month(keep_for, last) <= day < kept_through_month(keep_for, last + A_DAY)


def test_what_goes_has_stood_its_days() -> None:
    assert erased_from(date(2027, 2, 28), date(2027, 2, 14)) == date(2027, 3, 1)
    assert erased_from(date(2027, 2, 28), date(2027, 3, 9)) == date(2027, 3, 23)


def test_a_longer_term_asks_for_more_than_a_reason(town: Town) -> None:
    decided(town, Kept.SIGNAL, KeepFor.MONTHS_12, why_longer="")
    wrong: tuple[tuple[dict[str, Any], str], ...] = (
        ({"why_longer": ""}, "longer_needs_reason"),
        ({"reason": " "}, "required"),
        ({"keep_for": KeepFor.MONTHS_12}, "same_term"),
        ({"keep_for": KeepFor.YEARS_5}, "unknown_code"),
    )
    for changes, code in wrong:
        said: dict[str, Any] = {
            "keep_for": KeepFor.MONTHS_24,
            "reason": "Zo",
            "why_longer": "Zo",
        } | changes
        with town.work("privacy_officer") as work, pytest.raises(InvalidInput, match=code):
            change_policy(work, ChangePolicy(Kept.SIGNAL, 1, **said))
    with town.work("privacy_officer") as work, pytest.raises(Conflict):
        change_policy(work, ChangePolicy(Kept.SIGNAL, 0, KeepFor.MONTHS_24, "Zo", "Zo"))


@pytest.mark.parametrize("key", ["coordinator", "administrator", "manager", "worker"])
def test_nobody_else_decides(file_town: Town, key: str) -> None:
    command = ChangePolicy(Kept.SIGNAL, 0, KeepFor.MONTHS_12, "Zo", "")
    verbs: tuple[Callable[[Work], Any], ...] = (
        lambda work: change_policy(work, command),
        lambda work: choices(work, Kept.SIGNAL),
        overview,
        lambda work: declaration(work, uuid4()),
    )
    for verb in verbs:
        with file_town.work(key) as work, pytest.raises(Denied):
            verb(work)


def test_a_shorter_term_goes_by_its_notice_alone(town: Town) -> None:
    signal_id = logged(town)
    with town.committed() as work:
        row = work.data.get_one(Signal, signal_id)
        row.state = "noted"
    today = date(2028, 3, 10)
    ran_on(town, today - A_DAY)
    assert noticed(town) == {}
    with town.work("privacy_officer", writes=False) as work:
        view = choices(work, Kept.SIGNAL)
    assert {one.keep_for: one.count for one in view.choices} == {"12_months": 1, "18_months": 0}
    decided(town, Kept.SIGNAL, KeepFor.MONTHS_12)
    ran_on(town, today, today + 13 * A_DAY)
    assert row_of(town, signal_id)
    ran_on(town, today + 14 * A_DAY)
    with town.work(writes=False) as work:
        assert work.data.get(Signal, signal_id) is None


def test_envelopes_get_their_new_day_at_once(town: Town) -> None:
    signal_id = logged(town, command=with_details())
    today = town.clock.today()
    decided(town, Kept.UNOPENED_CONTACT_DETAILS, KeepFor.DAYS_60)
    details = details_at(town, signal_id)
    assert details is not None
    assert details.lapses_on == today + 60 * A_DAY
    later = details_at(town, logged(town, command=with_details()))
    assert later is not None
    assert later.lapses_on == today + 60 * A_DAY


def test_closed_cases_get_theirs_when_a_coordinator_is_in(town: Town) -> None:
    without, followed = closed_case(town), closed_case(town, CaseOutcome.REFERRED_TO_CARE)
    live = opened(town)
    decided(town, Kept.CASE_WITHOUT_FOLLOW_UP, KeepFor.MONTHS_6)
    assert case_row(town, without).erase_after == date(2027, 2, 28)
    # A longer term waits for them, so nothing of cases goes meanwhile.
    ran_on(town, date(2027, 2, 20), date(2027, 3, 6), date(2027, 3, 7))
    assert case_row(town, without)
    assert noticed(town) == {}
    unlocked(town)
    assert case_row(town, without).erase_after == date(2027, 5, 31)
    assert case_row(town, followed).erase_after == date(2027, 11, 30)
    assert case_row(town, live).erase_after is None
    with town.work("privacy_officer", writes=False) as work:
        assert not overview(work).cases_wait
    assert case_row(town, closed_case(town)).erase_after == date(2027, 9, 30)


def test_a_coordinator_may_hold_and_nobody_may_for_ever(town: Town) -> None:
    case_id = closed_case(town)
    reference = case_row(town, case_id).reference
    hold_id = held(town, Erasable.CASE, reference, HoldFor.MONTHS_12, "coordinator")
    with town.work("privacy_officer", writes=False) as work:
        (one,) = overview(work).held
    assert (one.until, one.reference) == (date(2027, 11, 30), reference)
    with town.committed("coordinator") as work, pytest.raises(NotAllowedNow, match="case_on_hold"):
        erase_case(work, reference)
    # Again: one hold, with the new day.
    assert held(town, Erasable.CASE, reference, HoldFor.MONTHS_1) == hold_id
    for key in ("administrator", "manager", "worker"):
        with town.work(key) as work, pytest.raises(Denied):
            hold(work, Hold(Erasable.CASE, reference, HoldReason.BREACH, HoldFor.MONTHS_1))
        with town.work(key) as work, pytest.raises(Denied):
            end_hold(work, hold_id)
    do(town, lambda work: end_hold(work, hold_id), "privacy_officer")
    with town.committed("coordinator") as work:
        erase_case(work, reference)


def test_a_signal_of_a_case_needs_no_hold_of_its_own(town: Town) -> None:
    """Both at once would tie the two together in clear."""
    signal_id = taken(town, command=with_details())
    do(town, lambda work: open_case(work, signal_id))
    with pytest.raises(InvalidInput, match="signal_kept_by_case"):
        held(town, Erasable.SIGNAL, row_of(town, signal_id).reference)


def test_the_digest_counts_what_leaves(town: Town) -> None:
    closed_case(town)
    on(town, date(2027, 2, 14))
    notices(town)
    for key, count in (("coordinator", 1), ("other_coordinator", 0)):
        with town.work(writes=False) as work:
            assert digest_of(work, town.people[key].account_id).leaving == count


def test_a_declaration_is_signed_once(town: Town) -> None:
    run_id = opened_run(town)
    do(town, lambda work: sign_declaration(work, run_id), "privacy_officer")
    with pytest.raises(NotAllowedNow):
        do(town, lambda work: sign_declaration(work, run_id), "privacy_officer")
    with town.work("privacy_officer", writes=False) as work:
        view = declaration(work, run_id)
    assert (view.signed_by, view.data_until) == ("Po Officer", date(2027, 2, 21))


def test_the_audit_trail_goes_after_its_years_and_the_chain_holds(town: Town) -> None:
    closed_case(town)
    on(town, date(2028, 3, 1))
    do(town, look_at_today)
    with town.work(writes=False) as work:
        old = verify(work)
        assert old.faults == ()
    # November 2026 is kept through November 2031.
    ran_on(town, date(2031, 11, 16), date(2031, 11, 30))
    do(town, look_at_today)
    ran_on(town, date(2031, 12, 1))
    with town.work(writes=False) as work:
        now = verify(work)
        months = set(work.data.scalars(select(AuditSegment.opened_in)))
    assert now.faults == ()
    assert "2026-11" not in months
    assert "2028-03" in months
    # One that goes is still found where newer months than the two oldest name it.
    with town.committed() as work:
        newest = work.data.scalars(select(AuditSegment).where(AuditSegment.opened_in == "2031-12"))
        named = {head.segment for segment in newest for head in heads_of(segment)}
        gone = work.data.scalars(
            select(AuditSegment.id)
            .where(AuditSegment.opened_in == "2031-11", AuditSegment.id.in_(named))
            .limit(1)
        ).one()
        work.data.execute(delete(AuditEntry).where(AuditEntry.segment_id == gone))
        work.data.execute(delete(AuditSegment).where(AuditSegment.id == gone))
    with town.work(writes=False) as work:
        assert {fault.kind for fault in verify(work).faults} == {"missing_head"}


def test_a_case_that_is_erased_by_hand_leaves_no_notice_or_hold(town: Town) -> None:
    case_id = closed_case(town)
    on(town, date(2027, 2, 14))
    notices(town)
    do(town, lambda work: erase_case(work, work.data.get_one(Case, case_id).reference))
    assert noticed(town) == {}


def test_an_unknown_reference_is_said(file_town: Town) -> None:
    for reference in ("AAAA-AAAA", "x" * 40, "\x00"):
        with pytest.raises(DomainError, match="unknown_reference"):
            held(file_town, Erasable.CASE, reference)
