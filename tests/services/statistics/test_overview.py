"""The overview: which period, which year, what may be said of it."""

from datetime import date

import pytest
from kit.figures import at, signals
from kit.published import publish
from kit.town import Town
from sqlalchemy import select, update

from signalering.domain.errors import Denied, NotFound
from signalering.domain.views.statistics.overview import OverviewView
from signalering.models.statistics.release import PublishedCell
from signalering.services.statistics.overview import overview


def look(town: Town, period: str = "", key: str = "manager") -> OverviewView:
    with town.committed(key) as work:
        return overview(work, period)


def total(town: Town, period: str, figure: int) -> None:
    with town.committed() as work:
        work.data.execute(
            update(PublishedCell)
            .where(PublishedCell.period == period, PublishedCell.table == "total")
            .where(PublishedCell.family == "registered")
            .values(figure=figure)
        )


def test_before_the_first_release_it_says_when_and_counts_nothing(town: Town) -> None:
    signals(town, date(2026, 11, 2), 75)
    view = look(town)
    assert view.chosen.first_figures_on == date(2027, 1, 1)
    assert (view.chosen.period, view.year, view.trend, view.chosen.periods) == (None, None, (), ())


def test_between_the_end_of_a_period_and_its_release_it_says_so(town: Town) -> None:
    signals(town, date(2026, 11, 2), 75)
    at(town, 2027, 1, 4)
    assert look(town).chosen.first_figures_on is None


def test_the_newest_period_that_tells_something_is_chosen(town: Town) -> None:
    publish(town, (2025, 2026), 110)
    view = look(town)
    assert view.chosen.period is not None
    assert view.chosen.period.period == "2026"
    assert view.chosen.periods[:4] == ("2026", "2026H2", "2026Q4", "2026Q3")


def test_what_only_years_tell_is_of_the_newest_year_or_of_the_chosen_one(town: Town) -> None:
    publish(town, (2025, 2026), 110)
    for asked, told in (("2026Q2", "2026"), ("2025H1", "2026"), ("2025", "2025")):
        year = look(town, asked).year
        assert year is not None
        assert year.period == told
        with town.work(writes=False) as work:
            cells = work.data.scalars(select(PublishedCell).where(PublishedCell.period == told))
            found = {(cell.family, cell.table, cell.categories): cell.figure for cell in cells}
        assert year.in_time is not None
        assert year.attending is not None
        assert year.less_lonely is not None
        assert year.in_time.figure == found["pick_up", "pick-up-4", "0-2"]
        assert year.attending.figure == found["registered", "stages-6", "still_attending"]
        assert year.less_lonely.figure == found["measured", "changes-4", "less"]


def test_a_small_period_says_that_it_is_small(town: Town) -> None:
    publish(town, (2026,), 110)
    total(town, "2026Q4", 15)
    assert look(town, "2026Q4").alone
    total(town, "2026Q4", 20)
    assert not look(town, "2026Q4").alone


def test_the_trend_compares_quarters_carefully(town: Town) -> None:
    publish(town, (2026,), 110)
    for part, figure in enumerate((20, 25, 60, 25), start=1):
        total(town, f"2026Q{part}", figure)
    trend = look(town).trend
    assert [point.period for point in trend] == ["2026Q1", "2026Q2", "2026Q3", "2026Q4"]
    assert [point.change for point in trend] == [
        "",
        "geen duidelijke verandering",
        "meer",
        "minder",
    ]


def test_the_trend_has_the_last_twelve_quarters(town: Town) -> None:
    publish(town, (2023, 2024, 2025, 2026), 110)
    trend = look(town).trend
    assert [point.period for point in trend] == [
        f"{year}Q{part}" for year in (2024, 2025, 2026) for part in range(1, 5)
    ]
    assert trend[0].change, "the one before it is known, though not shown"


def test_a_period_is_compared_with_the_one_of_its_length_before_it(town: Town) -> None:
    publish(town, (2025, 2026), 110)
    total(town, "2025H2", 40)
    total(town, "2026H1", 90)
    assert look(town, "2026H1").change == "meer"
    assert look(town, "2025H1").change == ""


def test_percentages_need_a_base_of_fifty_and_nothing_is_nought_percent(town: Town) -> None:
    publish(town, (2026,), 110)
    period = look(town, "2026").chosen.period
    assert period is not None
    assert any(table.percents for table in period.tables)
    for table in period.tables:
        for codes, percent in table.percents.items():
            assert table.cells[codes].figure > 0
            assert percent % 5 == 0
    total(town, "2026", 45)
    period = look(town, "2026").chosen.period
    assert period is not None
    assert not any(table.percents for table in period.tables if table.counted == "registered")


def test_a_period_that_is_not_released_is_not_found(town: Town) -> None:
    publish(town, (2026,), 110)
    for period in ("2027H1", "2027Q2", "nonsense"):
        with pytest.raises(NotFound):
            look(town, period)


@pytest.mark.parametrize("person", ["worker", "administrator", "privacy_officer"])
def test_figures_are_for_managers_and_coordinators(town: Town, person: str) -> None:
    with town.work(person) as work, pytest.raises(Denied):
        overview(work)
    assert look(town, key="coordinator").chosen.period is None
