"""No number on a page of figures is anything but a published figure, or made of two as may be."""

from typing import Any

import pytest
from kit.browser_like import Browser
from kit.figures import signals
from kit.figures_shown import may_be_shown, numbers_shown
from kit.published import publish
from kit.town import Town

TASKS = ("overview", "where", "by_whom", "why", "results", "gap")


@pytest.mark.parametrize(("yearly", "seed"), [(40, 1), (110, 2), (200, 3), (1200, 4)])
def test_every_number_is_published(
    browser: Browser, file_town: Town, yearly: int, seed: int
) -> None:
    codes = publish(file_town, (2025, 2026), yearly, seed=seed)
    # What is counted and not released must be on no page.
    signals(file_town, file_town.clock.today(), 77)
    allowed = may_be_shown(file_town)
    browser.log_in("manager")
    pages: list[tuple[str, dict[str, Any]]] = [
        (task, {"period": code}) for task in TASKS for code in codes[-4:]
    ]
    pages += [("compare", {"period": "2025", "beside": "2026"}), ("compare", {})]
    some = 0
    for task, asked in pages:
        shown = numbers_shown(browser.get(f"statistics.{task}", **asked))
        # The gap counts offers: there are none here.
        assert shown <= allowed | ({0} if task == "gap" else set()), (task, asked)
        some += len(shown)
    assert some > len(pages)


def test_the_check_bites(browser: Browser, file_town: Town) -> None:
    publish(file_town, (2026,), 110)
    page = browser.log_in("manager").get("statistics.overview", period="2026")
    assert 77 not in numbers_shown(page)
    assert 77 in numbers_shown(page.replace("</h1>", "</h1><p>ongeveer 77</p>"))
    assert 77 not in may_be_shown(file_town)


def test_ten_million_facts_are_not_asked(browser: Browser, file_town: Town) -> None:
    """Reading costs by what is published: no page of figures reads a signal or a fact."""
    publish(file_town, (2025, 2026), 200)
    browser.log_in("manager")
    with file_town.house.data.begin() as connection:
        for table in ("stat_fact", "pending_fact", "signal"):
            connection.exec_driver_sql(f"ALTER TABLE {table} RENAME TO {table}_aside")
    for task in (*TASKS, "compare"):
        browser.get(f"statistics.{task}")
