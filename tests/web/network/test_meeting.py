"""Pages of meetings: inside for colleagues, behind a link for organisations, and as a calendar."""

import re
from typing import Any

import pytest
from flask import Flask
from icalendar import Calendar
from kit.browser_like import BASE, Browser
from kit.meetings import (
    AGENDA,
    answer_rows,
    later,
    linked,
    meeting_in,
    meeting_row,
    noted,
    says,
    typed,
    with_mailboxes,
)
from kit.partners import HOUSING, partner_id
from kit.town import Town
from kit.trail import entries, keys_of_entries
from sqlalchemy import select

from signalering.domain.meetings import came_field
from signalering.models.accounts.draft import Draft
from signalering.vault.links import new_token

CSRF = re.compile(r'value="[^"]+"')


def main(page: str) -> str:
    return page.split("<main")[1].split("</main>")[0]


def test_planned_invited_changed_and_called_off(browser: Browser, file_town: Town) -> None:
    with_mailboxes(file_town)
    browser.log_in("administrator")
    browser.get("network.plan_meeting")
    answer = browser.post("network.plan_meeting", typed(file_town))
    page = browser.open(answer.location)
    assert "Een zin die niet weg mag: titel" in page
    meeting_id = answer.location.rpartition("/")[2]
    at = {"meeting_id": meeting_id}
    browser.post("network.invite_partners", **at)
    assert page.count("Komt ") == 0, "an administrator has no organisation to answer for"
    assert browser.get("network.attendance", **at).count("geen antwoord") == 2
    assert "was al uitgenodigd" in browser.open(
        browser.post("network.invite_partners", **at).location
    )
    edited = typed(file_town) | {"version": "1", "starts_at": "13:15"}
    assert "13:15 tot 16:30 uur" in browser.open(
        browser.post("network.change_meeting", edited, **at).location
    )
    late = browser.post("network.change_meeting", edited | {"title": "Mijn titel"}, 409, **at)
    assert "Mijn titel" in late.get_data(as_text=True)
    off = {"version": "2", "confirmation": "afzeggen"}
    browser.post("network.cancel_meeting", off | {"confirmation": "ja"}, 422, **at)
    browser.post("network.cancel_meeting", off, **at)
    assert "Deze bijeenkomst gaat niet door." in browser.get("network.meeting", **at)
    assert "afgezegd" in browser.get("network.meetings")


