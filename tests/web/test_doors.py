"""What stands on every answer, whatever was asked and however it ended; and what no page says.

The rules of the HTTP Observatory (developer.mozilla.org, "Tests & Scoring") that an answer can be
held to are reckoned out below: 100 to begin with, and no points lost anywhere.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from kit.browser_like import BASE, Browser, app_of, close
from kit.databases import SqliteTowns
from kit.readiness import ready_to_serve
from kit.routes import made_up, rules
from kit.town import PASSPHRASE, Town
from sqlalchemy import text
from werkzeug.test import TestResponse

from signalering import LARGEST_BODY
from signalering.web.headers import DESCRIPTION, HEADERS

HALF_A_YEAR = 15_768_000
# What tells which program answers, and of which version.
TELLING = ("Server", "X-Powered-By", "Via", "X-AspNet-Version")
DESCRIBED = "/api/v1/openapi.json"


@pytest.fixture(scope="module")
def open_town(
    sqlite_towns: SqliteTowns, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Town]:
    """One town for all that only looks."""
    with sqlite_towns.town(tmp_path_factory.mktemp("doors")) as town:
        ready_to_serve(town)
        yield town


@pytest.fixture(scope="module")
def house(open_town: Town) -> Iterator[Flask]:
    made = app_of(open_town)
    yield made
    close(made)


@pytest.fixture(scope="module")
def coordinator(house: Flask, open_town: Town) -> Browser:
    return Browser(house, open_town).log_in("coordinator")


def policy_of(answer: TestResponse) -> dict[str, list[str]]:
    """The content policy by its directives."""
    parts = answer.headers["Content-Security-Policy"].split(";")
    return {name: rest for name, *rest in (part.split() for part in parts)}


def points(answer: TestResponse) -> dict[str, int]:
    """What the Observatory's rules give or take for the headers and cookies of one answer."""
    headers, policy = answer.headers, policy_of(answer)
    listed = {source for sources in policy.values() for source in sources}
    age = re.search(r"max-age=(\d+)", headers.get("Strict-Transport-Security", ""))
    cookies = [one.lower() for one in headers.getlist("Set-Cookie")]
    safe = all("secure" in one and "httponly" in one and "samesite=" in one for one in cookies)
    shared = headers.get("Access-Control-Allow-Origin")
    return {
        "policy": 10
        if policy.get("default-src") == ["'none'"]
        and not {"'unsafe-inline'", "'unsafe-eval'", "data:", "*", "http:", "https:"} & listed
        else -25,
        "cookies": 5 if safe else -40,
        "sharing": 0 if shared is None else -50,
        "resources": 10 if headers.get("Cross-Origin-Resource-Policy") == "same-origin" else 0,
        "referrer": 5
        if headers.get("Referrer-Policy") in {"same-origin", "strict-origin", "no-referrer"}
        else -5,
        "transport": 0 if age and int(age[1]) >= HALF_A_YEAR else -20,
        "sniffing": 0 if headers.get("X-Content-Type-Options") == "nosniff" else -5,
        "frames": 5 if policy.get("frame-ancestors") == ["'none'"] else -20,
    }


def assert_shut(answer: TestResponse) -> None:
    """What stands on every answer, and what on none."""
    what = (answer.request.method, answer.request.path, answer.status_code)
    endpoints_own = {"Referrer-Policy"}
    for name, value in HEADERS.items():
        if name not in endpoints_own:
            assert answer.headers.get(name) == value, (what, name)
    assert not [name for name in TELLING if name in answer.headers], what
    given = points(answer)
    if answer.request.path == DESCRIBED:  # for tools of any site; it tells of nobody
        del given["sharing"]
    assert min(given.values()) >= 0, (what, given)
    assert 100 + sum(given.values()) >= 120, (what, given)
    if answer.status_code not in (204, 304) and answer.request.method != "HEAD":
        assert answer.content_length in (None, len(answer.get_data())), what
        kind = answer.headers.get("Content-Type", "")
        assert kind, what
        if kind.startswith("text/"):
            assert "charset=utf-8" in kind, what
    kept = answer.headers["Cache-Control"]
    assert kept == "no-store" or answer.status_code in (200, 304), what


def ask(browser: Browser, method: str, path: str, **more: Any) -> TestResponse:
    """One request."""
    answer = browser.client.open(path, method=method, base_url=BASE, **more)
    answer.close()
    return answer


def test_every_address_answers_with_all_headers(house: Flask, open_town: Town) -> None:
    stranger = Browser(house, open_town)
    for rule in rules(house):
        path = stranger.url(rule.endpoint, **made_up(house, rule.endpoint))
        answer = ask(stranger, "GET", path)
        assert_shut(answer)
        if "Access-Control-Allow-Origin" in answer.headers:
            assert (rule.endpoint, path) == (DESCRIPTION, DESCRIBED)


@pytest.mark.parametrize("method", ["TRACE", "PROPFIND", "CONNECT", "OPTIONS", "HEAD", "POST"])
def test_strange_methods_get_them_too(house: Flask, open_town: Town, method: str) -> None:
    stranger = Browser(house, open_town)
    for endpoint in ("accounts.log_in", "signals.mine", "public.home", "api.initiatives"):
        answer = ask(stranger, method, stranger.url(endpoint))
        assert_shut(answer)
        assert answer.status_code == 405 or method in {"OPTIONS", "HEAD", "POST"}


