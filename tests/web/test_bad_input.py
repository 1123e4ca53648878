"""Whatever comes in: an own page, nothing stored, nothing typed lost, and never a fault."""

import html
import re
import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any
from uuid import uuid4

import pytest
from flask import Flask, url_for
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from kit.account_forms import KEYLESS
from kit.bad_input import encoded, forms, spoilt
from kit.browser_like import BASE, Browser, app_of, close
from kit.cases import case_row
from kit.databases import SqliteTowns
from kit.dump import steal
from kit.form import MARK, Form
from kit.form_pages import ENDPOINTS, WITH_WORDS
from kit.routes import rules
from kit.town import Town
from kit.valid import assert_valid
from sqlalchemy import func, select, update
from werkzeug.test import TestResponse

from signalering import LARGEST_BODY
from signalering.models.accounts.session import LogInSession
from signalering.models.base import DataBase
from signalering.models.cases.case import CaseEntry
from signalering.models.signals.signal import Signal
from signalering.models.tables import METADATA
from signalering.web.guard import WITHOUT_TOKEN

# The trail and the sessions grow by a refusal too; both hold no word that was typed.
GROWING = {"audit_segment", "audit_entry", "log_in_session", "throttle"}
REFUSED = {400, 403, 409, 422, 429}
# Steps that stand open for minutes, between two others; their own tests spoil their answers.
TRIED_ELSEWHERE = {
    # For programs, which get no pages: tests/web/api.
    "api.signal_links",
    "api.token",
    # Buttons, and boxes to tick of which none can be wrong: tests/web/accounts.
    "accounts.calendar_make",
    "accounts.calendar_stop",
    "accounts.preferences",
    "accounts.role_guide",
    "accounts.second_factor",
    "accounts.single_sign_on_confirm",
    # Takes anything, for nothing of it is read: tests/web/network/test_newsletter.py.
    "network.unsubscribe",
    # A button, where there is a mail server: tests/services/settings, tests/web/settings.
    "settings.try_mail",
    # A file, spoilt in many ways: tests/services/directory/test_bring_in.py.
    "directory.bring_in",
    # The same: tests/services/accounts/test_invite_list.py, tests/web/accounts.
    "accounts.invite_list",
}
# Pages that show or take words of a log-in.
BEGUN_AFRESH = {"accounts.activate", "accounts.recover", "accounts.passphrase"}


Rows = list[tuple[Any, ...]]


class Store:
    """All that is kept, read again only when somebody has written since."""

    def __init__(self, town: Town) -> None:
        files = (town.house.data.url.database, town.house.keystore.url.database)
        self._watchers = [sqlite3.connect(str(file)) for file in files]
        self._last: tuple[tuple[int, ...], dict[str, Rows]] | None = None

    def rows(self) -> dict[str, Rows]:
        """Every row, but for what grows by a refusal too."""
        # SQLite's own count of what other connections have committed.
        state = tuple(one.execute("PRAGMA data_version").fetchone()[0] for one in self._watchers)
        if self._last is None or self._last[0] != state:
            self._last = (state, self._read())
        return self._last[1]

    def close(self) -> None:
        """Let the files go."""
        for one in self._watchers:
            one.close()

    def _read(self) -> dict[str, Rows]:
        """As SQLite has them: this is read after every single request."""
        data, keys = self._watchers
        kept = {
            name: data.execute(f'SELECT * FROM "{name}"').fetchall()
            for name in METADATA[""].tables
            if name not in GROWING
        }
        wraps = keys.execute("SELECT * FROM wrap WHERE holder != 'audit'").fetchall()
        return kept | {"wrap": wraps}


class Visits:
    """One browser each, with a token that stays good."""

    def __init__(self, app: Flask, town: Town) -> None:
        self.app, self.town = app, town
        self.forms = forms(town)
        self.store = Store(town)
        self._browsers: dict[str, tuple[Browser, str]] = {}
        # A log-in writes too; everybody is in before anything is compared.
        for form in self.forms.values():
            self._browser(form.who)

    def send(self, endpoint: str, body: bytes, **more: Any) -> TestResponse:
        """Post these bytes, with a token, as whoever sends this form."""
        browser, token = self._browser(self.forms[endpoint].who)
        return browser.client.open(
            more.pop("path", self.path(endpoint)),
            method=more.pop("method", "POST"),
            data=b"csrf_token=" + token.encode() + b"&" + body,
            content_type=more.pop("content_type", "application/x-www-form-urlencoded"),
            base_url=BASE,
            headers={"Referer": f"{BASE}/"},
        )

    def path(self, endpoint: str) -> str:
        """Where this form is sent."""
        with self.app.test_request_context(base_url=BASE):
            return url_for(endpoint, **self.forms[endpoint].ids)

    def _browser(self, who: str) -> tuple[Browser, str]:
        if who not in self._browsers:
            browser = Browser(self.app, self.town)
            if who == KEYLESS:
                browser = self._without_keys("privacy_officer")
            elif who != "nobody":
                browser.log_in(who)
            self._browsers[who] = browser, browser.token()
        return self._browsers[who]

    def _without_keys(self, who: str) -> Browser:
        """Logged in, but what the session opened is gone."""
        before = {row["find_hash"] for row in steal(self.town.house).data["log_in_session"]}
        browser = Browser(self.app, self.town).log_in(who)
        with self.town.committed() as work:
            work.data.execute(
                update(LogInSession)
                .where(LogInSession.find_hash.not_in(before))
                .values(keys_sealed=None)
            )
        return browser


