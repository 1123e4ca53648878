"""A plan is told as it is: each table at its period, with what its cells expect."""

import pytest

from signalering.privacy.disclosure.ladders import Expected
from signalering.privacy.disclosure.periods import Length
from signalering.privacy.disclosure.plan import TablePlan, plan
from signalering.privacy.disclosure.plan_words import in_words

PARTNERS = {"care": 3, "housing": 3, "debt_finance": 3, "public": 3, "community": 3}


@pytest.mark.parametrize("yearly", [60, 100, 150, 400])
def test_every_table_of_the_plan_has_its_line(yearly: int) -> None:
    made = plan(Expected(yearly), PARTNERS)
    lines = list(in_words(made))
    tables = [line for line in lines if line.startswith("  ")]
    assert len(tables) == sum(len(made.of(length)) for length in made.tables)
    for table in made.of(Length.YEAR):
        assert any(line.startswith(f"  {table.family} ({table.code}): ") for line in tables)
    assert str(yearly) in lines[0]


def test_expectations_are_those_of_the_rule() -> None:
    lines = list(in_words(plan(Expected(100), PARTNERS)))
    half = lines[lines.index("Half-year: the total, and") :]
    assert half[1] == "  area (areas-9): 9 cells, 5.5 signals expected in each"
    assert "Quarter: the total." in lines


def test_a_length_without_a_plan_is_told() -> None:
    assert "Half-year: nothing is released." in list(in_words(plan(Expected(150), PARTNERS)))
    assert "Year: the total." in list(in_words(TablePlan(10, {Length.YEAR: ()})))
