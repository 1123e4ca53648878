"""A whole case by the keyboard alone: from the day's list to its end, without one click."""

import re

import pytest
from kit.by_keyboard import enter, tab_to, tick, tick_by_key, type_in, unfold
from kit.serving import Site
from kit.signals import logged, with_details
from kit.visit import Visit, Visitor

from signalering.services.directory.load import load

pytestmark = pytest.mark.browser

NOTE = "Zong jaren in een koor en wil dat graag weer."


def take_and_open(keeper: Visit) -> None:
    """By the menu to the inbox, take the signal, open a case."""
    enter(keeper, "link", "Inbox")
    enter(keeper, "button", "Oppakken")
    enter(keeper, "button", "Dossier openen")
    assert "Truida Verzonnen" in keeper.text


def call_from_the_list(keeper: Visit) -> None:
    """A call that nobody answered is one key on the day's list; the next one reaches somebody."""
    enter(keeper, "link", "Vandaag")
    enter(keeper, "button", re.compile("^geen gehoor$"))
    assert keeper.heading == keeper.said("Vandaag")
    enter(keeper, "link", "Dossiers")
    enter(keeper, "link", re.compile(r"^[A-Z0-9]{4}-[A-Z0-9]{4}$"))
    type_in(keeper, "Hoe zocht je contact?", "bellen")
    type_in(keeper, "Wanneer op de dag?", "middag")
    tick_by_key(keeper, "Wat kwam eruit?", "reached", "attempt_results")
    enter(keeper, "button", "Poging bewaren")


def write(keeper: Visit) -> None:
    """A note."""
    unfold(keeper, "Notitie schrijven")
    type_in(keeper, "Notitie", NOTE)
    enter(keeper, "button", "Notitie bewaren")
    assert NOTE in keeper.text


def refer(keeper: Visit) -> None:
    """Kind and cause, an initiative, and each step on behalf of it, by phone."""
    enter(keeper, "link", "Verwijzing voorstellen")
    tick_by_key(keeper, "Wat voor eenzaamheid is het?", "social", "kinds_of_loneliness")
    type_in(keeper, "Wat zit erachter?", "Een klein netwerk sinds de verhuizing.")
    offers = keeper.page.get_by_role("group", name="Welk initiatief past?")
    tick(keeper, offers, offers.get_by_role("radio").first)
    enter(keeper, "button", "Voorstellen")
    for step in ("consented", "sent", "accepted", "started"):
        enter(keeper, "link", re.compile("^Stap vastleggen"))
        tick_by_key(keeper, "Wat is er gebeurd?", step, "referral_states")
        if step == "consented":
            type_in(keeper, "Hoe gaf de inwoner toestemming?", "mondeling aan de co")
        enter(keeper, "button", "Stap bewaren")


def close(keeper: Visit) -> None:
    """Supported, then closed."""
    enter(keeper, "button", "Naar: begeleiding")
    enter(keeper, "link", "Dossier afsluiten")
    tick_by_key(keeper, "Hoe loopt het dossier af?", "linked_and_started", "case_outcomes")
    enter(keeper, "button", "Afsluiten")
    assert "Het dossier is afgesloten." in keeper.text


def test_a_whole_case_by_the_keyboard_alone(site: Site, desktop: Visitor) -> None:
    with site.town.committed() as work:
        load(work)
    logged(site.town, command=with_details())
    keeper = desktop("coordinator")
    take_and_open(keeper)
    call_from_the_list(keeper)
    write(keeper)
    refer(keeper)
    close(keeper)


def test_whoever_tabs_first_may_skip_the_menu(desktop: Visitor) -> None:
    keeper = desktop("coordinator")
    tab_to(keeper, keeper.page.get_by_role("link", name="Naar de inhoud"))
    keeper.page.keyboard.press("Enter")
    assert keeper.page.evaluate("document.activeElement.id") == "main"