@pytest.fixture(scope="module")
def visits(sqlite_towns: SqliteTowns, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visits]:
    """A town where each form could be sent."""
    with sqlite_towns.town(tmp_path_factory.mktemp("bad-input"), remembered=False) as town:
        app = app_of(town)
        visits = Visits(app, town)
        yield visits
        visits.store.close()
        close(app)


def count(town: Town, model: type[DataBase]) -> int:
    """How many rows there are."""
    with town.work(writes=False) as work:
        return work.data.scalar(select(func.count()).select_from(model)) or 0


def assert_own_page(answer: TestResponse) -> str:
    """In our layout, as valid HTML; gives its text."""
    assert answer.mimetype == "text/html"
    text = answer.get_data(as_text=True)
    assert_valid(text)
    assert "Gemeente Proefdorp" in text
    assert answer.headers["Cache-Control"] == "no-store"
    return text


def test_every_form_is_tried(visits: Visits) -> None:
    taking = {rule.endpoint for rule in rules(visits.app) if "POST" in (rule.methods or ())}
    assert taking - TRIED_ELSEWHERE == set(visits.forms) == set(ENDPOINTS)


@pytest.mark.parametrize("endpoint", ENDPOINTS)
def test_what_is_wrong_is_refused_and_nothing_stored(visits: Visits, endpoint: str) -> None:
    form, before = visits.forms[endpoint], visits.store.rows()
    for what, body in spoilt(form):
        answer = visits.send(endpoint, body)
        assert answer.status_code in REFUSED, (what, answer.status_code)
        assert_own_page(answer)
        assert visits.store.rows() == before, what


def in_turn(endpoint: str, kinds: Sequence[Any], some: int) -> list[Any]:
    """So many of the kinds, the next form the next ones: what reads them is the same for all."""
    first = ENDPOINTS.index(endpoint) * some
    return [kinds[(first + place) % len(kinds)] for place in range(some)]


