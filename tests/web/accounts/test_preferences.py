"""Mail with counts, and single keys: off or on, for oneself alone."""

from kit import trail
from kit.browser_like import Browser
from kit.town import Town

from signalering.models.accounts.account import Account

SHEET = "data-shortcuts aria-labelledby"


def kept(town: Town, key: str = "coordinator") -> tuple[bool, bool]:
    with town.work(writes=False) as work:
        account = work.data.get_one(Account, town.people[key].account_id)
        return account.digest, account.shortcuts


def test_no_mail_and_all_keys_until_somebody_chooses(browser: Browser, file_town: Town) -> None:
    page = browser.log_in("coordinator").get("accounts.preferences")
    assert kept(file_town) == (False, True)
    assert "checked" not in page


def test_what_is_chosen_is_kept_and_written_down(browser: Browser, file_town: Town) -> None:
    browser.log_in("coordinator")
    browser.post("accounts.preferences", {"digest": "y", "shortcuts_off": "y"})
    assert kept(file_town) == (True, False)
    assert kept(file_town, "other_coordinator") == (False, True)
    assert browser.get("accounts.preferences").count("checked") == 2
    browser.post("accounts.preferences", {})
    assert kept(file_town) == (False, True)
    told = [entry["details"] for entry in trail.entries(file_town, "preferences_changed")]
    assert sorted(told, key=str) == sorted(
        [{"digest": "yes", "shortcuts": "no"}, {"digest": "no", "shortcuts": "yes"}], key=str
    )


def test_switched_off_there_is_no_sheet_and_so_no_key(browser: Browser) -> None:
    browser.log_in("coordinator")
    assert SHEET in browser.get("signals.inbox")
    browser.post("accounts.preferences", {"shortcuts_off": "y"})
    assert SHEET not in browser.get("signals.inbox")
    assert "data-shortcuts-open" not in browser.get("signals.inbox")


def test_the_sheet_leads_to_pages_that_are_there(browser: Browser) -> None:
    page = browser.log_in("coordinator").get("signals.inbox")
    for key, path in (
        ("v", "/today"),
        ("i", "/signals/inbox"),
        ("d", "/cases"),
        ("/", "/cases/find"),
    ):
        assert f'href="{path}" data-go="{key}"' in page


def test_nobody_else_has_them(browser: Browser) -> None:
    page = browser.log_in("administrator").get("accounts.own")
    assert SHEET not in page
    assert "/account/preferences" not in page
