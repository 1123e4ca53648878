"""The page of what stands out: says what, when, who and why, and that it may be innocent."""

from datetime import timedelta

from flask import Flask
from kit.browser_like import Browser
from kit.town import START, Town

from signalering.domain.audit_actions import AuditAction
from signalering.services.audit.record import record


def test_it_says_who_when_and_why(browser: Browser, file_town: Town) -> None:
    file_town.clock.move_to(START.replace(hour=22))
    with file_town.committed("coordinator") as work:
        record(work, AuditAction.CASE_READ)
    file_town.clock.move_to(START + timedelta(days=1))
    page = browser.log_in("privacy_officer").get("audit.patterns")
    assert "Cor Dinator" in page
    assert "werk in de nacht" in page
    assert "er is vaak een gewone reden voor" in page
    assert "ma 23 november 2026 23:30" in page
    address = page.split("Bekijk in het logboek")[0].rsplit('href="', 1)[1].split('"')[0]
    trail = browser.open(address.replace("&amp;", "&"))
    assert "dossier gelezen" in trail.split("<tbody>")[1]


def test_nothing_that_stands_out_is_said(browser: Browser) -> None:
    assert "viel niets op" in browser.log_in("privacy_officer").get("audit.patterns")


def test_days_that_are_none_come_back_with_what_was_typed(browser: Browser) -> None:
    browser.log_in("privacy_officer")
    page = browser.get("audit.patterns", status=422, from_day="gisteren")
    assert 'value="gisteren"' in page
    page = browser.get("audit.patterns", status=422, from_day="2026-11-20", to_day="2026-11-01")
    assert "Kies andere dagen" in page
    browser.get("audit.patterns", from_day="0001-01-01", to_day="9999-12-31")
    browser.get("audit.patterns", status=422, from_day="2026-11-20\x00")


def test_nobody_else_comes_in(browser: Browser, app: Flask, file_town: Town) -> None:
    browser.log_in("coordinator").get("audit.patterns", status=403)
    Browser(app, file_town).log_in("administrator").get("audit.patterns", status=403)
