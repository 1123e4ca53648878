"""Every number of the overview is a published cell, worded safely."""

from collections import Counter
from datetime import date

import pytest
from kit.figures import at, settled, signals
from kit.town import Town
from sqlalchemy import select

from signalering.domain.errors import Denied, NotFound
from signalering.domain.views.statistics.overview import OverviewView
from signalering.models.statistics.release import PublishedCell
from signalering.services.statistics.overview import overview


def look(town: Town, period: str = "", key: str = "manager") -> OverviewView:
    with town.committed(key) as work:
        return overview(work, period)


def released_town(town: Town) -> None:
    signals(town, date(2026, 11, 2), 75)
    at(town, 2027, 1, 4)
    settled(town)
    signals(town, date(2027, 2, 2), 8)
    at(town, 2027, 4, 5)
    settled(town)


def test_before_the_first_release_it_says_when_and_counts_nothing(town: Town) -> None:
    signals(town, date(2026, 11, 2), 75)
    view = look(town)
    assert view.first_figures_on == date(2027, 1, 1)
    assert (view.total, view.tables, view.trend, view.periods) == (None, (), (), ())


def test_every_number_is_a_published_cell(town: Town) -> None:
    released_town(town)
    for period in ("2026", "2026H2", "2026Q4", "2027Q1"):
        view = look(town, period)
        with town.work(writes=False) as work:
            published = [
                (cell.table, cell.figure)
                for cell in work.data.scalars(
                    select(PublishedCell).where(PublishedCell.period == period)
                )
            ]
            published_parts = [figure for table, figure in published if table != "total"]
            totals = {
                (cell.period, cell.figure)
                for cell in work.data.scalars(
                    select(PublishedCell).where(PublishedCell.table == "total")
                )
            }
        assert view.total is not None
        shown = [row.figure.figure for table in view.tables for row in table.rows]
        assert ("total", view.total.figure) in published
        assert not Counter(shown) - Counter(published_parts)
        assert {(point.period, point.figure.figure) for point in view.trend} <= totals


def test_it_names_what_is_shown(town: Town) -> None:
    released_town(town)
    view = look(town, "2026")
    assert {"area", "age", "stage"} <= {table.kind for table in view.tables}
    ages = next(table for table in view.tables if table.kind == "age")
    assert len(ages.rows) == 4
    assert ages.rows[0].figure.text in ("0-4", "ongeveer %(figure)s")
    assert not look(town, "2026").alone


def test_a_small_period_says_that_it_is_small(town: Town) -> None:
    released_town(town)
    view = look(town, "2027Q1")
    assert view.alone
    assert view.tables == ()


def test_the_trend_compares_quarters_carefully(town: Town) -> None:
    released_town(town)
    trend = look(town).trend
    assert [point.period for point in trend] == ["2026Q4", "2027Q1"]
    assert [point.change for point in trend] == ["", "minder"]


def test_percentages_need_a_base_of_fifty_and_nothing_is_nought_percent(town: Town) -> None:
    released_town(town)
    rows = [
        row for table in look(town, "2026").tables if table.kind != "outcome" for row in table.rows
    ]
    assert {row.percent is None for row in rows} == {True, False}
    for row in rows:
        assert (row.percent is None) == (row.figure.figure == 0)
        assert row.percent is None or row.percent % 5 == 0


def test_a_period_that_is_not_released_is_not_found(town: Town) -> None:
    released_town(town)
    for period in ("2027H1", "2027Q2", "nonsense"):
        with pytest.raises(NotFound):
            look(town, period)


@pytest.mark.parametrize("person", ["worker", "administrator", "privacy_officer"])
def test_figures_are_for_managers_and_coordinators(town: Town, person: str) -> None:
    with town.work(person) as work, pytest.raises(Denied):
        overview(work)
    assert look(town, key="coordinator").total is None
