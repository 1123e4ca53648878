"""Pages on one topic: which period they choose, what they say when it has nothing of it."""

import pytest
from kit.browser_like import Browser
from kit.published import publish
from kit.town import Town

TOPICS = ("where", "by_whom", "why", "results", "gap")


@pytest.mark.parametrize("task", [*TOPICS, "compare"])
def test_before_the_first_figures_each_says_when(browser: Browser, task: str) -> None:
    page = browser.log_in("manager").get(f"statistics.{task}")
    assert "Er zijn nog geen cijfers" in page
    assert "1 januari 2027" in page


@pytest.mark.parametrize("task", [*TOPICS, "compare"])
def test_workers_and_administrators_see_none(browser: Browser, task: str) -> None:
    for key in ("worker", "administrator", "privacy_officer"):
        browser.log_in(key).get(f"statistics.{task}", status=403)


@pytest.mark.parametrize("task", TOPICS)
def test_a_period_that_is_not_released_is_not_found(
    browser: Browser, file_town: Town, task: str
) -> None:
    publish(file_town, (2026,), 110)
    browser.log_in("manager")
    for period in ("2027", "2026H3", "x", "2026\x00", "9" * 5000):
        browser.get(f"statistics.{task}", status=404, period=period)


def test_a_quarter_without_tables_leads_to_the_newest_period_that_has_them(
    browser: Browser, file_town: Town
) -> None:
    publish(file_town, (2026,), 110)
    browser.log_in("manager")
    page = browser.get("statistics.where", period="2026Q4")
    assert "in zo korte tijd zijn het er te weinig" in page
    assert "/statistics/where?period=2026" in page
    page = browser.get("statistics.why", period="2026H2")
    assert "/statistics/why?period=2026&#34;" in page or '/statistics/why?period=2026"' in page
    assert "Wat viel op?" in browser.get("statistics.why")


def test_the_other_pages_keep_the_period(browser: Browser, file_town: Town) -> None:
    publish(file_town, (2025, 2026), 110)
    page = browser.log_in("manager").get("statistics.where", period="2025H1")
    for task in ("by-whom", "why", "results", "gap"):
        assert f"/statistics/{task}?period=2025H1" in page


def test_what_a_signal_can_have_several_of_has_no_share(browser: Browser, file_town: Town) -> None:
    publish(file_town, (2026,), 200)
    page = browser.log_in("manager").get("statistics.why", period="2026")
    part = page.split('id="figures-indicator"')[1].split("</table>")[0]
    assert "%" not in part
    assert "Tel deze getallen dus niet op" in page


def test_a_middle_class_is_named_and_no_median(browser: Browser, file_town: Town) -> None:
    publish(file_town, (2026,), 200)
    page = browser.log_in("manager").get("statistics.results", period="2026")
    assert page.count("dan hoort de middelste bij") == 2


def test_each_picture_has_its_table_and_a_name(browser: Browser, file_town: Town) -> None:
    publish(file_town, (2026,), 200)
    browser.log_in("manager")
    for task in ("overview", *TOPICS):
        page = browser.get(f"statistics.{task}", period="2026")
        pictures = page.count("<svg ")
        assert pictures
        for part in ('role="img"', "<desc ", "<title id="):
            assert page.count(part) == pictures
        assert page.count("<table") >= pictures
        assert "style=" not in page.split("<main")[1]


def test_a_chosen_period_stays_chosen_until_the_newest_is(
    browser: Browser, file_town: Town
) -> None:
    publish(file_town, (2025, 2026), 110)
    browser.log_in("manager")
    begun = browser.get("statistics.overview")
    browser.get("statistics.where", period="2025")
    assert '<option value="2025" selected' in browser.get("statistics.overview")
    browser.get("statistics.where", status=404, period="2031")
    assert '<option value="2025" selected' in browser.get("statistics.gap")
    newest = begun.partition('<option value="')[2].partition('"')[0]
    browser.get("statistics.overview", period=newest)
    assert '<option value="2025" selected' not in browser.get("statistics.where")
