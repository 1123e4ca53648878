"""One's own days in one's own calendar: made, fetched by a program, shut."""

import re
from datetime import timedelta

import pytest
from flask import Flask
from icalendar import Calendar
from kit.browser_like import BASE, Browser
from kit.cases import case_row, opened
from kit.town import Town
from werkzeug.test import TestResponse

from signalering.models.accounts.account import Account
from signalering.models.cases.case import Case
from signalering.vault.links import new_token

ADDRESS = re.compile(r"https://signalering\.test(/calendar/[A-Za-z0-9_-]{43}\.ics)")


@pytest.fixture
def path(browser: Browser) -> str:
    """The address as its page shows it, once."""
    browser.log_in("coordinator")
    shown = browser.post("accounts.calendar_make", status=200).get_data(as_text=True)
    found = ADDRESS.search(shown)
    assert found is not None
    assert found[1] not in browser.get("accounts.calendar")
    return found[1]


def fetch(app: Flask, path: str, **headers: str) -> TestResponse:
    """As a calendar program does: without a cookie."""
    return app.test_client().get(path, base_url=BASE, headers=headers)


def test_a_program_reads_days_and_counts_and_nothing_else(
    app: Flask, file_town: Town, path: str
) -> None:
    case_id, other_id = opened(file_town), opened(file_town)
    today = file_town.clock.today()
    with file_town.committed() as work:
        for one, day in ((case_id, today - timedelta(days=2)), (other_id, today)):
            row = work.data.get_one(Case, one)
            row.deadline_on, row.inform_by = day, None
    answer = fetch(app, path)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert "Set-Cookie" not in answer.headers
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert answer.headers["Referrer-Policy"] == "strict-origin"
    calendar = Calendar.from_ical(answer.data)
    assert calendar["REFRESH-INTERVAL"].dt == timedelta(hours=6)
    (event,) = calendar.walk("VEVENT")
    assert event["SUMMARY"] == "Signalering: 2 dingen op deze dag"
    assert event["DTSTART"].dt == today
    assert event["DTEND"].dt == today + timedelta(days=1)
    assert set(event) == {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "TRANSP", "CLASS"}
    assert calendar.walk("VALARM") == []
    text = answer.get_data(as_text=True)
    for told in (
        case_row(file_town, case_id).reference,
        str(case_id),
        str(file_town.people["coordinator"].account_id),
        "Dinator",
        "first_attempt",
        path.removeprefix("/calendar/").removesuffix(".ics"),
    ):
        assert told not in text


def test_it_is_in_the_language_of_its_owner_and_the_same_all_day(
    app: Flask, file_town: Town, path: str
) -> None:
    opened(file_town)
    with file_town.committed() as work:
        account = file_town.people["coordinator"].account_id
        work.data.get_one(Account, account).language = "en"
    first = fetch(app, path, **{"Accept-Language": "nl"})
    assert "Signalering: 1 thing on this day" in first.get_data(as_text=True)
    file_town.clock.move_to(file_town.clock.now() + timedelta(hours=3))
    assert fetch(app, path).data == first.data


def test_with_nothing_to_do_it_is_a_calendar_all_the_same(app: Flask, path: str) -> None:
    """One without any part is none (RFC 5545, 3.6), and a program may refuse it for ever."""
    calendar = Calendar.from_ical(fetch(app, path).data)
    assert calendar.walk("VEVENT") == []
    assert len(calendar.subcomponents) == 1


def test_a_new_one_and_a_stop_shut_the_old(app: Flask, browser: Browser, path: str) -> None:
    shown = browser.post("accounts.calendar_make", status=200).get_data(as_text=True)
    found = ADDRESS.search(shown)
    assert found is not None
    assert fetch(app, path).status_code == 404
    assert fetch(app, found[1]).status_code == 200
    browser.post("accounts.calendar_stop")
    assert "werkt niet meer" in browser.get("accounts.calendar")
    assert fetch(app, found[1]).status_code == 404
    browser.post("accounts.calendar_stop", status=409)


def test_a_wrong_address_is_a_page_that_does_not_exist(app: Flask) -> None:
    unknown = fetch(app, "/no-such-page")
    for path in (f"/calendar/{new_token()}.ics", "/calendar/abc.ics", f"/calendar/{'é' * 43}.ics"):
        answer = fetch(app, path)
        assert answer.status_code == 404
        assert plain(answer) == plain(unknown)


def plain(answer: TestResponse) -> str:
    """The page without its token, and without where its language button leads back to."""
    return re.sub(r'name="(csrf_token|next)"\s+value="[^"]*"', "", answer.get_data(as_text=True))


def test_who_tries_on_and_on_has_to_wait(app: Flask) -> None:
    codes = [fetch(app, f"/calendar/{new_token()}.ics").status_code for _ in range(12)]
    assert codes == [404] * 11 + [429]


def test_others_see_no_way_there(browser: Browser) -> None:
    assert "/account/calendar" not in browser.log_in("worker").get("accounts.own")