def test_a_finding_in_the_agenda_is_marked_and_replaced(browser: Browser, file_town: Town) -> None:
    browser.log_in("administrator")
    given = typed(file_town) | {"agenda": "Bel 0174 123456 voor soep."}
    page = browser.post("network.plan_meeting", given, 422).get_data(as_text=True)
    assert "<mark>0174 123456</mark>" in page
    taken = browser.post("network.plan_meeting", given | {"take_over": "all"}, 200)
    text = taken.get_data(as_text=True)
    assert "0174 123456" not in text
    assert given["title"] in text


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"day": "0001-01-01"}, "Kies een dag vanaf vandaag"),
        ({"day": "9999-12-31"}, "Kies een dag vanaf vandaag"),
        ({"day": "31-02-2027"}, "Vul een dag in zoals 31-12-2026."),
        ({"capacity": "9" * 5000}, "Vul een heel getal in."),
        ({"capacity": "9" * 15}, "van 1 tot en met 2000"),
        ({"ends_at": "13:00"}, "later eindigen"),
        ({"title": "a\x00b"}, "teken dat niet mag"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_typed_is_lost(
    browser: Browser, file_town: Town, wrong: dict[str, str], told: str
) -> None:
    browser.log_in("administrator")
    given = typed(file_town) | wrong
    text = browser.post("network.plan_meeting", given, 422).get_data(as_text=True)
    assert told in text
    for name in {"title", "place", "agenda"} - set(wrong):
        assert given[name] in text


def test_a_colleague_answers_and_sees_it(browser: Browser, file_town: Town) -> None:
    meeting_id = meeting_in(file_town, capacity=3)
    at = {"meeting_id": meeting_id}
    browser.log_in("worker")
    assert "Bijeenkomsten" in browser.get("network.meetings")
    assert "Organiseren" not in browser.get("network.meeting", **at)
    yes = {"comes": "yes", "people": "2"}
    full = browser.post("network.answer_meeting", yes | {"people": "4"}, 422, **at)
    assert "Er is nog plek voor 3." in full.get_data(as_text=True)
    browser.post("network.answer_meeting", yes, **at)
    page = browser.get("network.meeting", **at)
    assert 'value="2"' in page
    browser.post("network.answer_meeting", {"comes": "no", "people": "2"}, **at)
    assert meeting_row(file_town, meeting_id).taken == 0
    later(file_town, 11)
    late = browser.log_in("worker").post("network.answer_meeting", yes, 409, **at)
    assert "Aanmelden en wijzigen kan niet meer" in late.get_data(as_text=True)


def test_who_came_and_what_was_said(browser: Browser, file_town: Town) -> None:
    meeting_id = meeting_in(file_town, in_days=0)
    says(file_town, meeting_id, 2)
    at = {"meeting_id": meeting_id}
    field = came_field(partner_id(file_town))
    browser.log_in("administrator")
    assert "Wie er kwamen" in browser.get("network.attendance", **at)
    wrong = browser.post("network.attendance", {"version": "1", field: "900"}, 422, **at)
    assert 'value="900"' in wrong.get_data(as_text=True)
    browser.post("network.attendance", {"version": "1", field: "3"}, **at)
    assert answer_rows(file_town, meeting_id)[HOUSING].came == 3
    assert len(entries(file_town, "meeting_attended")) == 1
    browser.get("network.meeting_notes", **at)
    notes = {"version": "2", "text": "We aten soep."}
    browser.post("network.meeting_notes", notes, **at)
    stale = browser.post("network.meeting_notes", notes | {"text": "Een andere zin."}, 409, **at)
    text = stale.get_data(as_text=True)
    assert "Een andere zin." in text
    assert "We aten soep." in text
    browser.log_in("manager")
    assert "We aten soep." in browser.get("network.meeting", **at)


def test_a_get_shows_the_same_button_for_every_link_and_does_nothing(
    browser: Browser, file_town: Town
) -> None:
    token = linked(file_town, meeting_in(file_town))
    before = keys_of_entries(file_town)
    pages = [
        browser.get("network.open_meeting", token=one).replace(one, "TOKEN")
        for one in (token, new_token())
    ]
    assert "Bijeenkomst bekijken" in pages[0]
    assert "najaar" not in pages[0]
    assert len({CSRF.sub("", main(page)) for page in pages}) == 1
    assert keys_of_entries(file_town) == before


def test_the_whole_way_without_an_account(browser: Browser, file_town: Town) -> None:
    meeting_id = meeting_in(file_town)
    noted_later = linked(file_town, meeting_id)
    opened = browser.post("network.open_meeting", {}, 200, token=noted_later)
    assert opened.headers["Referrer-Policy"] == "strict-origin"
    assert opened.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert AGENDA in opened.get_data(as_text=True)
    said = {"comes": "yes", "people": "2", "contact_address": "balie@wonen.test"}
    wrong = browser.post(
        "network.answer_invitation", said | {"people": "heel veel"}, 422, token=noted_later
    ).get_data(as_text=True)
    assert "heel veel" in wrong
    assert "balie@wonen.test" in wrong
    page = browser.post("network.answer_invitation", said, 200, token=noted_later)
    assert "Wij rekenen op 2 mensen van Wonen aan Zee." in page.get_data(as_text=True)
    again = browser.post("network.open_meeting", {}, 200, token=noted_later)
    assert "balie@wonen.test" in again.get_data(as_text=True)
    page = browser.post("network.answer_invitation", {"comes": "no"}, 200, token=noted_later)
    assert "Wij weten dat er niemand komt" in page.get_data(as_text=True)
    later(file_town, 10)
    noted(file_town, meeting_id, "We aten soep.")
    read = browser.post("network.open_meeting", {}, 200, token=noted_later)
    assert "We aten soep." in read.get_data(as_text=True)
    late = browser.post("network.answer_invitation", said, 409, token=noted_later)
    assert "Aanmelden en wijzigen kan niet meer." in late.get_data(as_text=True)
    browser.post("accounts.language", {"language": "en"})
    english = browser.post("network.open_meeting", {}, 200, token=noted_later)
    assert "What is it about?" in english.get_data(as_text=True)


def test_one_page_for_all_that_lets_nobody_in_and_a_wait_for_who_goes_on(
    browser: Browser, file_town: Town
) -> None:
    old = linked(file_town, meeting_in(file_town))
    later(file_town, 300)
    pages = {
        main(browser.post(endpoint, {"comes": "no"}, 404, token=one).get_data(as_text=True))
        for one in (old, new_token())
        for endpoint in ("network.open_meeting", "network.answer_invitation")
    }
    assert len(pages) == 1
    for _ in range(12):
        browser.client.get(f"/meeting/{new_token()}.ics", base_url=BASE)
    answer = browser.post("network.open_meeting", {}, 429, token=new_token())
    assert "Even wachten" in answer.get_data(as_text=True)


def event(app: Flask, path: str) -> tuple[Any, bytes]:
    """What a calendar program gets, without a cookie."""
    answer = app.test_client().get(path, base_url=BASE)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert "Set-Cookie" not in answer.headers
    (found,) = Calendar.from_ical(answer.data).walk("VEVENT")
    return found, answer.data


def test_a_calendar_shows_it_its_change_and_that_it_is_off(
    app: Flask, browser: Browser, file_town: Town
) -> None:
    long = "Samen eten, praten; en meer.\n" + "De hele middag é " * 20
    meeting_id = meeting_in(file_town, title="Samen, eten; é", agenda=long)
    path = f"/meeting/{linked(file_town, meeting_id)}.ics"
    first, raw = event(app, path)
    assert first["UID"] == f"meeting-{meeting_id}@signalering.test"
    assert (first["SEQUENCE"], first["STATUS"]) == (0, "CONFIRMED")
    assert first["SUMMARY"] == "Samen, eten; é"
    assert first["DESCRIPTION"] == long.strip()
    assert first["LOCATION"] == "De Kas, Naaldwijk, Kerkplein 1"
    assert first["DTSTART"].dt.isoformat() == "2026-12-03T14:00:00+01:00"
    assert first["DTEND"].dt.isoformat() == "2026-12-03T16:30:00+01:00"
    assert b"DTSTART;TZID=Europe/Amsterdam:20261203T140000" in raw
    assert b"BEGIN:VTIMEZONE" in raw
    assert all(len(one) <= 75 for one in raw.split(b"\r\n")), "RFC 5545, 3.1"
    assert b"Samen\\, eten\\; " in raw
    browser.log_in("administrator")
    moved = typed(file_town, 11) | {"version": "1"}
    browser.post("network.change_meeting", moved, meeting_id=meeting_id)
    second, _ = event(app, path)
    assert (second["UID"], second["SEQUENCE"]) == (first["UID"], 1)
    assert second["DTSTART"].dt.day == 4
    off = {"version": "2", "confirmation": "afzeggen"}
    browser.post("network.cancel_meeting", off, meeting_id=meeting_id)
    third, raw = event(app, path)
    assert (third["SEQUENCE"], third["STATUS"]) == (2, "CANCELLED")
    inside = browser.client.get(f"/meetings/{meeting_id}.ics", base_url=BASE)
    assert inside.data == raw


def test_notes_are_kept_as_a_draft_until_they_are_sent(browser: Browser, file_town: Town) -> None:
    meeting_id = meeting_in(file_town, in_days=0)
    at = {"meeting_id": meeting_id}
    place = f"network.meeting_notes:{meeting_id}"
    browser.log_in("administrator")
    assert f'data-draft="{place}"' in browser.get("network.meeting_notes", **at)
    typed = {"text": "We aten soep en", "draft_place": place}
    browser.post("accounts.draft", typed | {"autosave": "yes"}, 204)
    with file_town.work(writes=False) as work:
        assert not any(b"soep" in row.sealed for row in work.data.scalars(select(Draft)))
    page = browser.get("network.meeting_notes", **at)
    assert "eerder getypt" in page
    assert "We aten soep en" in page
    assert "Dit is nu bewaard" not in page
    noted(file_town, meeting_id, "Van een collega.")
    page = browser.get("network.meeting_notes", **at)
    assert "Dit is nu bewaard" in page
    assert "Van een collega." in page
    browser.post("network.meeting_notes", {"version": "2", "text": "We aten soep."}, **at)
    page = browser.get("network.meeting_notes", **at)
    assert "eerder getypt" not in page
    assert "We aten soep." in page
