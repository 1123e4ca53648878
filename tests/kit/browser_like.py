"""A test client that speaks endpoints, carries tokens, and validates every page it gets."""

import re
from types import CodeType
from typing import Any

from flask import Flask, url_for
from flask.sessions import SecureCookieSessionInterface
from flask.testing import FlaskClient
from jinja2.bccache import Bucket, BytecodeCache
from werkzeug.test import TestResponse

from kit.town import PASSPHRASE, Town
from kit.valid import assert_valid
from signalering import create_app
from signalering.extensions import databases
from signalering.models.accounts.account import Account
from signalering.web import browsers

TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')
BASE = "https://signalering.test"


class Compiled(BytecodeCache):
    """Templates compiled once a process: every test makes an application of its own."""

    def __init__(self) -> None:
        self._code: dict[tuple[str, str], CodeType | None] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """What was compiled of the same text before, if it was."""
        bucket.code = self._code.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep it as it is: written as bytes it would have to be read again for each test."""
        self._code[bucket.key, bucket.checksum] = bucket.code


compiled = Compiled()


def app_of(town: Town) -> Flask:
    """The web application of a town, with the town's own clock."""
    app = create_app(town.house.settings, town.house.clock)
    app.testing = False  # faults become pages, as in production
    app.config["PROPAGATE_EXCEPTIONS"] = False
    app.jinja_env.bytecode_cache = compiled
    return app


class Browser:
    """One browser with its own cookies."""

    def __init__(self, app: Flask, town: Town) -> None:
        self.app = app
        self.town = town
        self.client: FlaskClient = app.test_client()
        self._token: tuple[str, str] | None = None

    def url(self, endpoint: str, **values: Any) -> str:
        """The address of an endpoint."""
        with self.app.test_request_context(base_url=BASE):
            return url_for(endpoint, **values)

    def get(self, endpoint: str, status: int = 200, **values: Any) -> str:
        """Open a page; gives its text. Fails on another status or on invalid HTML."""
        return self.open(self.url(endpoint, **values), status)

    def open(self, path: str, status: int = 200) -> str:
        """The same by address."""
        response = self.client.get(path, base_url=BASE)
        assert response.status_code == status, (path, response.status_code, _shown(response))
        return _checked(response)

    def token(self) -> str:
        """A token from an open page; good for as long as the browser's notes stay its own.

        A stranger finds one where there is a form to send, and who is logged in on every page.
        """
        if not self._token or self._notes() != self._token[0]:
            pages = (
                self.client.get(self.url(one), base_url=BASE).get_data(as_text=True)
                for one in ("public.help", "accounts.log_in", "accounts.unlock")
            )
            found = next(filter(None, map(TOKEN.search, pages)), None)
            assert found is not None
            self._token = self._notes(), found[1]
        return self._token[1]

    def _notes(self) -> str:
        """What the token is held against, as the cookie has it."""
        cookie = self.client.get_cookie("__Host-notes", "signalering.test")
        if cookie is None:
            return ""
        reader = SecureCookieSessionInterface().get_signing_serializer(self.app)
        assert reader is not None
        return str(reader.loads(cookie.value).get("csrf_token", ""))

    def post(
        self, endpoint: str, data: dict[str, Any] | None = None, status: int = 302, **values: Any
    ) -> TestResponse:
        """Send a form with its token; gives the answer. Fails on another status."""
        response = self.client.post(
            self.url(endpoint, **values),
            data={"csrf_token": self.token(), **(data or {})},
            base_url=BASE,
            headers={"Referer": f"{BASE}/"},
        )
        assert response.status_code == status, (endpoint, response.status_code, _shown(response))
        if response.mimetype == "text/html" and status not in (204, 302):
            _checked(response)
        return response

    def log_in(self, key: str) -> "Browser":
        """Log in as this person of the town."""
        app = self.app.extensions["signalering"].settings
        carried = tuple(sorted((name, one.value) for name, one in self.client._cookies.items()))
        what = "log in", key, app.public_url, app.demonstration, carried
        cookies, self._token = self.town.step(what, lambda: self._logged_in(key))
        self.client._cookies = dict(cookies)
        return self

    def _logged_in(self, key: str) -> tuple[dict[Any, Any], tuple[str, str] | None]:
        """What the browser holds afterwards."""
        email = self.town.people[key].email
        self.remember(key)
        self.post("accounts.log_in", {"email": email, "passphrase": PASSPHRASE})
        return dict(self.client._cookies), self._token

    def remember(self, key: str) -> "Browser":
        """Be the browser from which this person gave the second factor this morning."""
        settings = self.town.house.settings
        cookie = morning_cookie(self.town, key)
        self.client.set_cookie(
            browsers.cookie_name(settings), cookie, domain="signalering.test", secure=True
        )
        return self


def morning_cookie(town: Town, *keys: str) -> str:
    """The cookie of a browser from which these people gave their second factor today."""
    settings = town.house.settings
    browser = browsers.Browser("kit", settings.lookup_key)
    for key in keys:
        account_id = town.people[key].account_id
        with town.work(writes=False) as work:
            epoch = work.data.get_one(Account, account_id).session_epoch
        browser = browser.remembering(account_id, epoch, town.clock.now())
    return browsers.cookie_text(browser, settings)


def _checked(response: TestResponse) -> str:
    text = response.get_data(as_text=True)
    assert_valid(text)
    return text


def _shown(response: TestResponse) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.get_data(as_text=True)))[:1500]


def close(app: Flask) -> None:
    """Let go of the application's connections."""
    with app.app_context():
        for engine in databases.engines.values():
            engine.dispose()