def test_pages_of_who_is_logged_in_have_them_and_lead_out(coordinator: Browser) -> None:
    for endpoint in ("cases.today", "cases.list", "signals.inbox", "accounts.own", "public.help"):
        answer = ask(coordinator, "GET", coordinator.url(endpoint))
        assert answer.status_code == 200
        assert_shut(answer)
        assert 'action="/log-out"' in answer.get_data(as_text=True), endpoint


def refused(browser: Browser) -> dict[int, TestResponse]:
    """One of each kind of refusal."""
    sent = {"csrf_token": browser.token()}
    return {
        400: ask(
            browser,
            "POST",
            browser.url("accounts.hat"),
            data=sent,
            headers={"Origin": "https://evil.test"},
        ),
        403: ask(browser, "GET", browser.url("audit.trail")),
        404: ask(browser, "GET", "/nowhere"),
        405: ask(browser, "PUT", "/log-in"),
        413: ask(browser, "POST", browser.url("accounts.hat"), data=b"x" * (LARGEST_BODY + 1)),
    }


def test_refusals_and_faults_have_them_too(app: Flask, file_town: Town) -> None:
    browser = Browser(app, file_town).log_in("worker")
    for status, answer in refused(browser).items():
        assert answer.status_code == status
        assert_shut(answer)
    for path in (
        "/log-in?next=%00",
        "/static/../config.py",
        "/static/",
        "/%2e%2e/",
        "/.git/config",
    ):
        answer = ask(browser, "GET", path)
        assert answer.status_code in {200, 302, 404}, path
        assert_shut(answer)
    with file_town.house.data.begin() as connection:
        connection.execute(text("ALTER TABLE signal RENAME TO signal_gone"))
    fault = ask(browser, "GET", browser.url("signals.mine"))
    assert fault.status_code == 500
    assert_shut(fault)


def test_what_goes_round_a_form_stands_in_the_log_without_its_page(
    coordinator: Browser, capsys: pytest.CaptureFixture[str]
) -> None:
    path = coordinator.url("signals.log")
    sent = {"csrf_token": coordinator.token()}
    ask(coordinator, "POST", path, data=sent, headers={"Origin": "https://evil.test"})
    ask(coordinator, "POST", path, data={"csrf_token": "made-up"}, headers={"Referer": f"{BASE}/"})
    lines = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert [(line["event"], line["cause"]) for line in lines] == [
        ("refused", "origin"),
        ("refused", "token"),
    ]
    for line in lines:
        assert set(line) == {"event", "cause", "level", "timestamp", "request"}


def test_what_is_still_the_same_has_them_too(house: Flask, open_town: Town) -> None:
    browser = Browser(house, open_town)
    path = browser.url("static", filename="site.css")
    first = ask(browser, "GET", path)
    again = ask(browser, "GET", path, headers={"If-None-Match": first.headers["ETag"]})
    assert (first.status_code, again.status_code) == (200, 304)
    for answer in (first, again):
        assert_shut(answer)
        assert answer.headers["Cache-Control"].startswith("public")


def test_no_folder_is_listed(house: Flask, open_town: Town) -> None:
    browser = Browser(house, open_town)
    for path in ("/static", "/static/", "/static/css", "/static/css/", "/static/js/."):
        assert ask(browser, "GET", path).status_code == 404, path


def test_each_cookie_is_bound_to_this_host(app: Flask, file_town: Town) -> None:
    browser = Browser(app, file_town)
    given = {}
    for answer in (
        browser.client.get("/log-in", base_url=BASE),
        browser.post("accounts.language", {"language": "en"}),
        browser.post(
            "accounts.log_in",
            {"email": file_town.people["worker"].email, "passphrase": PASSPHRASE},
        ),
    ):
        for line in answer.headers.getlist("Set-Cookie"):
            given[line.partition("=")[0]] = line.lower()
    assert {"__Host-session", "__Host-notes", "__Host-browser", "__Host-language"} <= set(given)
    for name, line in given.items():
        assert name.startswith("__Host-"), name
        for flag in ("secure", "httponly", "path=/", "samesite="):
            assert flag in line, (name, flag)
        assert "domain=" not in line
        assert len(line) < 4096


def test_secrets_are_typed_unseen_and_may_be_pasted(house: Flask, open_town: Town) -> None:
    page = Browser(house, open_town).get("accounts.log_in")
    (field,) = re.findall(r'<input[^>]*name="passphrase"[^>]*>', page)
    assert 'type="password"' in field
    assert 'autocomplete="current-password"' in field
    assert "onpaste" not in page


def test_the_browser_is_asked_to_forget_at_the_end(app: Flask, file_town: Town) -> None:
    browser = Browser(app, file_town).log_in("worker")
    answer = browser.post("accounts.log_out")
    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'
    ended = [one for one in answer.headers.getlist("Set-Cookie") if one.startswith("__Host-sess")]
    assert len(ended) == 1
    assert "Max-Age=0" in ended[0]
    assert "Clear-Site-Data" not in ask(browser, "GET", "/").headers
