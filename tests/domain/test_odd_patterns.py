"""What stands out in the trail: by clear rules, for one account at a time, never for a system."""

from datetime import UTC, datetime, timedelta

import pytest

from signalering.domain.audit_words import AuditAction
from signalering.domain.odd_patterns import Act, Finding, Pattern, findings

NOON = datetime(2026, 11, 24, 11, tzinfo=UTC)  # 12 o'clock in Amsterdam
LATER = NOON + timedelta(days=300)
MINUTE = timedelta(minutes=1)


def act(action: AuditAction, at: datetime = NOON, account: str = "cor", about: str = "one") -> Act:
    return Act(at, account, action.value, about)


def reads(count: int, apart: timedelta = MINUTE, account: str = "cor") -> list[Act]:
    return [
        act(AuditAction.CASE_READ, NOON + number * apart, account, f"case {number % 10}")
        for number in range(count)
    ]


def found(acts: list[Act], many: int = 30, now: datetime = LATER) -> list[Pattern]:
    return [one.pattern for one in findings(acts, many, now)]


def local(hour: int, minute: int = 0, day: int = 24, month: int = 11) -> datetime:
    """A moment in Amsterdam: an hour before UTC's in November, two in July."""
    ahead = timedelta(hours=2 if month == 7 else 1)
    return datetime(2026, month, day, hour, minute, tzinfo=UTC) - ahead


def test_an_hour_with_as_many_reads_as_the_threshold_stands_out() -> None:
    (one,) = findings(reads(30), 30, LATER)
    assert one == Finding(Pattern.MANY_READS, "cor", NOON, NOON + 29 * MINUTE, 30, 10)
    assert found(reads(29)) == []


def test_as_many_reads_over_more_than_an_hour_do_not() -> None:
    assert found(reads(30, 2 * MINUTE)) == [Pattern.MANY_READS]
    assert found(reads(31, 2 * MINUTE)[::30], 2) == []
    assert found(reads(120, 3 * MINUTE)) == []


def test_an_hour_that_begins_later_is_found_too() -> None:
    quiet = [act(AuditAction.CASE_READ, NOON - timedelta(minutes=59))]
    (one,) = findings([*quiet, *reads(30)], 30, LATER)
    assert one.since == NOON


def test_no_read_counts_twice() -> None:
    both = findings(reads(120), 30, LATER)
    assert [one.count for one in both] == [60, 60]
    assert both[0].since > both[1].until


def test_reads_of_two_accounts_are_not_added_up() -> None:
    assert found([*reads(20), *reads(20, account="coby")]) == []


def test_own_signals_and_lists_are_no_reads() -> None:
    kinds = (AuditAction.OWN_SIGNAL_READ, AuditAction.CASE_LISTED, AuditAction.CASE_NOTED)
    assert found([act(kind, NOON + n * MINUTE) for kind in kinds for n in range(30)]) == []


@pytest.mark.parametrize("many", [0, -1])
def test_a_threshold_is_a_number_of_reads(many: int) -> None:
    with pytest.raises(ValueError, match="at least one"):
        findings([], many, LATER)


@pytest.mark.parametrize(
    ("moment", "odd"),
    [
        (local(21, 59), False),
        (local(22), True),
        (local(5, 59), True),
        (local(6), False),
        (local(22, month=7), True),
        (local(21, 59, month=7), False),
        (local(6, month=7), False),
        (local(5, 59, month=7), True),
    ],
)
def test_night_is_from_ten_to_six_in_amsterdam(moment: datetime, odd: bool) -> None:
    assert found([act(AuditAction.CASE_NOTED, moment)]) == [Pattern.AT_NIGHT] * odd


def test_a_night_is_one_finding_over_midnight_and_the_next_is_another() -> None:
    acts = [
        act(AuditAction.LOG_IN, local(23)),
        act(AuditAction.CASE_NOTED, local(2, day=25)),
        act(AuditAction.CASE_NOTED, local(22, day=25)),
    ]
    newest, oldest = findings(acts, 30, LATER)
    assert (oldest.since, oldest.until, oldest.count) == (local(23), local(2, day=25), 2)
    assert (newest.since, newest.count) == (local(22, day=25), 1)


def test_being_logged_out_or_refused_is_no_work() -> None:
    acts = [act(AuditAction.LOG_OUT, local(23)), act(AuditAction.LOG_IN_REFUSED, local(23))]
    assert found(acts) == []


def test_a_search_after_which_no_case_is_opened_stands_out() -> None:
    search = act(AuditAction.CASE_SEARCHED, about="")
    assert found([search]) == [Pattern.SEARCHED_ONLY]
    assert found([search, act(AuditAction.CASE_READ, NOON + 14 * MINUTE)]) == []
    assert found([search, act(AuditAction.CASE_READ, NOON)]) == []
    assert found([search, act(AuditAction.CASE_READ, NOON + 15 * MINUTE)]) == [
        Pattern.SEARCHED_ONLY
    ]
    assert found([act(AuditAction.CASE_READ, NOON - MINUTE), search]) == [Pattern.SEARCHED_ONLY]


def test_who_opens_it_must_be_who_searched() -> None:
    acts = [
        act(AuditAction.CASE_SEARCHED),
        act(AuditAction.CASE_READ, NOON + MINUTE, account="coby"),
    ]
    assert found(acts) == [Pattern.SEARCHED_ONLY]


def test_a_search_of_a_moment_ago_may_still_be_followed() -> None:
    assert found([act(AuditAction.CASE_SEARCHED)], now=NOON + 14 * MINUTE) == []
    assert found([act(AuditAction.CASE_SEARCHED)], now=NOON + 15 * MINUTE) != []


def test_searches_of_a_day_are_one_finding() -> None:
    acts = [act(AuditAction.CASE_SEARCHED, NOON + n * MINUTE) for n in range(3)]
    acts.append(act(AuditAction.CASE_SEARCHED, NOON + timedelta(days=1)))
    assert [one.count for one in findings(acts, 30, LATER)] == [1, 3]


def test_the_order_of_acts_does_not_matter() -> None:
    acts = [*reads(30), act(AuditAction.CASE_SEARCHED, NOON + timedelta(hours=3))]
    assert findings(acts[::-1], 30, LATER) == findings(acts, 30, LATER)
