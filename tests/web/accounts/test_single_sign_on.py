"""Single sign-on: it leads to existing accounts, unlocks nothing, and no lie gets anybody in."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from flask import Flask
from kit.browser_like import BASE, Browser, app_of, close
from kit.crowd import full
from kit.provider import CLIENT, SECRET, Provider, served_provider
from kit.town import PASSPHRASE, Town
from kit.trail import entries
from sqlalchemy import select
from werkzeug.test import TestResponse

from signalering.domain.lifecycles import AccountState
from signalering.models.accounts.account import Account
from signalering.models.accounts.identity import ExternalIdentity
from signalering.models.accounts.session import LogInSession
from signalering.vault.stretching import LOGGING_IN, SOON

RETURN = "/log-in/organisation/return?"


@pytest.fixture
def provider(file_town: Town) -> Iterator[Provider]:
    with served_provider(int(file_town.clock.now().timestamp())) as served:
        yield served


@pytest.fixture
def joined(file_town: Town, provider: Provider) -> Iterator[Flask]:
    """The application, knowing this service."""
    settings = replace(
        file_town.house.settings,
        oidc_issuer=provider.address,
        oidc_client_id=CLIENT,
        oidc_client_secret=SECRET,
    )
    made = app_of(replace(file_town, house=replace(file_town.house, settings=settings)))
    yield made
    close(made)


@pytest.fixture
def visitor(joined: Flask, file_town: Town) -> Browser:
    return Browser(joined, file_town)


def set_out(browser: Browser, path: str = "/log-in/organisation") -> str:
    answer = browser.client.get(path, base_url=BASE)
    assert answer.status_code == 303
    return str(answer.location)


def bring_back(browser: Browser, query: str) -> TestResponse:
    return browser.client.get(RETURN + query, base_url=BASE)


def sign_on(browser: Browser, provider: Provider) -> TestResponse:
    return bring_back(browser, provider.grant(set_out(browser)))


def link(browser: Browser, provider: Provider) -> None:
    """The first time: confirmed by the passphrase."""
    assert "organisation/confirm" in sign_on(browser, provider).get_data(as_text=True)
    browser.post("accounts.single_sign_on_confirm", {"passphrase": PASSPHRASE})


def rows(town: Town, model: Any) -> list[Any]:
    with town.work(writes=False) as work:
        found = list(work.data.scalars(select(model)))
        work.data.expunge_all()
    return found


def assert_refused(town: Town, answer: TestResponse, status: int = 403) -> None:
    page = answer.get_data(as_text=True)
    assert answer.status_code == status, page
    assert "Terug naar inloggen" in page
    assert rows(town, LogInSession) == []
    assert rows(town, ExternalIdentity) == []


def test_it_is_offered_where_there_is_one(browser: Browser, visitor: Browser) -> None:
    assert "Inloggen via je organisatie" in visitor.get("accounts.log_in")
    assert "Inloggen via je organisatie" not in browser.get("accounts.log_in")
    for endpoint in ("single_sign_on", "single_sign_on_return", "single_sign_on_confirm"):
        browser.get(f"accounts.{endpoint}", status=404)


def test_what_is_asked_cannot_be_guessed(visitor: Browser, provider: Provider) -> None:
    asked = [parse_qs(urlsplit(set_out(visitor)).query) for _ in range(2)]
    for name in ("state", "nonce", "code_challenge"):
        first, second = (said[name][0] for said in asked)
        assert first != second
        assert len(first) >= 43, "256 bits"
    assert asked[0]["code_challenge_method"] == ["S256"]
    assert asked[0]["response_type"] == ["code"]
    assert asked[0]["redirect_uri"] == ["https://signalering.test/log-in/organisation/return"]


def test_the_first_time_the_passphrase_makes_the_link(
    visitor: Browser, provider: Provider, file_town: Town
) -> None:
    page = sign_on(visitor, provider).get_data(as_text=True)
    assert 'http-equiv="refresh"' in page
    assert rows(file_town, LogInSession) == []
    assert rows(file_town, ExternalIdentity) == [], "an address alone links nothing"
    visitor.get("accounts.single_sign_on_confirm")
    wrong = {"passphrase": "aap noot mies"}
    visitor.post("accounts.single_sign_on_confirm", wrong, status=422)
    assert rows(file_town, ExternalIdentity) == []
    visitor.post("accounts.single_sign_on_confirm", {"passphrase": PASSPHRASE})
    visitor.get("signals.mine")
    assert len(rows(file_town, ExternalIdentity)) == 1
    assert len(entries(file_town, "identity_linked")) == 1


def test_in_a_crowd_it_is_confirmed_a_bit_later(visitor: Browser, provider: Provider) -> None:
    sign_on(visitor, provider)
    with full(LOGGING_IN):
        late = visitor.post(
            "accounts.single_sign_on_confirm", {"passphrase": PASSPHRASE}, status=429
        )
    assert late.headers["Retry-After"] == str(SOON)
    assert "veel mensen tegelijk" in late.get_data(as_text=True)
    visitor.post("accounts.single_sign_on_confirm", {"passphrase": PASSPHRASE})
    visitor.get("signals.mine")


def test_afterwards_it_logs_in_and_unlocks_nothing(
    visitor: Browser, provider: Provider, file_town: Town, joined: Flask
) -> None:
    link(visitor, provider)
    provider.email = "moved@elsewhere.test"
    later = Browser(joined, file_town)
    answer = bring_back(
        later, provider.grant(set_out(later, "/log-in/organisation?next=/signals/mine"))
    )
    assert answer.status_code == 200
    assert "url=/signals/mine" in answer.get_data(as_text=True)
    cookies = " ".join(answer.headers.getlist("Set-Cookie"))
    assert "__Host-session" in cookies
    assert "SameSite=Strict" in cookies
    assert later.client.get("/start", base_url=BASE).location == "/signals/mine"
    mine = later.client.get("/signals/mine", base_url=BASE)
    assert mine.status_code != 200, "one's own signals are found with one's own key"


def test_who_needs_a_second_factor_gives_the_passphrase_every_time(
    visitor: Browser, provider: Provider, file_town: Town, joined: Flask
) -> None:
    provider.email = "coordinator@proefdorp.test"
    link(visitor, provider)
    visitor.get("signals.inbox")
    later = Browser(joined, file_town)
    assert "organisation/confirm" in sign_on(later, provider).get_data(as_text=True)
    later.get("signals.inbox", status=302)
    later.post("accounts.single_sign_on_confirm", {"passphrase": PASSPHRASE})
    later.get("signals.inbox")


@pytest.mark.parametrize("algorithm", ["RS256", "PS256", "ES256"])
def test_signatures_of_the_service_s_own_keys_are_taken(
    visitor: Browser, provider: Provider, algorithm: str
) -> None:
    provider.algorithm = algorithm
    assert sign_on(visitor, provider).status_code == 200


@pytest.mark.parametrize(
    "lie",
    [
        {"claims": {"iss": "https://elsewhere.test"}},
        {"claims": {"aud": "somebody-else"}},
        {"claims": {"aud": [CLIENT, "somebody-else"]}},
        {"claims": {"azp": "somebody-else"}},
        {"claims": {"nonce": "another"}},
        {"claims": {"exp": 1_000_000_000}},
        {"claims": {"iat": 4_000_000_000}},
        {"claims": {"exp": "soon"}},
        {"claims": {"sub": ""}},
        {"claims": {"sub": "x" * 256}},
        {"claims": {"sub": 7}},
        {"claims": {"sub": "a\0b"}},
        {"claims": {"sub": None}},
        {"claims": {"aud": None}},
        *({"without": (name,)} for name in ("iss", "sub", "aud", "exp", "iat", "nonce")),
        {"algorithm": "none"},
        {"algorithm": "HS256"},
        {"foreign_key": True},
        {"claims": {"email_verified": False}},
        {"claims": {"email_verified": "true"}},
        {"without": ("email_verified",)},
        {"without": ("email",)},
        {"email": "nobody@proefdorp.test"},
        {"instead": {"/keys": (200, b'{"keys": []}')}},
        {"instead": {"/keys": (200, b'{"keys": 7}')}},
        {"instead": {"/keys": (200, b'{"keys": [{"kty": "RSA"}]}')}},
        {"instead": {"/keys": (200, b"{}")}},
        {"instead": {"/token": (200, b'{"id_token": 7}')}},
        {"instead": {"/token": (200, b'{"id_token": "a.b.c"}')}},
        {"instead": {"/token": (200, b"{}")}},
    ],
    ids=str,
)
def test_a_lie_gets_nobody_in(
    visitor: Browser, provider: Provider, file_town: Town, lie: dict[str, Any]
) -> None:
    address = set_out(visitor)
    for name, value in lie.items():
        setattr(provider, name, value)
    assert_refused(file_town, bring_back(visitor, provider.grant(address)))


@pytest.mark.parametrize(
    "fault", [(500, b"{}"), (302, b"{}"), (200, b"no JSON"), (200, b"[]"), (200, b"[" * 100_000)]
)
@pytest.mark.parametrize("path", ["/.well-known/openid-configuration", "/token", "/keys"])
def test_no_good_answer_is_a_clear_page(
    visitor: Browser, provider: Provider, file_town: Town, path: str, fault: tuple[int, bytes]
) -> None:
    address = set_out(visitor)
    provider.instead = {path: fault}
    assert_refused(file_town, bring_back(visitor, provider.grant(address)), 503)
    assert "/elsewhere" not in provider.asked, "no redirect is followed"


def test_a_service_that_is_gone_or_speaks_without_end(
    visitor: Browser, provider: Provider, file_town: Town
) -> None:
    place = "/.well-known/openid-configuration"
    provider.instead = {place: (200, b'"' + b"x" * (2 << 20) + b'"')}
    for _ in range(2):
        answer = visitor.client.get("/log-in/organisation", base_url=BASE)
        assert_refused(file_town, answer, 503)
        provider.instead = {place: (404, b"")}


def test_a_service_that_never_answers_is_given_up(
    visitor: Browser, provider: Provider, file_town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    from signalering.services.accounts import _provider

    assert _provider.SECONDS == 5
    monkeypatch.setattr(_provider, "SECONDS", 0.2)
    provider.slow = 1.0
    answer = visitor.client.get("/log-in/organisation", base_url=BASE)
    assert_refused(file_town, answer, 503)


@pytest.mark.parametrize(
    "metadata",
    [
        {"issuer": "https://elsewhere.test"},
        {"token_endpoint": "http://elsewhere.test/token"},
        {"jwks_uri": None},
        {"authorization_endpoint": "javascript:alert(1)"},
    ],
)
def test_metadata_that_lead_elsewhere(
    visitor: Browser, provider: Provider, file_town: Town, metadata: dict[str, Any]
) -> None:
    provider.metadata = metadata
    assert_refused(file_town, visitor.client.get("/log-in/organisation", base_url=BASE))


def test_an_answer_is_taken_once_and_only_where_it_was_asked_for(
    visitor: Browser, provider: Provider, file_town: Town, joined: Flask
) -> None:
    address = set_out(visitor)
    query = provider.grant(address)
    assert_refused(file_town, bring_back(Browser(joined, file_town), query))
    mine = visitor.client.get_cookie("__Host-sign-on", domain="signalering.test")
    assert mine is not None
    assert bring_back(visitor, query).status_code == 200
    visitor.client.set_cookie("__Host-sign-on", mine.value, domain="signalering.test", secure=True)
    assert_refused(file_town, bring_back(visitor, query))


@pytest.mark.parametrize(
    "query",
    [
        "",
        "code=code-0",
        "code=code-0&state=another",
        "state={state}",
        "error=access_denied&state={state}",
        "code=never-given&state={state}",
        "code=code-0&state={state}&iss=https://elsewhere.test",
    ],
)
def test_answers_that_no_service_gives(
    visitor: Browser, provider: Provider, file_town: Town, query: str
) -> None:
    address = set_out(visitor)
    state = parse_qs(urlsplit(address).query)["state"][0]
    answer = bring_back(visitor, query.format(state=state))
    assert_refused(file_town, answer, 503 if "never-given" in query else 403)


def test_it_takes_no_longer_than_ten_minutes(
    visitor: Browser, provider: Provider, file_town: Town
) -> None:
    query = provider.grant(set_out(visitor))
    file_town.clock.move_to(file_town.clock.now() + timedelta(minutes=10))
    assert_refused(file_town, bring_back(visitor, query))


def test_who_left_gets_in_no_more(
    visitor: Browser, provider: Provider, file_town: Town, joined: Flask
) -> None:
    link(visitor, provider)
    with file_town.committed() as work:
        mine = file_town.people["worker"].account_id
        work.data.get_one(Account, mine).state = AccountState.DEACTIVATED
    answer = sign_on(Browser(joined, file_town), provider)
    assert answer.status_code == 403


def test_a_second_identity_does_not_take_over_an_account(
    visitor: Browser, provider: Provider, file_town: Town, joined: Flask
) -> None:
    link(visitor, provider)
    provider.subject = "subject-2"
    other = Browser(joined, file_town)
    sign_on(other, provider)
    other.post("accounts.single_sign_on_confirm", {"passphrase": PASSPHRASE}, status=403)
    assert [row.subject for row in rows(file_town, ExternalIdentity)] == ["subject-1"]


def test_a_signed_cookie_is_good_for_its_own_step_alone(
    visitor: Browser, provider: Provider, file_town: Town
) -> None:
    """Signed with the same key each: neither what was asked nor a known browser is a proof."""
    visitor.remember("worker")
    known = visitor.client.get_cookie("__Host-browser", domain="signalering.test")
    set_out(visitor)
    asked = visitor.client.get_cookie("__Host-sign-on", domain="signalering.test")
    assert known is not None
    assert asked is not None
    for value in (asked.value, known.value):
        visitor.client.set_cookie(
            "__Host-sign-on", value, domain="signalering.test", secure=True, path="/"
        )
        visitor.post("accounts.single_sign_on_confirm", {"passphrase": PASSPHRASE})
        with file_town.work(writes=False) as work:
            assert work.data.scalars(select(ExternalIdentity)).all() == []
            assert work.data.scalars(select(LogInSession)).all() == []
