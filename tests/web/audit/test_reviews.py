"""The page of the monthly review: what waits, what was signed by whom, and a form for one more."""

from datetime import UTC, datetime

from kit.browser_like import Browser
from kit.town import Town

JANUARY = datetime(2027, 1, 4, 10, tzinfo=UTC)


def test_a_month_is_signed_once(browser: Browser, file_town: Town) -> None:
    browser.log_in("privacy_officer")
    assert "Er is nog geen maand voorbij" in browser.get("audit.reviews")
    file_town.clock.move_to(JANUARY)
    page = browser.log_in("privacy_officer").get("audit.reviews")
    assert page.count("nog niet") == 2
    answer = {"month": "2026-11", "outcome": "nothing_found"}
    browser.post("audit.sign_review", answer)
    page = browser.get("audit.reviews")
    assert "Je naam staat onder deze maand" in page
    assert page.count("nog niet") == 1
    assert "ma 4 januari 2027" in page
    again = browser.post("audit.sign_review", answer, 422).get_data(as_text=True)
    assert "Deze maand is al gecontroleerd" in again


def test_a_form_that_is_not_whole_comes_back(browser: Browser, file_town: Town) -> None:
    file_town.clock.move_to(JANUARY)
    browser.log_in("privacy_officer").get("audit.reviews")
    browser.post("audit.sign_review", {}, 422)
    browser.post("audit.sign_review", {"month": "2026-11", "outcome": "fine"}, 422)
    page = browser.post("audit.sign_review", {"month": "2027-01", "outcome": "explained"}, 422)
    assert 'value="explained" checked' in " ".join(page.get_data(as_text=True).split())


def test_nobody_else_comes_in(browser: Browser) -> None:
    browser.log_in("coordinator").get("audit.reviews", status=403)
