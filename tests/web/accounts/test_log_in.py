"""Logging in through the page, and what happens to forms that come too late."""

import html
import re
from datetime import timedelta

from flask import Flask
from kit.browser_like import BASE, Browser
from kit.town import Town


def test_the_first_page_is_for_everybody(browser: Browser) -> None:
    assert "Signalering" in browser.get("public.home")


def test_a_wrong_passphrase_and_an_unknown_address_read_the_same(browser: Browser) -> None:
    answers = [
        browser.post("accounts.log_in", {"email": email, "passphrase": "aap noot mies"}, status=422)
        for email in ("coordinator@proefdorp.test", "nobody@proefdorp.test")
    ]
    texts = [re.sub(r'value="[^"]*"', "", answer.get_data(as_text=True)) for answer in answers]
    assert texts[0] == texts[1]
    assert "horen niet bij elkaar" in texts[0]


def test_after_the_log_in_one_goes_where_one_was_going(browser: Browser) -> None:
    answer = browser.client.get("/signals/mine?x=1", base_url=BASE)
    assert answer.status_code == 302
    assert "next=" in answer.location


def test_nobody_is_sent_to_another_host(browser: Browser) -> None:
    for target in ("//evil.test/", "https://evil.test/", "/\\evil.test", "javascript:alert(1)"):
        answer = Browser(browser.app, browser.town).post(
            "accounts.log_in",
            {
                "email": "worker@proefdorp.test",
                "passphrase": "appel banaan citroen druif eikel framboos",
                "next": target,
            },
        )
        assert answer.location == "/start"


def test_the_session_cookie_is_bound_to_host_and_https(browser: Browser) -> None:
    answer = browser.post(
        "accounts.log_in",
        {
            "email": "worker@proefdorp.test",
            "passphrase": "appel banaan citroen druif eikel framboos",
        },
    )
    cookie = next(c for c in answer.headers.getlist("Set-Cookie") if "__Host-session" in c)
    assert "Secure" in cookie
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert "Domain" not in cookie
    value = cookie.partition(";")[0].partition("=")[2]
    assert len(value) == 44
    assert value not in answer.get_data(as_text=True)
    for endpoint in ("accounts.own", "accounts.sessions", "signals.log"):
        assert value[:20] not in browser.get(endpoint)


def test_a_copied_cookie_opens_nothing_after_the_log_out(browser: Browser, app: Flask) -> None:
    browser.log_in("manager")
    cookie = browser.client.get_cookie("__Host-session", domain="signalering.test")
    assert cookie is not None
    browser.post("accounts.log_out")
    thief = Browser(app, browser.town)
    thief.client.set_cookie("__Host-session", cookie.value, domain="signalering.test", secure=True)
    answer = thief.client.get("/start", base_url=BASE)
    assert answer.location.startswith("/log-in")


def test_a_form_after_the_session_comes_back_after_the_log_in(
    browser: Browser, file_town: Town
) -> None:
    browser.log_in("worker")
    token = browser.token()
    file_town.clock.move_to(file_town.clock.now() + timedelta(minutes=20))
    words = "Iemand zit al weken alleen thuis"
    answer = browser.client.post(
        "/signals/log",
        data={"csrf_token": token, "note": words, "indicators": ["few_contacts", "grief"]},
        base_url=BASE,
        headers={"Referer": f"{BASE}/"},
    )
    assert answer.status_code == 403
    page = answer.get_data(as_text=True)
    assert words not in page, "sealed into the page, not written on it"
    held = re.search(r'name="held"[^>]*value="([^"]+)"', page)
    assert held is not None
    back = browser.post(
        "accounts.log_in",
        {
            "email": "worker@proefdorp.test",
            "passphrase": "appel banaan citroen druif eikel framboos",
            "held": html.unescape(held[1]),
        },
        status=200,
    ).get_data(as_text=True)
    assert words in back
    assert back.count('name="indicators"') == 2
    assert 'action="/signals/log"' in back


def test_what_somebody_else_typed_is_not_shown(browser: Browser, file_town: Town) -> None:
    browser.log_in("worker")
    token = browser.token()
    file_town.clock.move_to(file_town.clock.now() + timedelta(minutes=20))
    page = browser.client.post(
        "/signals/log",
        data={"csrf_token": token, "note": "Woorden van een ander"},
        base_url=BASE,
        headers={"Referer": f"{BASE}/"},
    ).get_data(as_text=True)
    held = re.search(r'name="held"[^>]*value="([^"]+)"', page)
    assert held is not None
    answer = browser.post(
        "accounts.log_in",
        {
            "email": "manager@proefdorp.test",
            "passphrase": "appel banaan citroen druif eikel framboos",
            "held": html.unescape(held[1]),
        },
    )
    assert answer.location == "/start"


def test_a_stale_token_with_a_live_session_loses_nothing(browser: Browser) -> None:
    browser.log_in("worker")
    answer = browser.client.post(
        "/signals/log",
        data={"csrf_token": "stale", "note": "Een paar woorden"},
        base_url=BASE,
        headers={"Referer": f"{BASE}/"},
    )
    assert answer.status_code == 403
    assert "Een paar woorden" in answer.get_data(as_text=True)


def test_a_form_from_another_site_is_refused(browser: Browser) -> None:
    browser.log_in("worker")
    answer = browser.client.post(
        "/signals/log",
        data={"note": "Een paar woorden"},
        base_url=BASE,
        headers={"Referer": "https://evil.test/", "Sec-Fetch-Site": "cross-site"},
    )
    assert answer.status_code == 400
    assert "Een paar woorden" not in answer.get_data(as_text=True)


def test_an_unknown_page_reveals_nothing(browser: Browser) -> None:
    assert "Deze pagina" in browser.open("/nothing-here", 404)
    answer = browser.client.delete("/log-in", base_url=BASE)
    assert answer.status_code == 405
    assert "POST" in answer.headers["Allow"]


def test_a_new_log_in_ends_the_session_before_it(browser: Browser, app: Flask) -> None:
    browser.log_in("worker")
    cookie = browser.client.get_cookie("__Host-session", domain="signalering.test")
    assert cookie is not None
    browser.log_in("worker")
    thief = Browser(app, browser.town)
    thief.client.set_cookie("__Host-session", cookie.value, domain="signalering.test", secure=True)
    thief.open("/signals/mine", status=302)
