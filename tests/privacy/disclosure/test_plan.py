"""The plan follows from the yearly total and from partners, never from counts in cells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signalering.domain.vocabularies import vocabulary
from signalering.privacy.disclosure.ladders import OF_EVERY_YEAR, Expected
from signalering.privacy.disclosure.periods import Length
from signalering.privacy.disclosure.plan import expected_yearly, plan

PARTNERS = dict.fromkeys(("care", "housing", "debt_finance", "public", "community"), 4)
ONE_WAY = ["areas-9", "ages-4", "groups-5"]
COARSE = ["ages-3 x groups-3", "areas-3 x ages-3", "areas-3 x groups-3"]
FINE = ["ages-4 x groups-5", "areas-4 x ages-4", "areas-4 x groups-5"]


def codes(yearly: int, length: Length) -> list[str]:
    return [table.code for table in plan(Expected(yearly), PARTNERS).tables[length]]


def test_at_a_hundred_a_year() -> None:
    assert codes(100, Length.QUARTER) == []
    assert codes(100, Length.HALF) == ONE_WAY + COARSE
    assert codes(100, Length.YEAR) == ONE_WAY + FINE


def test_in_a_first_year() -> None:
    assert codes(60, Length.QUARTER) == []
    assert codes(60, Length.HALF) == ["areas-4", "ages-4", "groups-5"]
    assert codes(60, Length.YEAR) == ONE_WAY + COARSE


def test_quarters_come_at_a_hundred_and_fifty() -> None:
    assert codes(149, Length.QUARTER) == []
    assert codes(150, Length.QUARTER) == ["areas-4", "ages-4", "groups-5"]
    assert codes(150, Length.YEAR) == ONE_WAY + FINE
    assert Length.HALF not in plan(Expected(150), PARTNERS).tables


def test_next_to_nothing_is_planned_on_next_to_nothing() -> None:
    made = plan(Expected(0), PARTNERS)
    assert made.tables == {Length.QUARTER: (), Length.HALF: (), Length.YEAR: ()}
    assert made.of(Length.YEAR) == OF_EVERY_YEAR


def test_one_way_and_crossed_tables_are_told_apart() -> None:
    made = plan(Expected(100), PARTNERS)
    assert [table.code for table in made.one_way(Length.YEAR)] == ONE_WAY
    assert [table.code for table in made.crossed(Length.YEAR)] == FINE


def test_no_table_by_group_without_groups() -> None:
    families = {table.family for table in plan(Expected(400), {}).tables[Length.YEAR]}
    assert families == {"area", "age", "area x age"}


@given(st.integers(0, 5000), st.dictionaries(st.sampled_from(sorted(PARTNERS)), st.integers(0, 9)))
def test_cells_are_expected_to_hold_five_and_each_family_has_one_table(
    yearly: int, partners: dict[str, int]
) -> None:
    for length, tables in plan(Expected(yearly), partners).tables.items():
        assert all(yearly * length / 4 / table.cells >= 5 for table in tables)
        assert len({table.family for table in tables}) == len(tables)


@pytest.mark.parametrize(
    ("released", "expected"),
    [([], 60), ([100], 60), ([40], 40), ([100, 120], 100), ([50, 200, 180], 180)],
)
def test_the_lower_of_the_last_two_years_counts(released: list[int], expected: int) -> None:
    assert expected_yearly(released) == expected


def test_a_negative_total_is_refused() -> None:
    with pytest.raises(ValueError, match="never negative"):
        plan(Expected(-1), PARTNERS)


def test_a_class_that_expects_fewer_than_one_is_merged_beforehand() -> None:
    """De Lier was published as "0-4": it is no class of its own, in no table of any period."""
    rare = frozenset({("area", "de-lier")})
    partners = dict.fromkeys(vocabulary("statistics_groups").codes, 4)
    made = plan(Expected(400, rare=rare), partners)
    usual = plan(Expected(400), partners)
    for length in (Length.QUARTER, Length.YEAR):
        areas = {table.axes[0].code for table in made.of(length) if "area" in str(table.family)}
        assert areas == {"areas-3"}
        assert "areas-9" in {table.axes[0].code for table in usual.of(length)}
        ages = [table for table in made.of(length) if str(table.family) == "age"]
        assert ages == [table for table in usual.of(length) if str(table.family) == "age"]


def test_where_no_classification_merges_it_there_is_no_table() -> None:
    rare = frozenset(("area", code) for code in ("wateringen", "kwintsheul", "poeldijk"))
    made = plan(Expected(400, rare=rare), {})
    assert not [t for length in Length for t in made.of(length) if "area" in str(t.family)]


def test_a_class_of_many_codes_is_rare_when_all_of_them_are() -> None:
    made = plan(Expected(60, rare=frozenset({("area", "monster")})), {})
    (area,) = [t for t in made.of(Length.YEAR) if str(t.family) == "area"]
    assert area.axes[0].code == "areas-4", "with 's-Gravenzande it is expected more often"
