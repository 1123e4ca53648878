"""The page of figures shows published cells, and before there are any says when they come."""

import re
from datetime import date

from kit.browser_like import Browser
from kit.figures import a_fact, at, pended, signals
from kit.mail import never
from kit.published import publish
from kit.town import Town
from sqlalchemy import select

from signalering.domain.states import StatisticsEvent
from signalering.models.statistics.fact import StatFact
from signalering.models.statistics.release import Release
from signalering.services.upkeep import run_jobs


def test_before_the_first_figures_it_says_when(browser: Browser, file_town: Town) -> None:
    signals(file_town, date(2026, 11, 2), 75)
    page = browser.log_in("manager").get("statistics.overview")
    assert "Er zijn nog geen cijfers" in page
    assert "1 januari 2027" in page
    assert "75" not in page.split("<main")[1].split("</main")[0]


def test_a_coordinator_sees_the_same(browser: Browser, file_town: Town) -> None:
    publish(file_town, (2026,), 110)
    pages = [
        browser.log_in(key)
        .get("statistics.overview", period="2026")
        .split("Delen van de cijfers")[1]
        for key in ("coordinator", "manager")
    ]
    assert "Meer of minder dan eerst?" in pages[0]
    assert [page.split("<footer")[0] for page in pages[:1]] == [
        page.split("<footer")[0] for page in pages[1:]
    ]


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


def test_organisations_are_counted_live_before_and_beside_the_figures(
    browser: Browser, file_town: Town
) -> None:
    assert_live(browser.log_in("manager").get("statistics.overview"))
    publish(file_town, (2026,), 110)
    assert_live(browser.log_in("manager").get("statistics.overview"))


def assert_live(page: str) -> None:
    card = page.split("Hoe staat de coalitie ervoor?")[1]
    assert "niet over inwoners" in card
    assert re.search(r'tile__figure">2</span>\s*organisaties doen mee', card)
    # Two organisations: how many of them are trained would tell of each.
    assert "geldig certificaat" not in card
