"""The list of cases: queues, names, and pages by an address that says nothing."""

from datetime import timedelta

import pytest
from kit.browser_like import Browser
from kit.cases import case_row, closed_case, opened
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


def test_a_choice_is_remembered_until_another_is_made(browser: Browser, file_town: Town) -> None:
    reference = case_row(file_town, opened(file_town)).reference
    browser.log_in("coordinator")
    assert "Alles tonen" not in browser.get("cases.list")
    page = browser.get("cases.list", narrow="yes", state="supported")
    assert reference not in page
    assert "Met deze keuze: 0" in page
    assert reference not in browser.get("cases.list", queue="all")
    assert reference in browser.get("cases.list", narrow="yes", state="opened", due="first_attempt")
    assert reference in browser.get("cases.list", narrow="no")
    assert "Alles tonen" not in browser.get("cases.list")


@pytest.mark.parametrize("name", ["state", "due", "quiet", "area"])
@pytest.mark.parametrize(
    "code", ["nonsense", "closed", "\x00", "a" * 10_000, "\N{BUG}", "' or 1=1"]
)
def test_a_foreign_code_narrows_nothing(
    browser: Browser, file_town: Town, name: str, code: str
) -> None:
    reference = case_row(file_town, opened(file_town)).reference
    browser.log_in("coordinator")
    assert reference in browser.get("cases.list", narrow="yes", **{name: code})


def test_what_went_quiet_is_one_step_away(browser: Browser, file_town: Town) -> None:
    reference = case_row(file_town, opened(file_town)).reference
    file_town.clock.move_to(file_town.clock.now() + timedelta(days=45))
    browser.log_in("coordinator")
    page = browser.get("cases.list")
    assert "in de week van" not in page
    address = page.split(">Stil geworden<")[0].rsplit('href="', 1)[1].split('"')[0]
    page = browser.open(address.replace("&amp;", "&"))
    assert reference in page
    assert "in de week van" in page
    assert "Stil geworden" not in page


def test_closed_cases_have_no_choices(browser: Browser, file_town: Town) -> None:
    reference = case_row(file_town, closed_case(file_town)).reference
    browser.log_in("coordinator")
    browser.get("cases.list", narrow="yes", quiet="one_month")
    page = browser.get("cases.list", queue="closed")
    assert reference in page
    assert "Alleen een deel tonen" not in page
