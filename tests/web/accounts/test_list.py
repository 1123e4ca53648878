"""The administrator sees colleagues, their hats and their training; nobody else does."""

from kit.browser_like import Browser
from kit.town import PEOPLE


def test_everybody_is_listed_with_hats_and_training(browser: Browser) -> None:
    page = browser.log_in("administrator").get("accounts.list")
    for name, partner, _ in PEOPLE.values():
        assert name in page
        assert partner is None or partner in page
    assert "31 januari 2028" in page
    assert "kan nu niet melden" in page
    for nonsense in ("0", "-1", "x", "99999999"):
        browser.get("accounts.list", page=nonsense)


def test_a_coordinator_is_refused(browser: Browser) -> None:
    browser.log_in("coordinator").get("accounts.list", status=403)
