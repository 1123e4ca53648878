"""Who is let in, and how it is told no: a token and nothing else, and always a problem."""

import json
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from flask import Flask
from kit.browser_like import BASE, Browser
from kit.partners import partner_id
from kit.programs import (
    ALL,
    CODES,
    HOUSING,
    PRACTICE,
    ask,
    ask_token,
    basic,
    client_of,
    token_of,
)
from kit.town import Town
from kit.trail import entries
from werkzeug.test import TestResponse

from signalering.domain.api import VERSION
from signalering.domain.endpoints import PROGRAMS
from signalering.domain.throttles import IN_A_MINUTE, Tried
from signalering.services.partners.revoke_client import revoke_client
from signalering.vault.links import new_token

PROBLEM = "application/problem+json"
# An address of each, and the scope that it asks.
GETS = {
    "/initiatives": "initiatives:read",
    f"/initiatives/{uuid4()}": "initiatives:read",
    "/released-periods": "statistics:read",
    "/released-periods/2026/tables": "statistics:read",
    "/released-periods/2026/tables/area": "statistics:read",
    "/worker-counts": "training:read",
    "/workers": "workers:read",
}
LINK = {"place": "monster"}


def problem(answer: TestResponse, status: int) -> dict[str, Any]:
    """What it tells, in the form that it should have."""
    assert answer.status_code == status, answer.data
    assert answer.headers["Content-Type"] == PROBLEM
    assert answer.headers["API-Version"] == VERSION
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Access-Control-Allow-Origin" not in answer.headers
    assert "Set-Cookie" not in answer.headers
    told: dict[str, Any] = json.loads(answer.data)
    assert told["status"] == status
    assert told["title"]
    assert told["detail"]
    return told


def every(app: Flask, token: str | None, **more: Any) -> list[TestResponse]:
    """Each address, asked for once."""
    answers = [ask(app, path, token, **more) for path in GETS]
    return [*answers, ask(app, "/signal-links", token, "POST", json=LINK, **more)]


def test_nobody_gets_in_without_a_token_that_works(app: Flask, file_town: Town) -> None:
    client = client_of(file_town)
    for answer in every(app, None):
        problem(answer, 401)
        assert answer.headers["WWW-Authenticate"] == 'Bearer realm="api"'
    wrong = ask(app, "/workers", new_token())
    problem(wrong, 401)
    assert 'error="invalid_token"' in wrong.headers["WWW-Authenticate"]
    # Neither the client's own secret, nor a token in the address, nor something else at all.
    problem(ask(app, "/workers", client.secret), 401)
    problem(ask(app, f"/initiatives?access_token={token_of(file_town, client)}"), 401)
    for header in ("Bearer", "Bearer a\x7fb", "Basic eDp5", "Bearer " + "x" * 300):
        problem(ask(app, "/workers", headers={"Authorization": header}), 401)


def test_a_cookie_gives_nothing_and_is_not_read(app: Flask, file_town: Town) -> None:
    client_of(file_town)
    for key in ("administrator", "worker"):
        browser = Browser(app, file_town).log_in(key)
        browser.client.set_cookie("__Host-language", "en", domain="signalering.test")
        before = len(entries(file_town))
        for answer in every(app, None, client=browser.client):
            assert "access token" not in problem(answer, 401)["detail"]
        assert len(entries(file_town)) == before


def test_nothing_is_open_to_pages_elsewhere(app: Flask, file_town: Town) -> None:
    token = token_of(file_town, client_of(file_town))
    asking = {"Origin": "https://elders.test", "Access-Control-Request-Method": "POST"}
    for path in (*GETS, "/signal-links", "/token"):
        answer = ask(app, path, None, "OPTIONS", headers=asking)
        assert not [name for name, _ in answer.headers if name.startswith("Access-Control")]
    answer = ask(app, "/initiatives", token, headers={"Origin": "https://elders.test"})
    assert answer.status_code == 200
    assert "Access-Control-Allow-Origin" not in answer.headers
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"


def test_each_scope_opens_its_own_addresses_alone(app: Flask, file_town: Town) -> None:
    wanted = {*GETS.items(), ("/signal-links", "signal-links:create")}
    assert {scope for _, scope in wanted} == set(ALL)
    for scope in ALL:
        client = client_of(file_town, scopes=(scope,), name=scope)
        for path, needed in wanted:
            sent: dict[str, Any] = {"json": LINK} if path == "/signal-links" else {}
            method = "POST" if sent else "GET"
            answer = ask(app, path, token_of(file_town, client), method, **sent)
            if needed == scope:
                assert answer.status_code in {200, 201, 404}, path
            else:
                problem(answer, 403)
                assert f'scope="{needed}"' in answer.headers["WWW-Authenticate"]
            file_town.clock.move_to(file_town.clock.now() + timedelta(minutes=1))
    assert {entry["details"]["cause"] for entry in entries(file_town, "api_refused")} == {
        "client_scope"
    }


