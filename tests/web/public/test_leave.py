"""The pages of a card: what was read is what was agreed to, and a late form is not lost."""

import re
from datetime import timedelta

from kit.browser_like import BASE, Browser
from kit.cards import later, with_card
from kit.signals import details_at
from kit.town import Town

GIVEN = {"contact_name": "Truida Verzonnen", "contact_phone": "0174 55 55 55", "agreed": "y"}


def test_a_yes_said_to_a_colleague_is_never_kept_as_the_residents_own(
    browser: Browser, file_town: Town
) -> None:
    signal_id, code = with_card(file_town)
    browser.log_in("coordinator")
    page = browser.post("public.card", {"code": code}, status=200).get_data(as_text=True)
    assert "Lees de tekst voor" in page
    read = re.search(r'name="text_version"[^>]*value="([^"]+)"', page)
    token = re.search(r'name="csrf_token" value="([^"]+)"', page)
    assert read is not None
    assert token is not None
    later(file_town, timedelta(minutes=20))  # the session locks
    data = {"csrf_token": token[1], "code": code, "text_version": read[1], **GIVEN}
    answer = browser.client.post(
        "/card/details", data=data, base_url=BASE, headers={"Referer": f"{BASE}/"}
    )
    page = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert details_at(file_town, signal_id) is None
    assert GIVEN["contact_name"] in page
    assert GIVEN["contact_phone"] in page
    assert "checked" not in page


def test_a_late_form_comes_back_to_the_resident_whole(browser: Browser, file_town: Town) -> None:
    signal_id, code = with_card(file_town)
    browser.client.set_cookie("__Host-language", "pl", domain="signalering.test", secure=True)
    typed = {"code": code, "text_version": "card-1", **GIVEN}
    answer = browser.client.post(
        "/card/details",
        data={"csrf_token": "stale", **typed},
        base_url=BASE,
        headers={"Referer": f"{BASE}/"},
    )
    page = answer.get_data(as_text=True)
    assert answer.status_code == 403
    assert "Inloggen" not in page
    again = dict(re.findall(r'<textarea name="([^"]+)" hidden>([^<]*)</textarea>', page))
    assert again == typed
    browser.post("public.leave", again, status=200)
    assert details_at(file_town, signal_id) is not None
