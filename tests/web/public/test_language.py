"""On open pages the address names the language, and nothing is kept of who looks."""

import pytest
from kit.browser_like import BASE, Browser
from kit.cards import with_card
from kit.town import Town

from signalering.web.language import IN_THE_ADDRESS

OPEN = ("/", "/help", "/privacy-statement", "/card", "/offers", "/news", "/materials/poster")


def lang(text: str) -> str:
    """What the page says it is written in."""
    return text.partition('<html lang="')[2][:2]


@pytest.mark.parametrize("path", OPEN)
def test_the_address_wins_then_the_cookie(browser: Browser, path: str) -> None:
    assert lang(browser.open(path)) == "nl"
    assert lang(browser.open(f"{path}?language=en")) == "en"
    browser.client.set_cookie("__Host-language", "en", domain="signalering.test", secure=True)
    assert lang(browser.open(path)) == "en"
    assert lang(browser.open(f"{path}?language=nl")) == "nl"
    for nonsense in ("xx", "", "en%00", "%F0%9F%98%80", "e" * 5000):
        assert lang(browser.open(f"{path}?language={nonsense}")) == "en"


@pytest.mark.parametrize("path", OPEN)
def test_a_look_sets_no_cookie(browser: Browser, path: str) -> None:
    for language in ("", "?language=en"):
        answer = browser.client.get(path + language, base_url=BASE)
        assert answer.status_code == 200
        assert "Set-Cookie" not in answer.headers
        assert 'name="csrf_token"' not in answer.get_data(as_text=True)


def test_links_between_open_pages_keep_the_language(browser: Browser) -> None:
    page = browser.open("/info/lonely?language=en")
    for path in ("/", "/help", "/privacy-statement"):
        assert f'href="{path}?language=en"' in page
    assert 'href="/log-in?language=en"' in browser.open("/?language=en")
    assert lang(browser.open("/log-in?language=en")) == "en"
    assert 'href="/help"' in browser.open("/")


def test_polish_is_for_the_card_alone(browser: Browser) -> None:
    card = browser.open("/card?language=pl")
    assert lang(card) == "pl"
    assert 'action="/card?language=pl"' in card
    assert 'href="/help"' in card
    assert lang(browser.open("/help?language=pl")) == "nl"


def test_who_is_at_work_keeps_the_own_switch_and_menu(browser: Browser) -> None:
    browser.log_in("coordinator")
    page = browser.open("/help")
    assert 'action="/language"' in page
    assert "Menu van de site" not in page
    assert "Menu van de site" in browser.open("/info/helps")


def test_a_strangers_code_needs_no_token_but_a_page_of_ours(
    browser: Browser, file_town: Town
) -> None:
    _, code = with_card(file_town)

    def sent(**headers: str) -> int:
        client = browser.app.test_client()
        data = {"code": code}
        return client.post(
            "/card?language=pl", data=data, base_url=BASE, headers=headers
        ).status_code

    assert sent(Origin=BASE) == 200
    assert sent(Referer=f"{BASE}/card") == 200
    for foreign in ("https://other.example", "http://signalering.test", "null", f"{BASE}.example"):
        assert sent(Origin=foreign) == 400
        assert sent(Origin=foreign, Referer=f"{BASE}/card") == 400
        assert sent(Referer=foreign) == 400
    assert sent() == 400


def test_who_is_logged_in_needs_the_token(browser: Browser, file_town: Town) -> None:
    _, code = with_card(file_town)
    browser.log_in("coordinator")
    assert 'name="csrf_token"' in browser.open("/card")
    refused = browser.client.post(
        "/card", data={"code": code}, base_url=BASE, headers={"Origin": BASE}
    )
    assert refused.status_code != 200


def test_what_follows_a_code_carries_a_token(browser: Browser, file_town: Town) -> None:
    """From there on something is changed."""
    _, code = with_card(file_town)
    page = browser.post("public.card", {"code": code}, status=200, language="pl")
    assert 'name="csrf_token"' in page.get_data(as_text=True)
    assert 'action="/card/details?language=pl"' in page.get_data(as_text=True)
    assert lang(page.get_data(as_text=True)) == "pl"


def test_a_form_that_comes_too_late_keeps_its_language(browser: Browser) -> None:
    """The consent is kept with the language that it was read in."""
    answer = browser.client.post(
        "/card/details?language=pl",
        data={"csrf_token": "stale"},
        base_url=BASE,
        headers={"Referer": f"{BASE}/"},
    )
    assert 'action="/card/details?language=pl"' in answer.get_data(as_text=True)


def test_every_page_with_its_language_in_the_address_is_there(browser: Browser) -> None:
    assert set(browser.app.view_functions) >= IN_THE_ADDRESS