def test_no_address_is_left_without_its_scope() -> None:
    assert {name for name, scope in PROGRAMS.items() if scope is None} == {
        "api.openapi",
        "api.token",
    }


def test_revoked_and_expired_are_told_alike(app: Flask, file_town: Town) -> None:
    client, other = client_of(file_town), client_of(file_town, HOUSING)
    token, late = token_of(file_town, client), token_of(file_town, other)
    assert ask(app, "/worker-counts", token).status_code == 200
    with file_town.committed("administrator") as work:
        revoke_client(work, partner_id(file_town, PRACTICE), client.client_id)
    revoked = ask(app, "/worker-counts", token)
    file_town.clock.move_to(file_town.clock.now() + timedelta(minutes=10))
    assert problem(revoked, 401) == problem(ask(app, "/worker-counts", late), 401)


def test_another_partner_s_people_are_nobody_s_to_see(app: Flask, file_town: Town) -> None:
    people = {PRACTICE: {"worker"}, HOUSING: {"other_worker", "untrained"}}
    for partner, keys in people.items():
        token = token_of(file_town, client_of(file_town, partner))
        items = ask(app, "/workers", token).json["items"]
        assert {item["email"] for item in items} == {file_town.people[key].email for key in keys}
        assert ask(app, "/worker-counts", token).json["workers"] == len(keys)


def test_other_methods_kinds_and_sizes(app: Flask, file_town: Town) -> None:
    token = token_of(file_town, client_of(file_town))
    for method in ("POST", "PUT", "PATCH", "DELETE"):
        answer = ask(app, "/initiatives", token, method)
        problem(answer, 405)
        assert "GET" in answer.headers["Allow"]
    problem(ask(app, "/signal-links", token), 405)
    problem(ask(app, "/token"), 405)
    problem(ask(app, "/initiatives/no-id", token), 404)
    for kind in ("text/plain", "application/x-www-form-urlencoded", "application/xml"):
        sent = ask(app, "/signal-links", token, "POST", data=b"{}", content_type=kind)
        problem(sent, 415)
    problem(ask(app, "/signal-links", token, "POST"), 415)
    problem(ask(app, "/token", None, "POST", json={"grant_type": "client_credentials"}), 415)
    huge = b'{"place": "' + b"x" * 20_000 + b'"}'
    problem(
        ask(app, "/signal-links", token, "POST", data=huge, content_type="application/json"), 413
    )
    problem(ask(app, "/token", None, "POST", data={"scope": "x" * 300_000}), 413)


BAD_BODIES = (
    b"",
    b"{",
    b"\xff\xfe",
    b"null",
    b"[]",
    b'"monster"',
    b"NaN",
    b'{"place": NaN}',
    b'{"place": "monster", "place": "poeldijk"}',
    b"[" * 10_000,
    b'{"place": ' + b"9" * 9000 + b"}",
    b'{"place": null}',
    b'{"place": ["monster"]}',
    b'{"place": {}}',
    b'{"place": "\\ud800"}',
    b'{"\\ud800": "monster"}',
    b'{"place": "a\\u0000b"}',
    b'{"indicators": "says_lonely"}',
    b'{"indicators": [[]]}',
    b'{"indicators": []}',
    b'{"note": "Mevrouw Verzonnen is eenzaam"}',
    b'{"contactAnswer": "none"}',
    b'{"age_band": "75+"}',
    b"{}",
)


def test_a_body_that_cannot_be_taken_is_said_and_not_repeated(app: Flask, file_town: Town) -> None:
    token = token_of(file_town, client_of(file_town))
    for body in BAD_BODIES:
        answer = ask(
            app, "/signal-links", token, "POST", data=body, content_type="application/json"
        )
        (error,) = problem(answer, 422)["errors"]
        assert error["in"] == "body", body
        assert error["location"]["pointer"] in {"#", "#/place", "#/indicators"}, body
        assert b"Verzonnen" not in answer.data
    assert entries(file_town, "signal_link_made") == []


BAD_QUERIES = (
    "pillar=no-such",
    "kind=",
    "area=monster&area=poeldijk",
    "page=0",
    "page=-1",
    "page=99999999999999999999",
    "page=²",
    "name=" + "x" * 61,
    "name=a%00b",
    "no-such-name=1",
)


def test_a_question_that_means_nothing_is_said(app: Flask, file_town: Town) -> None:
    token = token_of(file_town, client_of(file_town))
    for query in BAD_QUERIES:
        (error,) = problem(ask(app, f"/initiatives?{query}", token), 422)["errors"]
        assert error["in"] == "query", query


def test_too_often_says_when_again(app: Flask, file_town: Town) -> None:
    token = token_of(file_town, client_of(file_town))
    for _ in range(IN_A_MINUTE[Tried.API_CALL]):
        answer = ask(app, "/initiatives?page=0", token)
    problem(answer, 422)
    late = ask(app, "/initiatives", token)
    problem(late, 429)
    assert 1 <= int(late.headers["Retry-After"]) <= 60


