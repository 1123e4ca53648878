"""Every route, asked for in every hat: it lets in whom the table says, and nobody else.

What is asked for is really sent. Made-up ids lead nowhere, so who gets in is told that there is
no such thing; who doesn't is told no, and the audit trail knows.
"""

from collections.abc import Iterator

import pytest
from flask import Flask
from kit.browser_like import BASE, Browser, app_of, close
from kit.databases import SqliteTowns
from kit.readiness import ready_to_serve
from kit.routes import UNASKED, made_up, methods_of, rules
from kit.supervisor import supervised
from kit.town import Town
from kit.trail import Place, added, ends, read_entries
from kit.valid import assert_valid
from werkzeug.test import TestResponse

from signalering.domain.access import ENDPOINTS, PUBLIC, SIGNED_IN
from signalering.domain.endpoints import ONE_CLICK, PROGRAMS
from signalering.web.headers import HEADERS
from tests.contracts.access_table import NOBODY, TABLE, WHO

# Who wears which hat in the kit's town.
PEOPLE = {"frontline": "worker"} | {who: who for who in WHO if who not in (NOBODY, "frontline")}
# 401: who asks as a program without its key is let as far as the question for one.
GETTING_IN = {200, 204, 302, 401, 404, 409, 422}
ALL_METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
# Forms that answer an empty one with a plain no, and what makes them whole.
FILLED: dict[str, dict[str, str]] = {
    "accounts.language": {"language": "en"},
    "accounts.end_session": {"which": "others"},
    "directory.export": {"written_as": "json"},
    "audit.export": {"written_as": "csv"},
    "accounts.draft": {"draft_place": "signals.log", "note": "Een paar woorden"},
}
# After these a browser is no longer who it was.
ENDING = {"accounts.log_out", "accounts.log_in"}

# Pages that keep nothing of what they show: without a token they begin afresh.
BEGIN_AGAIN = {"accounts.activate", "accounts.recover", "accounts.passphrase"}

ASKED = [(name, method) for name, row in TABLE.items() for method in sorted(row.methods)]


class Visitors:
    """A browser for each who, logged in once."""

    def __init__(self, app: Flask, town: Town) -> None:
        self.app = app
        self.town = town
        self._browsers: dict[str, Browser] = {}

    def ask(self, who: str, endpoint: str, method: str) -> TestResponse:
        """Ask for a made-up address of this endpoint, with a token of now."""
        browser = self.browser(who)
        if endpoint in ENDING:
            self._browsers.pop(who, None)
        data = dict(FILLED.get(endpoint, {}))
        if endpoint == "accounts.hat":
            data["hat"] = who
        if method == "POST":
            data["csrf_token"] = browser.token()
        answer = browser.client.open(
            browser.url(endpoint, **made_up(self.app, endpoint)),
            method=method,
            data=data if method == "POST" else None,
            base_url=BASE,
            headers={"Referer": f"{BASE}/"},
        )
        assert set(HEADERS) <= set(answer.headers.keys()), (endpoint, method)
        return answer

    def browser(self, who: str) -> Browser:
        """Logged in, but for nobody's."""
        if who not in self._browsers:
            browser = Browser(self.app, self.town)
            self._browsers[who] = browser if who == NOBODY else browser.log_in(PEOPLE[who])
        return self._browsers[who]


