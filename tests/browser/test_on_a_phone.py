"""In English, on a dark phone: the form by the keyboard alone, without any script, the menu."""

import re

import pytest
from kit.by_keyboard import tab_to, tick_by_key
from kit.visit import Visitor

pytestmark = pytest.mark.browser

REFERENCE = re.compile(r"\b[A-Z0-9]{4}-[A-Z0-9]{4}\b")


def test_a_signal_by_the_keyboard_alone(phone: Visitor) -> None:
    worker = phone("worker")
    worker.go("/signals/log")
    keyboard = worker.page.keyboard
    tick_by_key(worker, "Wat viel je op?", "says_lonely", "indicators")
    tab_to(worker, worker.field("Waar woont de inwoner?"))
    keyboard.type("Naald")
    tick_by_key(worker, "Hoe oud is de inwoner?", "75+", "age_bands")
    tick_by_key(worker, "Wat vraag je van ons?", "contact", "requests")
    tick_by_key(worker, "Mogen wij contact opnemen?", "yes_details", "contact_answers")
    tab_to(worker, worker.field("Naam"))
    keyboard.type("Anna Voorbeeld")
    tab_to(worker, worker.field("Telefoonnummer"))
    keyboard.type("06 12345678")
    tab_to(worker, worker.field("Wat moeten we nog weten?"))
    keyboard.type("Sits at the window all day.")
    worker.inspect("the form, filled in")
    tab_to(worker, worker.page.get_by_role("button", name=worker.said("Signaal versturen")))
    worker.leads(lambda: keyboard.press("Enter"))

    assert worker.heading == worker.said("Je signaal is ontvangen") != "Je signaal is ontvangen"
    found = REFERENCE.search(worker.text)
    assert found is not None
    worker.follow("Naar mijn signalen")
    assert worker.site.label("received", "reporter_status", "en") in worker.text
    assert found[0] in worker.text


@pytest.mark.parametrize("script", [True, False])
def test_the_menu_is_a_fold_that_keys_open(phone: Visitor, script: bool) -> None:
    worker = phone("worker", script=script)
    worker.go("/signals/log")
    page = worker.page
    heading = page.get_by_role("heading", level=1).bounding_box()
    assert heading is not None
    assert heading["y"] < 844 / 3, "the page's own matter is on the first screen"
    links = page.get_by_role("navigation").get_by_role("link")
    assert not links.count(), "what is folded takes no place, and is not read out"
    tab_to(worker, page.locator("summary").filter(has_text=worker.said("Menu")))
    page.keyboard.press("Enter")
    page.get_by_role("button", name=worker.said("Uitloggen")).wait_for()
    worker.leads(links.filter(has_text=worker.said("Mijn signalen")).click)
    assert worker.heading == worker.said("Mijn signalen")


def test_the_menu_stands_open_where_there_is_room(desktop: Visitor) -> None:
    worker = desktop("worker")
    worker.go("/signals/log")
    assert not worker.page.locator("summary").filter(has_text="Menu").is_visible()
    worker.leads(worker.page.get_by_role("link", name="Mijn signalen").click)
    worker.page.emulate_media(media="print")
    assert worker.page.locator(".account__who").is_visible(), "paper says whose it is"
    worker.page.emulate_media(media="screen")


def test_what_is_nowhere_is_told(phone: Visitor) -> None:
    phone().go("/nowhere", status=404)


def test_without_script_the_form_works(phone: Visitor) -> None:
    worker = phone("worker", script=False)
    worker.go("/signals/log")
    assert worker.field("Naam").is_visible()  # what a script would hide stands there, explained
    worker.choose("Wat viel je op?", "says_lonely", of="indicators")
    worker.choose("Mogen wij contact opnemen?", "yes_details", of="contact_answers")
    worker.fill("Naam", "Anna Voorbeeld")
    worker.fill("Telefoonnummer", "06 12345678")
    worker.press("Signaal versturen", status=422)
    assert worker.field("Naam").input_value() == "Anna Voorbeeld"

    worker.pick("Waar woont de inwoner?", "naaldwijk", of="places")
    worker.choose("Hoe oud is de inwoner?", "75+", of="age_bands")
    worker.choose("Wat vraag je van ons?", "contact", of="requests")
    worker.press("Signaal versturen")
    assert worker.heading == worker.said("Je signaal is ontvangen")


def test_the_language_follows_the_switch(phone: Visitor) -> None:
    visit = phone("worker")
    visit.language = "nl"
    visit.leads(visit.page.get_by_role("button", name="Nederlands", exact=True).click)
    visit.go("/signals/log")
    assert visit.heading == "Signaal melden"
