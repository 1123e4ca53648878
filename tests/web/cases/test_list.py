"""The list of cases: queues, names, and pages by an address that says nothing."""

import pytest
from kit.browser_like import Browser
from kit.cases import closed_case, opened
from kit.town import Town

from signalering.services.cases import list as listing


@pytest.mark.parametrize("queue", ["own", "all", "unowned", "closed", "nonsense"])
def test_an_empty_queue_says_so(browser: Browser, queue: str) -> None:
    browser.log_in("coordinator")
    browser.get("cases.list", queue=queue)


def test_names_stand_in_the_list_and_in_no_address(browser: Browser, file_town: Town) -> None:
    opened(file_town)
    closed_case(file_town)
    browser.log_in("coordinator")
    assert "Truida Verzonnen" in browser.get("cases.list")
    assert "terugkoppeling" in browser.get("cases.list", queue="closed")


def test_the_next_page_follows(
    browser: Browser, file_town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "PAGE_SIZE", 1)
    opened(file_town)
    opened(file_town)
    browser.log_in("coordinator")
    first = browser.get("cases.list")
    address = first.split('rel="next"')[0].rsplit('href="', 1)[1].split('"')[0]
    second = browser.open(address.replace("&amp;", "&"))
    assert 'rel="prev"' in second
    assert 'rel="next"' not in second


@pytest.mark.parametrize("after", ["x", "2026-13-40_x", "_", "' or 1=1"])
def test_a_meddled_place_is_the_first_page(browser: Browser, after: str) -> None:
    browser.log_in("coordinator")
    browser.get("cases.list", after=after)
