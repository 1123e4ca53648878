"""The button that takes back: on the page that comes after, for who took the step."""

import re
from uuid import UUID

import pytest
from kit.browser_like import Browser
from kit.offers import offer_of, offer_row
from kit.signals import row_of, taken
from kit.town import Town

from signalering.domain.states import SignalState

BUTTON = "Ongedaan maken"
FORM = re.compile(r'<form method="post" action="([^"]+)">(.*?)Ongedaan maken', re.S)
FIELD = re.compile(r'name="([^"]+)" value="([^"]*)"')


def pressed(browser: Browser, page: str, status: int = 302) -> None:
    """Send what the button sends, as often as it is pressed."""
    found = FORM.search(page)
    assert found is not None
    path, inside = found.groups()
    answer = browser.client.post(
        path,
        data=dict(FIELD.findall(inside)),
        base_url="https://signalering.test",
        headers={"Referer": "https://signalering.test/"},
    )
    assert answer.status_code == status, answer.get_data(as_text=True)


@pytest.fixture
def coordinator(browser: Browser) -> Browser:
    return browser.log_in("coordinator")


def test_the_next_page_has_the_button_and_no_page_after_it(
    coordinator: Browser, file_town: Town
) -> None:
    signal_id: UUID = taken(file_town)
    coordinator.post("signals.hand_back", signal_id=signal_id)
    page = coordinator.get("signals.inbox")
    assert BUTTON in page
    assert BUTTON not in coordinator.get("signals.inbox")
    pressed(coordinator, page)
    assert row_of(file_town, signal_id).state == SignalState.IN_TRIAGE
    assert "Het is ongedaan gemaakt" in coordinator.get("signals.show", signal_id=signal_id)
    pressed(coordinator, page, 409)


def test_who_comes_to_the_browser_next_gets_no_button(
    coordinator: Browser, file_town: Town
) -> None:
    coordinator.post("signals.hand_back", signal_id=taken(file_town))
    coordinator.log_in("other_coordinator")
    assert BUTTON not in coordinator.get("signals.inbox")


def test_a_draft_thrown_away_comes_back_unless_another_was_typed(coordinator: Browser) -> None:
    place = {"draft_place": "signals.log", "draft_back": "/signals/log"}
    coordinator.post("accounts.draft", place | {"note": "Zit veel binnen"})
    coordinator.post("accounts.draft", place | {"forget": "yes"})
    page = coordinator.get("signals.log")
    assert "Zit veel binnen" not in page
    pressed(coordinator, page)
    assert "Zit veel binnen" in coordinator.get("signals.log")
    coordinator.post("accounts.draft", place | {"forget": "yes"})
    page = coordinator.get("signals.log")
    coordinator.post("accounts.draft", place | {"note": "Iets anders"})
    pressed(coordinator, page, 409)
    assert "Iets anders" in coordinator.get("signals.log")


def test_an_offer_that_was_taken_out_is_put_back(browser: Browser, file_town: Town) -> None:
    browser.log_in("administrator")
    offer = offer_of(file_town)
    version = offer_row(file_town, offer).version
    browser.post("directory.end", {"version": version}, initiative_id=offer)
    assert not offer_row(file_town, offer).active
    pressed(browser, browser.get("directory.assure"))
    assert offer_row(file_town, offer).active