@pytest.fixture(scope="module")
def settled(sqlite_towns: SqliteTowns, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """One town for the whole walk."""
    with sqlite_towns.town(tmp_path_factory.mktemp("access")) as town:
        supervised(town)
        ready_to_serve(town)
        yield town


@pytest.fixture(scope="module")
def house(settled: Town) -> Iterator[Flask]:
    made = app_of(settled)
    yield made
    close(made)


@pytest.fixture(scope="module")
def visitors(house: Flask, settled: Town) -> Visitors:
    return Visitors(house, settled)


def denials_of(town: Town, written: dict[str, set[Place]]) -> dict[str, list[dict[str, object]]]:
    """What the trail has there for each: denials alone. The officer's keys are opened once."""
    places = set().union(*written.values())
    said = dict(zip(sorted(places), read_entries(town, places), strict=True))
    return {
        who: [said[place] for place in own if said[place]["action"] == "denied"]
        for who, own in written.items()
    }


def test_every_route_has_a_line_and_every_line_a_route(house: Flask) -> None:
    assert {rule.endpoint for rule in rules(house)} == set(TABLE)


def test_the_lines_name_the_methods_that_the_routes_take(house: Flask) -> None:
    assert {name: methods_of(house, name) for name in TABLE} == {
        name: row.methods for name, row in TABLE.items()
    }


def test_every_route_stands_in_exactly_one_list_and_every_task_has_a_route(house: Flask) -> None:
    endpoints = {rule.endpoint for rule in rules(house)}
    assert endpoints == set(ENDPOINTS) | PUBLIC | SIGNED_IN
    assert len(ENDPOINTS) + len(PUBLIC) + len(SIGNED_IN) == len(endpoints)


def test_what_is_for_everybody_is_what_the_list_says() -> None:
    for name, row in TABLE.items():
        assert (NOBODY in row.gets_in) is (name in PUBLIC), name
        if name in PUBLIC | SIGNED_IN:
            assert row.gets_in >= set(PEOPLE), name


@pytest.mark.parametrize("method", ALL_METHODS)
def test_no_other_method_is_taken(visitors: Visitors, house: Flask, method: str) -> None:
    looked_at: set[str] = set()
    for name, row in TABLE.items():
        if method not in row.methods | UNASKED:
            answer = visitors.ask("coordinator", name, method)
            assert answer.status_code == 405, name
            assert row.methods <= {one.strip() for one in answer.headers["Allow"].split(",")}, name
            if answer.mimetype == "text/html":
                # One handler makes them all: a page a room says enough of how it is written.
                if name.split(".")[0] not in looked_at:
                    looked_at.add(name.split(".")[0])
                    assert_valid(answer.get_data(as_text=True))
                assert answer.headers["Cache-Control"] == "no-store", name
            else:
                assert name in PROGRAMS or "POST" not in row.methods, name


@pytest.mark.parametrize(("endpoint", "method"), ASKED)
def test_who_gets_in_and_who_does_not(
    visitors: Visitors, settled: Town, endpoint: str, method: str
) -> None:
    before, written, status = ends(settled), {}, {}
    for who in PEOPLE:
        status[who] = visitors.ask(who, endpoint, method).status_code
        after = ends(settled)
        written[who], before = added(before, after), after
    denials = denials_of(settled, written)
    for who, person in PEOPLE.items():
        if who in TABLE[endpoint].gets_in:
            assert status[who] in GETTING_IN, (who, status[who])
            assert denials[who] == [], who
        else:
            assert status[who] == 403, who
            (entry,) = denials[who]
            assert entry["actor"] == str(settled.people[person].account_id)
            assert entry["hat"] == who
            assert entry["outcome"] == "denied"
            assert entry["details"] == {
                "endpoint": endpoint,
                "method": method,
                "permission": ENDPOINTS[endpoint].value,
            }


@pytest.mark.parametrize(("endpoint", "method"), ASKED)
def test_nobody_is_asked_to_log_in(
    visitors: Visitors, settled: Town, endpoint: str, method: str
) -> None:
    before = ends(settled)
    answer = visitors.ask(NOBODY, endpoint, method)
    if NOBODY in TABLE[endpoint].gets_in:
        assert answer.status_code in GETTING_IN
    elif method == "GET":
        assert answer.status_code == 302
        assert answer.location.startswith("/log-in?next=")
    else:
        assert answer.status_code == 403
        page = answer.get_data(as_text=True)
        assert 'name="passphrase"' in page, "the way on is to log in"
    assert ends(settled) == before, "there is nobody to account for"


@pytest.mark.parametrize("endpoint", [name for name, row in TABLE.items() if "POST" in row.methods])
def test_nothing_is_done_without_a_token(
    visitors: Visitors, house: Flask, settled: Town, endpoint: str
) -> None:
    who = next(who for who in WHO[1:] if who in TABLE[endpoint].gets_in)
    browser = visitors.browser(who)
    before = ends(settled)
    answer = browser.client.post(
        browser.url(endpoint, **made_up(house, endpoint)),
        data={"hat": who, **FILLED.get(endpoint, {})},
        base_url=BASE,
        headers={"Referer": f"{BASE}/"},
    )
    if endpoint in ONE_CLICK:
        # A made-up address ends nothing, and is told the same as one that does.
        assert answer.status_code == 200
    elif endpoint in PROGRAMS:
        # What a browser has is no proof there, with a token of a form or without.
        assert answer.status_code == 401
    elif endpoint in BEGIN_AGAIN:
        assert answer.location == browser.url(endpoint, **made_up(house, endpoint))
    else:
        assert answer.status_code == 403
    assert ends(settled) == before
    browser.get("accounts.start", status=302)


ELSEWHERE = (
    {"Origin": "https://evil.test"},
    {"Origin": "http://signalering.test"},
    {"Origin": "https://other.signalering.test"},
    {"Origin": "null"},
    {"Origin": BASE, "Sec-Fetch-Site": "cross-site"},
)


@pytest.mark.parametrize("headers", ELSEWHERE)
def test_nothing_is_taken_from_a_page_elsewhere_though_it_has_a_token(
    visitors: Visitors, house: Flask, settled: Town, headers: dict[str, str]
) -> None:
    """Each form from each place, and as both: in turn, for where it is from is asked first."""
    both = [(who, visitors.browser(who)) for who in (NOBODY, "coordinator")]
    before = ends(settled)
    posted = {name for name, row in TABLE.items() if "POST" in row.methods}
    taken = sorted(posted - set(ONE_CLICK) - set(PROGRAMS))
    for turn, endpoint in enumerate(taken, ELSEWHERE.index(headers)):
        who, browser = both[turn % 2]
        answer = browser.client.post(
            browser.url(endpoint, **made_up(house, endpoint)),
            data={"csrf_token": browser.token(), **FILLED.get(endpoint, {})},
            base_url=BASE,
            headers={"Referer": f"{BASE}/", **headers},
        )
        assert answer.status_code == 400, (endpoint, who)
        assert not answer.headers.getlist("Set-Cookie"), (endpoint, who)
    assert ends(settled) == before


def test_who_is_not_trained_logs_nothing_but_keeps_the_own_signals(
    house: Flask, settled: Town
) -> None:
    browser = Browser(house, settled).log_in("untrained")
    assert "Volg eerst de training" in browser.get("signals.log", status=403)
    browser.post("signals.log", status=403)
    browser.get("signals.mine")
