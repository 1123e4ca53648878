"""The road from set-up to a first signal: walked with the forms that people fill in."""

import base64
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from kit.browser_like import Browser, app_of, close
from kit.town import RECOVERY, Person, Town, new_house

from signalering.domain.commands.accounts.invite import Invite
from signalering.domain.states import Hat
from signalering.domain.upkeep_names import Marked
from signalering.models.database import open_engine
from signalering.models.tables import METADATA
from signalering.services.keys.set_up import newcomer, set_up
from signalering.services.settings.marks import mark
from signalering.services.work import open_work
from signalering.vault.codes import code_at
from signalering.vault.shares import recovery_public_key

PEOPLE = {
    "ada": Hat.ADMINISTRATOR,
    "coos": Hat.COORDINATOR,
    "dee": Hat.COORDINATOR,
    "pia": Hat.PRIVACY_OFFICER,
}
LEAD = "Signalering is nog niet klaar"
WORKER = "mel@proefdorp.test"
TRIAL = {
    "token": "0" * 32,
    "indicators": "says_lonely",
    "place": "monster",
    "age_band": "75+",
    "main_wish": "encounters",
    "talked_about": "no",
    "request": "advice",
    "contact_answer": "no",
}
STEP = re.compile(r"<li>\s*<h2 class=\"steps__title\">([^<]+)</h2>.*?badge--(\w+)", re.DOTALL)


@pytest.fixture
def made(tmp_path: Path) -> Iterator[tuple[Town, dict[str, str]]]:
    """What `signalering setup` leaves: four people and two keys; and the words of each."""
    data, keystore = (open_engine(f"sqlite:///{tmp_path}/{name}.sqlite") for name in ("a", "b"))
    METADATA[""].create_all(data)
    METADATA["keystore"].create_all(keystore)
    house = new_house(tmp_path, data, keystore)
    people, town, words = [], Town(house, {}), {}
    for key, hat in PEOPLE.items():
        invitation = Invite(f"{key}@proefdorp.test", key.title(), frozenset({hat}))
        enrolled, words[key] = newcomer(house.settings, invitation)
        people.append(enrolled)
        done = enrolled[1]
        town.people[key] = Person(key, done.account_id, invitation.email, hat, done.secret)
    with open_work(house, writes=True) as work:
        set_up(work, recovery_public_key(RECOVERY), people)
        work.commit()
    yield town, words
    data.dispose()
    keystore.dispose()


def arrived(browser: Browser, key: str, words: str) -> Browser:
    """Logged in for the first time: with the words, then a phone for the second step."""
    browser.post("accounts.log_in", {"email": f"{key}@proefdorp.test", "passphrase": words})
    found = re.search(r'name="secret"[^>]*value="([A-Z2-7 ]+)"', browser.get("accounts.totp"))
    assert found is not None
    secret = base64.b32decode(found[1].replace(" ", ""))
    code = code_at(secret, browser.town.clock.now())
    browser.post("accounts.totp", {"secret": found[1], "code": code, "passphrase": words})
    return browser


def open_steps(browser: Browser) -> list[str]:
    """The titles of what is to be done yet."""
    found = STEP.findall(browser.get("settings.first_steps"))
    assert len(found) == 10
    return [title for title, badge in found if badge == "waiting"]


def test_an_installation_is_led_to_its_first_signal(
    made: tuple[Town, dict[str, str]],
) -> None:
    town, words = made
    app = app_of(town)
    ada = arrived(Browser(app, town), "ada", words["ada"])
    coos = arrived(Browser(app, town), "coos", words["coos"])
    for browser, page in ((ada, "accounts.list"), (coos, "cases.today")):
        start = browser.get(page)
        assert LEAD in start
        assert 'href="/first-steps"' in start
        assert LEAD not in browser.get("accounts.own"), "on the start page alone"
    assert "Zorg dat twee coördinatoren de sleutel hebben" not in open_steps(ada), "dee has it too"
    # Each is led to the own steps alone.
    assert 'href="/partners/new"' in ada.get("settings.first_steps")
    assert 'href="/partners/new"' not in coos.get("settings.first_steps")

    left = open_steps(ada)
    assert len(left) == 8

    def done(title: str) -> None:
        nonlocal left
        left = [one for one in left if one != title]
        assert open_steps(ada) == left, title

    ada.post("settings.change", {"version": "0", "value": "0174 123456"}, of_what="team-phone")
    done("Zet het telefoonnummer van het team erin")
    with open_work(town.house, writes=True) as work:
        mark(work, {Marked.WORK_LOOP: True, Marked.MAIL_TESTED: False})
        work.commit()
    done("Laat het werk op de achtergrond lopen")
    with open_work(town.house, writes=True) as work:
        mark(work, {Marked.MAIL_TESTED: True})
        work.commit()
    done("Verstuur een proefmail")
    partner = {"name": "Praktijk", "domain": "care_welfare", "contact_address": "p@praktijk.test"}
    ada.post("partners.add", {**partner, "agreement_on": "2026-11-02", "agreement_version": "1"})
    done("Voeg de eerste partner toe")
    worker = {"name": "Mel Der", "email": WORKER, "hats": "frontline", "language": "nl"}
    ada.post("accounts.invite", {**worker, "partner": "Praktijk"})
    done("Nodig de eerste melder uit")
    trained = {"way": "earlier", "trainer": "Tia", "trained_in": "2026-11-01", "partner": ""}
    ada.post("training.group", {"addresses": WORKER, **trained}, status=200)
    done("Leg vast wie de training volgde")
    ada.post("directory.add", {"name": "Samen eten", "kind": "shared_meal", "area": "naaldwijk"})
    done("Zet het aanbod erin")
    assert "Er is nog 1 stap te doen" in coos.get("cases.today")
    coos.post("signals.log", TRIAL)
    done("Meld een proefsignaal")
    found = re.search(r'href="(/signals/[0-9a-f-]{36})', coos.get("signals.mine"))
    assert found is not None
    signal_id = found[1].rpartition("/")[2]
    coos.post("signals.withdraw", {"confirmation": "intrekken"}, signal_id=signal_id)
    assert open_steps(ada) == left == []

    for browser, page in ((ada, "accounts.list"), (coos, "cases.today")):
        assert LEAD not in browser.get(page)
        assert 'href="/first-steps"' in browser.get("accounts.own"), "it can be called back"
    assert "Alles is klaar" in ada.get("settings.first_steps")
    assert 'href="/first-steps"' in ada.get("settings.state")
    close(app)
