"""More people log in at once than a process has room for: the rest try again, and lose nothing."""

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import timedelta

import pytest
from kit.browser_like import Browser
from kit.crowd import full
from kit.town import PASSPHRASE, Town
from kit.trail import entries

from signalering.cli import server
from signalering.domain.errors import Crowded
from signalering.domain.throttles import RULES, Tried
from signalering.vault.stretching import LOGGING_IN, SOON, UNLOCKING

PIN = "402815"
RIGHT = {"email": "worker@proefdorp.test", "passphrase": PASSPHRASE, "next": "/signals/mine"}


@pytest.fixture
def locked(browser: Browser, file_town: Town) -> Browser:
    """A worker with a PIN, whose session is locked."""
    browser.log_in("worker").post("accounts.pin", {"pin": PIN, "pin_again": PIN})
    file_town.clock.move_to(file_town.clock.now() + timedelta(minutes=16))
    return browser


@pytest.fixture
def crowd() -> Iterator[ExitStack]:
    """Others in all places of who logs in; closed, they have gone."""
    with ExitStack() as others:
        others.enter_context(full(LOGGING_IN))
        yield others


def test_a_thread_is_left_for_all_other_pages() -> None:
    assert server.threads > LOGGING_IN.places + UNLOCKING.places


def test_a_place_comes_free_whatever_went_wrong_in_it(crowd: ExitStack) -> None:
    with pytest.raises(Crowded), LOGGING_IN.place():
        pass
    crowd.close()
    for _ in range(LOGGING_IN.places + 1):
        with pytest.raises(ZeroDivisionError), LOGGING_IN.place():
            _ = 1 // 0


def test_who_comes_in_a_crowd_tries_again_and_lost_no_try(
    crowd: ExitStack, browser: Browser, file_town: Town
) -> None:
    for _ in range(RULES[Tried.LOG_IN].free + 3):
        answer = browser.post("accounts.log_in", RIGHT, status=429)
    page = answer.get_data(as_text=True)
    assert answer.headers["Retry-After"] == str(SOON)
    assert "Er loggen nu veel mensen tegelijk in." in page
    assert f"Over {SOON} seconden kan het weer" in page
    assert f'value="{RIGHT["email"]}"' in page
    assert PASSPHRASE not in page
    assert not entries(file_town, "log_in_refused")
    browser.get("public.home")
    crowd.close()
    assert browser.post("accounts.log_in", RIGHT).location == "/signals/mine"


def test_who_unlocks_in_a_crowd_keeps_the_words_and_the_tries(locked: Browser) -> None:
    wrong = {"pin": "111222", "held": "kept"}
    with full(UNLOCKING):
        for _ in range(4):
            page = locked.post("accounts.unlock", wrong, status=429).get_data(as_text=True)
        assert 'value="kept"' in page
        assert "veel mensen tegelijk" in page
    assert "nog 2 keer" in locked.post("accounts.unlock", wrong, status=422).get_data(as_text=True)


def test_a_crowd_at_the_door_keeps_nobody_from_a_locked_session(locked: Browser) -> None:
    with full(LOGGING_IN):
        assert locked.post("accounts.unlock", {"pin": PIN}).location == "/start"


def test_what_is_missing_is_told_in_a_crowd_too(locked: Browser) -> None:
    with full(UNLOCKING):
        locked.post("accounts.unlock", {}, status=422)
