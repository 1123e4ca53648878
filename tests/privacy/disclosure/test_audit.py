"""The release audit fails on what is planted, and on figures alone."""

import pytest

from signalering.privacy.disclosure.audit import (
    Failure,
    Rule,
    audit_one_way,
    audit_total,
)
from signalering.privacy.disclosure.intervals import NothingFits, OneWay


def rules(total: int, *tables: OneWay) -> set[Rule]:
    return {failure.rule for failure in audit_one_way(total, tables).failures}


def table(*figures: int, name: str = "area") -> OneWay:
    return OneWay(name, {f"class-{place}": figure for place, figure in enumerate(figures)})


def test_plain_figures_pass() -> None:
    half_year = table(10, 5, 0, 10, 5, 10, 5, 0, 5)
    ages = table(5, 15, 10, 25, name="age")
    assert audit_one_way(50, [half_year, ages]).passed


def test_the_total_alone_always_passes() -> None:
    assert audit_total().passed
    for total in range(0, 200, 5):
        assert audit_one_way(total, []).passed


def test_an_interval_within_one_to_four_fails() -> None:
    # At most 4 in all and at least 1 in the first class: 1, 2, 3 or 4.
    found = audit_one_way(0, [table(5, 0)])
    assert Failure(Rule.SMALL_INTERVAL, "area", "class-0") in found.failures
    assert not found.passed


def test_an_interval_narrower_than_three_fails() -> None:
    # Three classes of at least 1 leave each of them 1 or 2.
    found = audit_one_way(0, [table(5, 5, 5)])
    assert Failure(Rule.NARROW_INTERVAL, "area", "class-0") in found.failures


def test_a_claim_fails() -> None:
    # Four classes of at least 1 and at most 4 in all: each is 1, beyond doubt.
    found = audit_one_way(0, [table(5, 5, 5, 5)])
    assert Failure(Rule.CLAIM, "area", "class-3") in found.failures


def test_a_claim_fails_where_bounds_alone_would_pass() -> None:
    # 49 classes of at least 1 and at most 54 in all: 1 to 6 is possible, yet 1 is nearly sure.
    assert rules(50, table(*[5] * 49)) == {Rule.CLAIM}


def test_two_tables_betray_through_their_total() -> None:
    # The second table holds the total down to 4; the first alone would leave it free.
    first = table(5, 0)
    assert rules(5, first) == set()
    assert Rule.SMALL_INTERVAL in rules(5, first, table(0, name="age"))


def test_a_reader_who_knows_that_nobody_is_unknown_is_asked_too() -> None:
    # At least 6 in all: two classes of at most 4 hold 2 to 4 each, if every signal is in a class.
    assert Rule.SMALL_INTERVAL in rules(10, table(0, 0))


def test_signals_in_no_class_are_allowed_for() -> None:
    # At least 16 in all and at most 8 in classes: the rest is unknown, and nothing is betrayed.
    assert rules(20, table(0, 0)) == set()


def test_the_verdict_hangs_on_figures_and_on_nothing_else() -> None:
    tables = [table(10, 0, 5), table(5, 10, name="age")]
    assert audit_one_way(15, tables) == audit_one_way(15, list(reversed(tables)))


def test_figures_that_cannot_be_are_refused() -> None:
    with pytest.raises(NothingFits):
        audit_one_way(0, [table(25, 25)])
    with pytest.raises(ValueError, match="no published figure"):
        audit_one_way(3, [])
    with pytest.raises(ValueError, match="two tables"):
        audit_one_way(20, [table(10), table(10)])
