"""Each cell has one address and each address one cell; the ladder is fixed; figures never rise."""

from collections.abc import Iterator
from itertools import product

import pytest

from signalering.domain.vocabularies import vocabulary
from signalering.privacy.disclosure.addresses import DIMENSIONS, address
from signalering.privacy.disclosure.audit import Rung
from signalering.privacy.disclosure.candidates import (
    STAGE,
    Counts,
    candidates,
    cell_address,
    digest,
    rungs,
)
from signalering.privacy.disclosure.checks import Codes, Figures
from signalering.privacy.disclosure.ladders import Expected
from signalering.privacy.disclosure.periods import Length, Period
from signalering.privacy.disclosure.plan import TablePlan, plan
from signalering.privacy.disclosure.rounding import RoundingSecret, possible_counts
from signalering.privacy.disclosure.tables import Counted, Table

GROUPS = vocabulary("statistics_groups").codes
SECRET = RoundingSecret(b"k" * 32)
YEAR = Period(2026, Length.YEAR)
# What a cell counts: what kind of thing, and which codes per dimension.
Cell = tuple[str, str, frozenset[tuple[str, frozenset[str]]]]


def plans() -> Iterator[TablePlan]:
    """Small towns and large ones, with many partners and with few."""
    partners = [dict.fromkeys(GROUPS, number) for number in (0, 2, 4)]
    partners += [dict.fromkeys(GROUPS, 4) | {code: 1} for code in GROUPS]
    for yearly, part, held in product((1, 20, 60, 100, 149, 150, 400, 5000), (0, 1), partners):
        some = yearly * part // 2
        yield plan(Expected(yearly, linked=some, attending=some, closed=some), held)


def cells(made: TablePlan, length: Length) -> Iterator[tuple[Table, Codes, Cell]]:
    for table in made.of(length):
        for codes in table.codes():
            counted = frozenset(
                (
                    axis.dimension,
                    frozenset(next(c.members for c in axis.classes if c.code == code)),
                )
                for axis, code in zip(table.axes, codes, strict=True)
                if axis.dimension != STAGE
            )
            # Codes of an indicator and of a group of them are no codes of one list.
            listed = table.axes[0].code if table.counted is Counted.INDICATORS else ""
            yield table, codes, (table.counted, listed, counted)


def test_no_cell_has_two_addresses_and_no_address_two_cells() -> None:
    seen = 0
    for made in plans():
        for length in Length:
            period = Period(2026, length)
            address_of: dict[Cell, bytes] = {}
            cell_of: dict[bytes, Cell] = {}
            for counted in (Counted.REGISTERED, Counted.CLOSED):
                total: Cell = (counted, "", frozenset())
                address_of[total] = address(counted, period).canonical()
                cell_of[address_of[total]] = total
            for table, codes, cell in cells(made, length):
                place = cell_address(period, table, codes).canonical()
                assert address_of.setdefault(cell, place) == place, (table.code, codes)
                assert cell_of.setdefault(place, cell) == cell, (table.code, codes)
                seen += 1
    assert seen > 1000


def test_another_period_is_another_address() -> None:
    made = plan(Expected(200), dict.fromkeys(GROUPS, 4))
    table = made.of(Length.YEAR)[0]
    codes = table.codes()[0]
    places = {cell_address(Period(year, Length.YEAR), table, codes) for year in (2026, 2027)}
    assert len(places) == 2


def test_axes_stand_in_the_order_of_addresses() -> None:
    for made in plans():
        for length in Length:
            for table in made.of(length):
                order = [axis.dimension for axis in table.axes if axis.dimension != STAGE]
                assert order == [one for one in DIMENSIONS if one in order], table.code


def test_a_class_of_two_classifications_is_one_cell() -> None:
    """ "Care" is the same group in the fine and in the coarse classification."""
    made = plan(Expected(60), dict.fromkeys(GROUPS, 4))
    fine = next(table for table in made.of(Length.YEAR) if table.family == "group")
    large = plan(Expected(60, attending=15), dict.fromkeys(GROUPS, 4))
    staged = next(table for table in large.of(Length.YEAR) if table.family == "stage x group")
    assert (fine.axes[0].code, staged.axes[1].code) == ("groups-5", "groups-3")
    first, last = (cell_address(YEAR, staged, (s, "care")) for s in ("registered", "referred"))
    assert first == last == cell_address(YEAR, fine, ("care",))


def counted(made: TablePlan, number: int, length: Length = Length.YEAR) -> Counts:
    tables = {table: dict.fromkeys(table.codes(), number) for table in made.of(length)}
    totals = {Counted.REGISTERED: number, Counted.CLOSED: number}
    return Counts(totals, tables)


