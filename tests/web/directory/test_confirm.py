"""The pages behind an offer's link: a button for everybody, the offer behind it, and an answer."""

import re

import pytest
from kit.browser_like import BASE, Browser
from kit.offers import answered, asked_about, correction_row, offer_of, offer_row, standing_row
from kit.town import Town
from kit.trail import keys_of_entries

from signalering.vault.links import new_token

CSRF = re.compile(r'value="[^"]+"')
NOTE = "Samen wandelen, om tien uur bij de kerk."
YES = {"said": "stands", "room": "full", "frequency": "weekly", "weekday": "di"}


def test_a_get_shows_the_same_button_for_every_link_and_does_nothing(
    browser: Browser, file_town: Town
) -> None:
    link = asked_about(file_town, offer_of(file_town))
    before = keys_of_entries(file_town)
    pages = [
        browser.get("directory.confirm", token=token).replace(token, "TOKEN")
        for token in (link.token, new_token(), link.token)
    ]
    assert "Aanbod bekijken" in pages[0]
    assert not any("Vitis" in page for page in pages)
    forms = {CSRF.sub("", page.split("<form")[-1].split("</form>")[0]) for page in pages}
    assert len(forms) == 1
    assert keys_of_entries(file_town) == before


def test_the_whole_way_without_an_account(browser: Browser, file_town: Town) -> None:
    offer = offer_of(file_town)
    link = asked_about(file_town, offer)
    opened = browser.post("directory.confirm", {}, 200, token=link.token)
    assert opened.headers["Referrer-Policy"] == "strict-origin"
    assert opened.headers["X-Robots-Tag"] == "noindex, nofollow"
    text = opened.get_data(as_text=True)
    assert "Vitis Welzijn: maatjes" in text
    assert "groep@initiatief.test" in text
    said = YES | {"note": NOTE, "contact_address": "groep@initiatief.test"}
    answer = browser.post("directory.answer", said, 200, token=link.token)
    assert "De link werkt vanaf nu niet meer." in answer.get_data(as_text=True)
    assert offer_row(file_town, offer).assured_on == file_town.clock.today()
    waits = correction_row(file_town, offer)
    assert waits is not None
    assert waits.note == NOTE
    browser.post("directory.answer", said, 404, token=link.token)


def test_stopped_takes_no_more_than_that(browser: Browser, file_town: Town) -> None:
    offer = offer_of(file_town)
    link = asked_about(file_town, offer)
    text = browser.post("directory.answer", {"said": "stopped"}, 200, token=link.token)
    assert "Wij verwijzen vanaf nu niemand meer" in text.get_data(as_text=True)
    standing = standing_row(file_town, offer)
    assert standing is not None
    assert standing.stopped_on


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"said": ""}, "Vul dit in."),
        ({"room": ""}, "Vul dit in."),
        ({"room": "plenty"}, "Kies iets uit de lijst."),
        ({"places": "veel"}, "Vul een heel getal in."),
        ({"places": "9" * 5000}, "Vul een heel getal in."),
        ({"room_until": "0001-01-01"}, "Kies een dag vanaf vandaag"),
        ({"room_until": "31-02-2027"}, "Vul een dag in zoals 31-12-2026."),
        ({"contact_address": "geen adres"}, "Vul een e-mailadres in"),
        ({"note": "x" * 2001}, "2000"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_typed_is_lost(
    browser: Browser, file_town: Town, wrong: dict[str, str], told: str
) -> None:
    link = asked_about(file_town, offer_of(file_town))
    said = YES | {"note": NOTE, "contact_address": "ander@initiatief.test"} | wrong
    answer = browser.post("directory.answer", said, 422, token=link.token)
    text = answer.get_data(as_text=True)
    assert told in text
    for name in ("note", "contact_address"):
        assert said[name] in text


def test_one_page_for_all_that_lets_nobody_in(browser: Browser, file_town: Town) -> None:
    offer = offer_of(file_town)
    used = asked_about(file_town, offer)
    answered(file_town, used)
    revoked = asked_about(file_town, offer)
    asked_about(file_town, offer)
    pages = {
        browser.post(endpoint, YES, 404, token=token).get_data(as_text=True)
        for token in (used.token, revoked.token, new_token())
        for endpoint in ("directory.confirm", "directory.answer")
    }
    bare = {page.split("<main")[1].split("</main>")[0] for page in pages}
    assert len(bare) == 1
    assert "om een nieuwe link" in bare.pop()


def test_who_tries_too_often_is_told_to_wait(browser: Browser) -> None:
    statuses = []
    for _ in range(15):
        answer = browser.client.post(
            f"/offer/{new_token()}",
            data={"csrf_token": browser.token()},
            base_url=BASE,
            headers={"Referer": f"{BASE}/"},
        )
        statuses.append(answer.status_code)
    assert (statuses[0], statuses[-1]) == (404, 429)


def test_in_english_too(browser: Browser, file_town: Town) -> None:
    link = asked_about(file_town, offer_of(file_town))
    browser.post("accounts.language", {"language": "en"})
    assert "Look at the offer" in browser.get("directory.confirm", token=link.token)
    text = browser.post("directory.confirm", {}, 200, token=link.token).get_data(as_text=True)
    assert "Yes, this offer is still there" in text
