"""One's own sessions on a page of their own."""

import re

import pytest
from flask import Flask
from kit.browser_like import BASE, Browser
from kit.town import Town

from signalering.services.accounts import own_sessions

FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
CHROME = (
    "Mozilla/5.0 (Linux; Android 15; Pixel) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/140.0.0.0 Mobile Safari/537.36"
)


def arrive(app: Flask, town: Town, agent: str, key: str = "worker") -> Browser:
    browser = Browser(app, town)
    browser.client.environ_base["HTTP_USER_AGENT"] = agent
    browser.log_in(key)
    browser.get("accounts.sessions")
    return browser


def is_in(browser: Browser) -> bool:
    return bool(browser.client.get("/signals/mine", base_url=BASE).status_code == 200)


def test_each_is_listed_in_plain_words(app: Flask, file_town: Town) -> None:
    arrive(app, file_town, CHROME)
    here = arrive(app, file_town, FIREFOX)
    page = here.get("accounts.sessions")
    assert "Firefox, Windows" in page
    assert "Chrome, Android" in page
    assert "Mozilla" not in page
    # With its dot: a session's id may hold the same three digits.
    assert "140." not in page
    assert "127.0.0.1" not in page
    assert page.count("Dit is deze sessie.") == 1


def test_one_ends_and_the_others_stay(
    app: Flask, file_town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Drawn by chance, a stranger's number could be this one's, and end the stranger's own.
    drawn = iter((3, 5, 7))
    monkeypatch.setattr(own_sessions.secrets, "choice", lambda _free: next(drawn))
    phone, here = arrive(app, file_town, CHROME), arrive(app, file_town, FIREFOX)
    theirs = arrive(app, file_town, FIREFOX, "other_worker")
    (slot,) = re.findall(r'name="which" value="(\d+)"', here.get("accounts.sessions"))
    theirs.post("accounts.end_session", {"which": slot}, status=404)
    assert is_in(phone)
    here.post("accounts.end_session", {"which": slot})
    assert not is_in(phone)
    assert is_in(here)


def test_all_others_end_at_once(app: Flask, file_town: Town) -> None:
    others = [arrive(app, file_town, CHROME) for _ in range(3)]
    here = arrive(app, file_town, FIREFOX)
    here.post("accounts.end_session", {"which": "others"})
    assert not any(is_in(browser) for browser in others)
    assert is_in(here)


def test_everywhere_is_everywhere(app: Flask, file_town: Town) -> None:
    phone, here = arrive(app, file_town, CHROME), arrive(app, file_town, FIREFOX)
    assert here.post("accounts.end_session", {"which": "everywhere"}).location == "/"
    assert not is_in(phone)
    assert not is_in(here)


def test_nonsense_ends_nothing(app: Flask, file_town: Town) -> None:
    here = arrive(app, file_town, FIREFOX)
    for which in ("", "x", "-1", "²"):
        here.post("accounts.end_session", {"which": which}, status=400)
    here.post("accounts.end_session", {"which": "99"}, status=404)
    assert is_in(here)
