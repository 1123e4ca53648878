"""More people log in at once than a process has room for: the rest try again, and lose nothing."""

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import timedelta

import pytest
from kit.browser_like import Browser
from kit.town import PASSPHRASE, Town
from kit.trail import entries

from signalering.cli import server
from signalering.domain.errors import Crowded
from signalering.domain.throttles import RULES, Tried
from signalering.vault import stretching

RIGHT = {"email": "worker@proefdorp.test", "passphrase": PASSPHRASE, "next": "/signals/mine"}


@pytest.fixture
def crowd() -> Iterator[ExitStack]:
    """Others in all places but none; closed, they have gone."""
    with ExitStack() as others:
        for _ in range(stretching.PLACES):
            others.enter_context(stretching.place())
        yield others


def test_threads_are_left_for_all_other_pages() -> None:
    assert server.threads > stretching.PLACES


def test_a_place_comes_free_whatever_went_wrong_in_it(crowd: ExitStack) -> None:
    with pytest.raises(Crowded), stretching.place():
        pass
    crowd.close()
    for _ in range(stretching.PLACES + 1):
        with pytest.raises(ZeroDivisionError), stretching.place():
            _ = 1 // 0


def test_who_comes_in_a_crowd_tries_again_and_lost_no_try(
    crowd: ExitStack, browser: Browser, file_town: Town
) -> None:
    for _ in range(RULES[Tried.LOG_IN].free + 3):
        answer = browser.post("accounts.log_in", RIGHT, status=429)
    page = answer.get_data(as_text=True)
    assert answer.headers["Retry-After"] == str(stretching.SOON)
    assert "Er loggen nu veel mensen tegelijk in." in page
    assert f"Over {stretching.SOON} seconden kan het weer" in page
    assert f'value="{RIGHT["email"]}"' in page
    assert PASSPHRASE not in page
    assert not entries(file_town, "log_in_refused")
    browser.get("public.home")
    crowd.close()
    assert browser.post("accounts.log_in", RIGHT).location == "/signals/mine"


def test_who_unlocks_in_a_crowd_keeps_the_words_and_the_tries(
    browser: Browser, file_town: Town
) -> None:
    worker = browser.log_in("worker")
    worker.post("accounts.pin", {"pin": "402815", "pin_again": "402815"})
    file_town.clock.move_to(file_town.clock.now() + timedelta(minutes=16))
    wrong = {"pin": "111222", "held": "kept"}
    with ExitStack() as others:
        for _ in range(stretching.PLACES):
            others.enter_context(stretching.place())
        for _ in range(4):
            page = worker.post("accounts.unlock", wrong, status=429).get_data(as_text=True)
        assert 'value="kept"' in page
        assert "veel mensen tegelijk" in page
    assert "nog 2 keer" in worker.post("accounts.unlock", wrong, status=422).get_data(as_text=True)