def test_a_fault_tells_nothing_but_its_number(
    app: Flask, file_town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("Mevrouw Verzonnen")

    monkeypatch.setattr("signalering.routes.api.signal_links.service", broken)
    token = token_of(file_town, client_of(file_town))
    answer = ask(app, "/signal-links", token, "POST", json=LINK)
    told = problem(answer, 500)
    assert len(told["reference"]) == 8
    assert b"Verzonnen" not in answer.data


def oauth(answer: TestResponse, status: int, error: str) -> None:
    """RFC 6749, 5.2."""
    assert answer.status_code == status
    assert answer.headers["Content-Type"] == "application/json"
    assert json.loads(answer.data) == {"error": error}
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["API-Version"] == VERSION
    assert ("WWW-Authenticate" in answer.headers) is (status == 401)


def test_a_client_proves_itself_in_the_header_or_in_the_form(app: Flask, file_town: Town) -> None:
    client = client_of(file_town)
    form = {"client_id": str(client.client_id), "client_secret": client.secret}
    for answer in (
        ask_token(app, basic(client)),
        ask_token(app, {}, **form),
        ask_token(app, basic(client), scope="training:read workers:read"),
    ):
        assert answer.status_code == 200
        told = json.loads(answer.data)
        assert (told["token_type"], told["expires_in"]) == ("Bearer", 600)
        assert answer.headers["Cache-Control"] == "no-store"
        assert ask(app, "/worker-counts", told["access_token"]).status_code == 200
    assert told["scope"] == "training:read workers:read"
    assert len(entries(file_town, "api_let_in")) == 3


def test_a_client_that_does_not_is_told_as_the_standard_has_it(app: Flask, file_town: Town) -> None:
    client = client_of(file_town, scopes=("training:read",))
    form = {"client_id": str(client.client_id), "client_secret": client.secret}
    oauth(ask_token(app, {}), 401, "invalid_client")
    oauth(ask_token(app, basic(client, "wrong")), 401, "invalid_client")
    oauth(ask_token(app, {"Authorization": "Basic é"}), 401, "invalid_client")
    oauth(ask_token(app, {"Authorization": "Basic ////"}), 401, "invalid_client")
    oauth(ask_token(app, {}, **{**form, "client_id": "a\x00b"}), 401, "invalid_client")
    oauth(ask_token(app, {}, **{**form, "client_secret": "x" * 999}), 401, "invalid_client")
    oauth(ask_token(app, basic(client), **form), 400, "invalid_request")
    oauth(ask_token(app, basic(client), grant_type=""), 400, "invalid_request")
    oauth(ask_token(app, basic(client), grant_type="password"), 400, "unsupported_grant_type")
    oauth(ask_token(app, basic(client), scope="workers:read"), 400, "invalid_scope")
    twice = b"grant_type=client_credentials&scope=a&scope=b"
    kind = "application/x-www-form-urlencoded"
    answer = ask(app, "/token", None, "POST", headers=basic(client), data=twice, content_type=kind)
    oauth(answer, 400, "invalid_request")
    # Never in the address.
    path = f"/token?client_id={client.client_id}&client_secret={client.secret}"
    answer = ask(app, path, None, "POST", data={"grant_type": "client_credentials"})
    oauth(answer, 401, "invalid_client")
    for number in range(12):
        late = ask_token(app, basic(client, f"wrong {number}"))
    problem(late, 429)


def test_the_same_key_gives_the_same_answer(app: Flask, file_town: Town) -> None:
    token = token_of(file_town, client_of(file_town))
    body = {
        name: list(codes) if name == "indicators" else codes[0] for name, codes in CODES.items()
    }
    body["ageBand"] = body.pop("age_band")

    def sent(key: str, what: Any = body) -> TestResponse:
        headers = {"Idempotency-Key": key}
        return ask(app, "/signal-links", token, "POST", headers=headers, json=what)

    first = sent('"8e03978e-40d5"')
    assert first.status_code == 201
    told = json.loads(first.data)
    assert set(told) == {"url", "expiresIn"}
    assert told["url"].startswith(f"{BASE}/signals/links/")
    assert not any(code in told["url"] for listed in CODES.values() for code in listed)
    again = sent("8e03978e-40d5")
    assert (again.status_code, again.data) == (201, first.data)
    (error,) = problem(sent("8e03978e-40d5", LINK), 422)["errors"]
    assert (error["in"], error["location"]) == ("header", {"name": "Idempotency-Key"})
    for key in ('""', "x" * 256, "é"):
        (error,) = problem(sent(key), 422)["errors"]
        assert error["code"] == "api_key"
    assert len(entries(file_town, "signal_link_made")) == 1
