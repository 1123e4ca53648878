"""The page of figures shows published cells, and before there are any says when they come."""

import re
from datetime import date

from kit.browser_like import Browser
from kit.figures import a_fact, at, pended, settled, signals
from kit.mail import never
from kit.town import Town
from sqlalchemy import select

from signalering.domain.states import StatisticsEvent
from signalering.models.statistics.fact import StatFact
from signalering.models.statistics.release import PublishedCell, Release
from signalering.services.upkeep import run_jobs


def released(town: Town) -> None:
    signals(town, date(2026, 11, 2), 75)
    at(town, 2027, 1, 4)
    settled(town)


def test_before_the_first_figures_it_says_when(browser: Browser, file_town: Town) -> None:
    signals(file_town, date(2026, 11, 2), 75)
    page = browser.log_in("manager").get("statistics.overview")
    assert "Er zijn nog geen cijfers" in page
    assert "1 januari 2027" in page
    assert "75" not in page.split("<main")[1].split("</main")[0]


def test_every_number_in_a_table_is_a_published_cell(browser: Browser, file_town: Town) -> None:
    released(file_town)
    browser.log_in("manager")
    with file_town.work(writes=False) as work:
        for period in ("2026", "2026H2", "2026Q4"):
            published = work.data.scalars(select(PublishedCell)).all()
            figures = {cell.figure for cell in published if cell.period == period}
            figures |= {cell.figure for cell in published if cell.table == "total"}
            page = browser.get("statistics.overview", period=period)
            shown = {int(number) for number in re.findall(r"ongeveer (\d+)<", page)}
            assert shown
            assert shown <= figures


def test_a_coordinator_sees_the_same_and_a_worker_nothing(
    browser: Browser, file_town: Town
) -> None:
    released(file_town)
    page = browser.log_in("coordinator").get("statistics.overview", period="2026")
    assert "Waar komen de signalen vandaan?" in page
    assert "Over welke leeftijd gaan ze?" in page


def test_a_worker_sees_no_figures(browser: Browser) -> None:
    browser.log_in("worker").get("statistics.overview", status=403)


def test_a_period_that_is_not_released_is_not_found(browser: Browser) -> None:
    browser.log_in("manager").get("statistics.overview", status=404, period="2026")


def test_logging_in_in_a_new_month_moves_facts_and_releases_nothing(
    browser: Browser, file_town: Town
) -> None:
    """An audit takes too long for somebody who waits for a page: the work loop releases."""
    signals(file_town, date(2026, 11, 2), 30)
    pended(file_town, [a_fact(StatisticsEvent.PICKED_UP)])
    at(file_town, 2027, 1, 4)
    browser.log_in("coordinator").get("statistics.overview", status=404, period="2026Q4")
    with file_town.work(writes=False) as work:
        assert work.data.scalars(select(StatFact.event)).all() == ["picked_up"]
        assert work.data.scalars(select(Release)).all() == []
    assert run_jobs(file_town.house, never) == []
    assert "2026" in browser.get("statistics.overview", period="2026Q4")


def test_the_rounding_is_explained_with_an_example(browser: Browser) -> None:
    page = browser.log_in("manager").get("statistics.rounding")
    assert "Dorp B" in page
    assert "ongeveer 15" in page
