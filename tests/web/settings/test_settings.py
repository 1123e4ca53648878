"""The pages of settings and state: what they show, what comes back, and where it takes effect."""

import os
import re
from dataclasses import replace

from kit.browser_like import Browser, app_of, close
from kit.settings import by_file, closed_on, decided
from kit.town import Town

from signalering.domain.mail_server import MailSecurity, MailServer
from signalering.domain.setting_list import CLOSING_DAYS, SETTINGS
from signalering.domain.setting_values import value_of

SECRETS = ("secret_key", "figures_key", "lookup_key")


def flat(page: str) -> str:
    return re.sub(r"\s+", " ", page)


def test_every_setting_has_its_page(browser: Browser) -> None:
    overview = browser.log_in("administrator").get("settings.overview")
    assert "Er is nog niets gewijzigd" in overview
    for name in SETTINGS:
        address = name.replace("_", "-")
        assert f"/settings/{address}" in overview
        if name != CLOSING_DAYS:
            browser.get("settings.change", of_what=address)


def test_it_says_where_the_texts_of_the_site_are(browser: Browser, file_town: Town) -> None:
    page = flat(browser.log_in("administrator").get("settings.overview"))
    folder = file_town.house.settings.instance / "site"
    assert f"{folder}/nl" in page
    assert "docs/site-texts.md" in page
    assert "Er staan geen fouten in." in page
    for number, (name, text) in enumerate((("newer", "kind: page\n\nx"), ("older", ""))):
        path = folder / "nl" / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        os.utime(path, (1_000_000 - number, 1_000_000 - number))
    page = flat(browser.get("settings.overview"))
    assert "<code>site/nl/newer.md</code>, regel 1: `title` ontbreekt in de kop" in page
    assert "older.md" not in page
    assert browser.url("training.sessions") in page


def test_no_secret_is_shown(browser: Browser, file_town: Town) -> None:
    settings = file_town.house.settings
    page = browser.log_in("administrator").get("settings.overview")
    assert "LOOKUP_KEY" in page
    for name in SECRETS:
        assert getattr(settings, name).hex() not in page
    assert settings.database_url not in page


def test_a_change_shows_at_once_where_it_counts(browser: Browser, file_town: Town) -> None:
    browser.log_in("administrator")
    browser.post(
        "settings.change", {"version": 0, "value": "0174 63 86 38"}, of_what="help-gp-post"
    )
    page = browser.get("public.help")
    assert "De nieuwe waarde geldt vanaf nu." in page
    assert 'href="tel:0174638638"' in page
    browser.post("settings.change", {"version": 0, "value": "4"}, of_what="triage-working-days")
    assert "binnen 4 werkdagen" in browser.get("public.home")
    assert "Be Heerder" in browser.get("settings.overview")
    browser.post("settings.change", {"version": 0, "value": "6"}, of_what="cover-weeks-at-most")
    assert "Hooguit 6 weken na de eerste dag" in browser.get("accounts.cover")


def test_what_was_typed_comes_back(browser: Browser, file_town: Town) -> None:
    browser.log_in("administrator")
    answer = browser.post(
        "settings.change", {"version": 0, "value": "9, 3, 1"}, 422, of_what="contact-warning-days"
    )
    assert 'value="9, 3, 1"' in answer.get_data(as_text=True)
    assert "Begin met het kleinste getal" in answer.get_data(as_text=True)
    decided(file_town, "card_days", "30")
    late = browser.post("settings.change", {"version": 0, "value": "45"}, 409, of_what="card-days")
    text = flat(late.get_data(as_text=True))
    assert 'value="45"' in text
    assert "Iemand anders heeft dit net veranderd" in text
    assert "30 dagen" in text
    assert 'name="version" value="1"' in text, "sent once more it counts"


def test_closing_days_come_and_go(browser: Browser, file_town: Town) -> None:
    browser.log_in("administrator")
    body = {"version": 0, "day": "24-12-2026", "reason": "kerstavond"}
    browser.post("settings.closing_days", body)
    page = browser.get("settings.closing_days")
    assert "kerstavond" in page
    late = browser.post("settings.closing_days", {**body, "day": "2026-12-31"}, 409)
    assert 'value="2026-12-31"' in late.get_data(as_text=True)
    browser.post("settings.open_again", {"version": 0, "day": "2026-12-24"}, 409)
    browser.post("settings.open_again", {"version": 1, "day": "2026-12-24"})
    assert "kerstavond" not in browser.get("settings.closing_days")
    for day in ("2026-12-24", "2026-99-99", "0001-01-01", "9999-12-31", "x" * 2000, "\x00"):
        browser.post("settings.open_again", {"version": 2, "day": day}, 409)


def test_the_page_of_state(browser: Browser, file_town: Town) -> None:
    page = flat(browser.log_in("administrator").get("settings.state"))
    assert "Er is iets te doen" in page
    assert "signalering backup create" in page
    assert "Proefmail versturen" not in page, "there is no mail server"
    browser.post("settings.try_mail", status=409)


def test_a_trial_says_what_went_wrong(file_town: Town) -> None:
    server = MailServer("127.0.0.1", 9, MailSecurity.TLS, "noreply@proefdorp.test")
    settings = replace(file_town.house.settings, mail=server)
    town = replace(file_town, house=replace(file_town.house, settings=settings))
    app = app_of(town)
    try:
        browser = Browser(app, town).log_in("administrator")
        assert "Proefmail versturen" in browser.get("settings.state")
        answer = browser.post("settings.try_mail", status=200)
        assert "De mailserver is niet bereikbaar." in answer.get_data(as_text=True)
        again = browser.post("settings.try_mail", status=429).get_data(as_text=True)
        assert "Er is net al een proefmail geprobeerd" in again
        assert re.search(r"Over \d+ seconden? kan het weer", again)
        assert "Mislukt op" in browser.get("settings.state")
    finally:
        close(app)


def test_the_numbers_of_the_file_show_until_somebody_decides(file_town: Town) -> None:
    town = by_file(file_town, team_phone="0174 11 22 33")
    closed_on(town, town.clock.today())
    assert value_of(town.house.settings.first_rules, "team_phone") == "0174 11 22 33"
    app = app_of(town)
    try:
        browser = Browser(app, town)
        assert "0174 11 22 33" in browser.get("public.card")
        decided(town, "team_phone", "0174 44 55 66")
        assert "0174 44 55 66" in browser.get("public.card")
    finally:
        close(app)