TOO_BIG = (b"text=" + b"x" * LARGEST_BODY, b"x=1&" * (LARGEST_BODY // 4))


@pytest.mark.parametrize("endpoint", ENDPOINTS)
def test_a_body_that_is_too_big(visits: Visits, endpoint: str) -> None:
    before = visits.store.rows()
    (body,) = in_turn(endpoint, TOO_BIG, 1)
    answer = visits.send(endpoint, body)
    assert answer.status_code == 413
    assert_own_page(answer)
    assert visits.store.rows() == before


@pytest.mark.parametrize("endpoint", ENDPOINTS)
def test_an_address_that_leads_nowhere(visits: Visits, endpoint: str) -> None:
    form = visits.forms[endpoint]
    # Steps of the path, and what stands behind the question mark.
    steps = re.split("([/=])", visits.path(endpoint))
    for right in map(str, form.ids.values()):
        others = ("0", "9" * 30, "no-uuid", "%00", "x" * 3000, f"{right}0", "..%2f..")
        for other in (str(uuid4()), *in_turn(endpoint, others, 3)):
            path = "".join(other if step == right else step for step in steps)
            answer = visits.send(endpoint, encoded(form.body), path=path)
            assert answer.status_code in {404, 405, 422}, other
            assert_own_page(answer)


OTHER_KINDS = (
    "application/json",
    "text/plain",
    "multipart/form-data",
    "multipart/form-data; boundary=x",
)


@pytest.mark.parametrize("endpoint", ENDPOINTS)
def test_a_body_of_another_kind(visits: Visits, endpoint: str) -> None:
    before, body = visits.store.rows(), encoded(visits.forms[endpoint].body)
    for kind in in_turn(endpoint, OTHER_KINDS, 2):
        answer = visits.send(endpoint, body, content_type=kind)
        if endpoint in BEGUN_AFRESH:
            # What these forms hold is never shown again: one is led to the page itself.
            assert (answer.status_code, answer.location) == (302, visits.path(endpoint)), kind
        else:
            # Without a token nothing is read; where none is asked, an empty form comes back.
            expected = {422} if endpoint in WITHOUT_TOKEN else {400, 403}
            assert answer.status_code in expected, kind
            assert_own_page(answer)
        assert visits.store.rows() == before, kind


STEPS = ("", "begin", "again", "seen", "done", "no-such-step", "x" * 10_000, "a\x00b")
CARRIED = ("", "=", "%00", "x" * 10_000, "🜛" * 50, "QUJD" * 60, "a.b.c")


@pytest.mark.parametrize("endpoint", sorted(BEGUN_AFRESH))
@pytest.mark.parametrize("step", STEPS)
def test_steps_that_carry_words_take_no_other_s(visits: Visits, endpoint: str, step: str) -> None:
    """Whatever is carried along: words of one's own choosing are never kept."""
    form, before = visits.forms[endpoint], visits.store.rows()
    for carried in CARRIED:
        along = {"step": [step], "carried": [carried], "first": ["eige"], "second": ["woor"]}
        answer = visits.send(endpoint, encoded(form.body | along | {"code_first": ["0000"]}))
        assert answer.status_code in REFUSED | {200}, carried
        assert_own_page(answer)
        assert visits.store.rows() == before, carried


@pytest.mark.parametrize("endpoint", WITH_WORDS)
def test_bytes_that_are_no_text_are_said_at_their_field(visits: Visits, endpoint: str) -> None:
    form = visits.forms[endpoint]
    rest = {name: value for name, value in form.body.items() if name != form.words[-1]}
    for raw in (b"caf%e9", b"caf\xe9", b"half %c3 %e2%82"):
        answer = visits.send(endpoint, encoded(rest) + f"&{form.words[-1]}=".encode() + raw)
        assert answer.status_code == 422
        assert "Deze tekst is beschadigd" in assert_own_page(answer)


@pytest.mark.parametrize("endpoint", WITH_WORDS)
def test_what_was_typed_is_still_there(visits: Visits, endpoint: str) -> None:
    form = visits.forms[endpoint]
    typed = [value for name in form.words for value in form.body[name]]
    # The form of a remark has nothing but its text to be wrong.
    spoilt_field = form.codes[-1] if form.codes else form.words[0]
    wrong = "no-such-code" if form.codes else f"{MARK} {'x' * 5000}"
    answer = visits.send(endpoint, encoded(form.body | {spoilt_field: [wrong]}))
    assert answer.status_code in {409, 422}
    text = html.unescape(assert_own_page(answer))
    for value in typed:
        assert value in text


@pytest.mark.parametrize("endpoint", WITH_WORDS)
@pytest.mark.parametrize("bad", ["te lang " * 2000, "met \x07 bel", "om\u202egedraaid"])
def test_a_text_that_cannot_be_taken_can_be_mended(visits: Visits, endpoint: str, bad: str) -> None:
    form = visits.forms[endpoint]
    answer = visits.send(endpoint, encoded(form.body | {form.words[-1]: [f"{MARK} {bad}"]}))
    assert answer.status_code == 422
    text = assert_own_page(answer)
    assert MARK in text
    assert "Er klopt iets nog niet" in text


CODES = st.sampled_from(
    ["says_lonely", "monster", "75+", "contact", "none", "yes_details", "not_asked", "alone", ""]
)
TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=400)
FUZZ = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@FUZZ
@given(data=st.data())
def test_any_form_of_a_signal_is_taken_whole_or_refused(visits: Visits, data: Any) -> None:
    form = visits.forms["signals.log"]
    changed = data.draw(
        st.dictionaries(
            st.sampled_from(sorted(form.values)), st.lists(CODES | TEXTS, max_size=3), max_size=6
        )
    )
    body = form.body | {"token": [uuid4().hex]} | changed
    before = count(visits.town, Signal)
    answer = visits.send("signals.log", encoded(body))
    after = count(visits.town, Signal)
    assert answer.status_code in {302, 422}
    assert after - before == (answer.status_code == 302)
    if answer.status_code == 422:
        assert_own_page(answer)


@FUZZ
@given(text=st.one_of(TEXTS, st.binary(max_size=300)))
def test_any_note_in_a_case_is_taken_whole_or_refused(visits: Visits, text: str | bytes) -> None:
    form: Form = visits.forms["cases.note"]
    version = case_row(visits.town, form.ids["case_id"]).version
    raw = text.encode() if isinstance(text, str) else text
    quoted = "".join(f"%{byte:02x}" for byte in raw).encode()
    before = count(visits.town, CaseEntry)
    answer = visits.send("cases.note", f"version={version}&text=".encode() + quoted)
    after = count(visits.town, CaseEntry)
    assert answer.status_code in {302, 422}
    assert after - before == (answer.status_code == 302)
    if answer.status_code == 422:
        assert_own_page(answer)