def whole(number: int = 60, **expected: int) -> Figures:
    made = plan(Expected(200, **expected), dict.fromkeys(GROUPS, 4))
    return candidates(YEAR, counted(made, number), SECRET)


@pytest.mark.parametrize("number", [0, 1, 7, 23, 60])
def test_every_figure_can_be_of_its_count(number: int) -> None:
    found = whole(number)
    figures = [figure for held in found.tables.values() for figure in held.values()]
    assert figures
    assert all(number in possible_counts(figure) for figure in [*figures, *found.totals.values()])


def test_a_funnel_never_rises_and_begins_with_the_total() -> None:
    made = plan(Expected(200, attending=60), dict.fromkeys(GROUPS, 4))
    staged = [table for table in made.of(Length.YEAR) if table.axes[0].dimension == STAGE]
    assert len(staged) == 3
    falling = {
        table: {c: 60 - 60 * at // table.cells for at, c in enumerate(table.codes())}
        for table in staged
    }
    found = candidates(YEAR, Counts({Counted.REGISTERED: 60}, falling), SECRET)
    for table in staged:
        stages = [held.code for held in table.axes[0].classes]
        for rest in {codes[1:] for codes in table.codes()}:
            funnel = [found.tables[table][stage, *rest] for stage in stages]
            assert funnel == sorted(funnel, reverse=True)
    assert found.tables[staged[0]]["registered",] == found.totals[Counted.REGISTERED]


def test_the_ladder_goes_from_the_plan_by_one_axis_to_the_total() -> None:
    steps = rungs(whole())
    assert [rung for rung, _ in steps] == [Rung.PLAN, Rung.ONE_WAY, Rung.TOTAL]
    assert any(not table.one_way for table in steps[0][1].tables)
    assert steps[1][1].tables
    assert all(table.one_way for table in steps[1][1].tables)
    assert steps[2][1].tables == {}
    assert list(steps[2][1].totals) == [Counted.REGISTERED]
    for _, figures in steps:
        for table, held in figures.tables.items():
            assert held == steps[0][1].tables[table]


def test_a_year_first_gives_up_what_its_periods_show_by_the_same_classes() -> None:
    year = whole()
    area = next(table for table in year.tables if table.family == "area")
    age = next(table for table in year.tables if table.family == "age")
    half = Figures(Period(2026, Length.HALF), {Counted.REGISTERED: 60}, {area: {}, age: {}})
    steps = rungs(year, (half,))
    assert [rung for rung, _ in steps] == [Rung.PLAN, Rung.APART, Rung.ONE_WAY, Rung.TOTAL]
    assert set(steps[0][1].tables) - set(steps[1][1].tables) == {area, age}
    assert set(steps[2][1].tables) == {table for table in steps[1][1].tables if table.one_way}
    assert rungs(year, (Figures(half.period, half.totals, {}),)) == rungs(year)


def test_a_rung_that_would_say_the_same_is_left_out() -> None:
    made = plan(Expected(60), dict.fromkeys(GROUPS, 4))
    half = Period(2026, Length.HALF)
    one_way = [table for table in made.of(Length.HALF) if table.one_way]
    counts = Counts({Counted.REGISTERED: 60}, {t: dict.fromkeys(t.codes(), 15) for t in one_way})
    assert [rung for rung, _ in rungs(candidates(half, counts, SECRET))] == [Rung.PLAN, Rung.TOTAL]


def test_a_small_total_stands_alone() -> None:
    assert [rung for rung, _ in rungs(whole(11))] == [Rung.TOTAL]


def test_ends_stand_alone_where_few_cases_ended() -> None:
    made = plan(Expected(200), dict.fromkeys(GROUPS, 4))
    counts = counted(made, 60)
    few = Counts({**counts.totals, Counted.CLOSED: 11}, counts.tables)
    tables = {table.counted for table in candidates(YEAR, few, SECRET).tables}
    assert Counted.CLOSED not in tables
    assert Counted.PICK_UP in tables


def test_a_digest_is_of_the_figures_and_of_what_is_frozen_under_the_secret() -> None:
    first, other = whole(), whole(120)
    again = digest(whole(), (), SECRET)
    assert digest(first, (), SECRET) == again
    digests = {
        again,
        digest(other, (), SECRET),
        digest(first, (other,), SECRET),
        digest(rungs(first)[1][1], (), SECRET),
        digest(first, (), RoundingSecret(b"l" * 32)),
    }
    assert len(digests) == 5
