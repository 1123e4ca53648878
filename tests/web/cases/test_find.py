"""The search on its page: by POST alone, an error that says what to do, nothing typed is lost."""

from kit.browser_like import Browser
from kit.cases import opened
from kit.signals import CONTACT, with_details
from kit.town import Town


def asked(browser: Browser, name: str, status: int = 200) -> str:
    return browser.post("cases.find", {"name": name}, status).get_data(as_text=True)


def test_the_page_finds_and_links(browser: Browser, file_town: Town) -> None:
    case_id = opened(file_town, command=with_details())
    browser.log_in("coordinator")
    browser.get("cases.find")
    page = asked(browser, "truida verzonen")
    assert CONTACT.name in page
    assert browser.url("cases.show", case_id=case_id) in page
    assert "truida verzonen" in page


def test_nobody_found_says_so(browser: Browser) -> None:
    browser.log_in("coordinator")
    assert "Geen lopend dossier" in asked(browser, "Quispel")


def test_too_little_comes_back_with_an_error(browser: Browser) -> None:
    browser.log_in("coordinator")
    page = asked(browser, "?", 422)
    assert "twee letters" in page
