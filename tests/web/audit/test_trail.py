"""The audit trail's page: newest first, searched by its form, for privacy officers."""

from flask import Flask
from kit.browser_like import Browser
from kit.signals import logged, row_of, taken
from kit.town import Town


def test_it_shows_who_did_what(browser: Browser, file_town: Town) -> None:
    signal_id = taken(file_town)
    page = browser.log_in("privacy_officer").get("audit.trail")
    assert "Cor Dinator" in page
    assert "signaal opgepakt" in page
    assert row_of(file_town, signal_id).reference in page
    assert "mist de buren" not in page


def test_a_signal_is_found_by_its_reference(browser: Browser, file_town: Town) -> None:
    first, second = taken(file_town), logged(file_town)
    references = [row_of(file_town, each).reference for each in (first, second)]
    browser.log_in("privacy_officer")
    page = browser.get("audit.trail", wanted=references[0].lower(), account="", action="")
    table = page.split("<tbody>")[1]
    assert references[0] in table
    assert references[1] not in table


def test_denials_are_found_by_outcome(browser: Browser, app: Flask, file_town: Town) -> None:
    Browser(app, file_town).log_in("worker").get("audit.trail", status=403)
    page = browser.log_in("privacy_officer").get("audit.trail", outcome="denied")
    table = page.split("<tbody>")[1]
    assert "toegang geweigerd" in table
    assert "Wil Melder" in table
    assert "ingelogd" not in table


def test_a_search_that_cannot_be_done_says_so_and_keeps_what_was_typed(browser: Browser) -> None:
    browser.log_in("privacy_officer")
    page = browser.get("audit.trail", status=422, wanted="ABCD-9999")
    assert "Dit kenmerk kennen we niet" in page
    assert 'value="ABCD-9999"' in page
    browser.get("audit.trail", status=422, action="nonsense")
    browser.get("audit.trail", status=422, from_day="gisteren")
    browser.get("audit.trail", status=422, before="nonsense")
    assert "Er is niets gevonden" in browser.get("audit.trail", account="nonsense")


def test_the_next_page_keeps_the_search(browser: Browser, file_town: Town) -> None:
    for _ in range(52):
        logged(file_town)
    browser.log_in("privacy_officer")
    page = browser.get("audit.trail", action="signal_logged")
    following = page.split('rel="next"')[0].rsplit('href="', 1)[1].split('"')[0]
    second = browser.open(following.replace("&amp;", "&"))
    assert second.split("<tbody>")[1].count("signaal gemeld") == 2


def test_nobody_else_comes_in(browser: Browser) -> None:
    browser.log_in("administrator").get("audit.trail", status=403)


def test_the_last_day_of_the_calendar_is_a_day(browser: Browser) -> None:
    browser.log_in("privacy_officer")
    browser.get("audit.trail", to_day="9999-12-31")
    browser.get("audit.trail", from_day="0001-01-01", to_day="9999-12-31")


def test_details_are_told_in_words(browser: Browser, app: Flask, file_town: Town) -> None:
    Browser(app, file_town).log_in("worker").post("accounts.end_session", {"which": "everywhere"})
    page = browser.log_in("privacy_officer").get("audit.trail", action="log_out")
    assert "overal uitgelogd" in page
    assert "everywhere" not in page
