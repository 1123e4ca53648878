"""Addresses: English words in kebab-case, typed ids, and never a word about anybody.

An address ends up in histories, in logs and on other people's screens.
"""

import ast
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from flask import Flask
from jinja2 import nodes
from kit.browser_like import BASE, Browser
from kit.cases import opened, referral_in
from kit.routes import rules
from kit.signals import logged, taken
from kit.town import PEOPLE, Town
from werkzeug.routing import AnyConverter, IntegerConverter, UUIDConverter

from signalering.domain.states import ReferralState
from signalering.web.assets import DigestConverter
from signalering.web.figure_addresses import PeriodConverter, TableConverter
from signalering.web.paths import ASKED
from signalering.web.slugs import SlugConverter
from signalering.web.tokens import TokenConverter
from tests.contracts.access_table import TABLE
from tests.contracts.tree import PACKAGE, python_files, shown

TEMPLATES = PACKAGE / "templates"
WORD = re.compile(r"[a-z]+(-[a-z]+)*|v1")  # programs hold on to the version that they know
CODE = r"[a-z0-9_+-]{0,32}"
ID = r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
DAY = r"\d{4}-\d{2}-\d{2}"

# What may stand behind the question mark, what it looks like, and why it is there.
QUERY: dict[str, tuple[str, str]] = {
    "next": (r"/[a-z0-9/-]*(\?.*)?", "our own page that somebody was going to; in turn checked"),
    "first": (r"1", "whether somebody has just come in for the first time"),
    "queue": (CODE, "which part of the inbox or of the cases"),
    "after": (rf"(({DAY})?_{ID})?", "behind which row a page begins"),
    "page": (r"\d{0,6}", "which page of a list"),
    "period": (r"(\d{4}([HQ]\d)?)?", "which period's figures"),
    "beside": (r"(\d{4}([HQ]\d)?)?", "with which other period it is compared"),
    # What the organisation's log-in service answers with; OpenID Connect Core, 3.1.2.5.
    "state": (r"[A-Za-z0-9_-]*", "which question this answers, good for once; or that of cases"),
    "code": (r".*", "to be changed by us for who it is; worth nothing without our secret"),
    "iss": (r".*", "which service answers"),
    "error": (r"[a-z_]*", "why it does not"),
    "corrects": (r"\d{0,6}", "which entry of a case is put right"),
    "older": (r"\d{0,6}", "before which entry of a case its page begins"),
    "whole": (r"1", "whether all entries of a case stand on one page, to be printed"),
    "entry": (r"\d{0,6}", "which request in a case is answered"),
    "written_in": (r"(nl|en)?", "the language of a letter to a resident"),
    # The search of the directory.
    "pillar": (CODE, "of an initiative"),
    "kind": (CODE, "of an initiative"),
    "area": (CODE, "of an initiative, or of a part of the inbox"),
    "day": (CODE, "on which an initiative is there"),
    "speaks": (CODE, "which language they speak there"),
    "name": (r".{0,60}", "a part of an offer's name, which is public"),
    "q": (r".{0,60}", "words looked up in the guide, which knows of nobody"),
    "language": (r"(nl|en)?", "of the pages that everybody may see"),
    # What the inbox is narrowed by.
    "age_band": (CODE, "of a part of the inbox"),
    "reporter_group": (CODE, "of a part of the inbox"),
    "request": (CODE, "of a part of the inbox"),
    # What the list of cases is narrowed by, beside `area`; `state` is above.
    "due": (CODE, "what has to be done in the cases that are shown"),
    "quiet": (CODE, "for how long nothing was written in them"),
    "narrow": (r"(yes|no)?", "whether that is chosen anew"),
    # The search of the audit trail: ids, codes and days.
    "from_day": (rf"({DAY})?", "since when"),
    "to_day": (rf"({DAY})?", "until when"),
    "account": (rf"({ID})?", "who acted"),
    "action": (CODE, "what was done"),
    "object_kind": (CODE, "to what"),
    "outcome": (CODE, "how it ended"),
    "wanted": (r"[A-Z0-9-]{0,40}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "reference or id"),
    "before": (r"[0-9a-f_:.TZ+-]{0,100}", "where a page of the trail begins"),
}
# The forms that are sent by GET; any other is sent by POST, or its fields show in the address.
SENT_BY_GET = {
    "audit/patterns.html",
    "audit/trail.html",
    "cases/list.html",
    "directory/_offer.html",
    "macros/forms.html",
    "public/guide.html",
    "signals/inbox.html",
    "statistics/_around.html",
    "statistics/compare.html",
}
# Who hands on all that stands there, to a form or to something that reads one name of it.
READ_ALL = {
    "web/paths.py": set(ASKED),
    "routes/api/initiatives.py": {"pillar", "kind", "area", "day", "speaks", "name", "page"},
    "routes/api/workers.py": {"page"},
    "routes/accounts/list.py": {"name", "page"},
    "routes/network/mail.py": {"page"},
    "routes/network/newsletters.py": {"page"},
    "routes/cases/list.py": {"state", "due", "quiet", "area"},
    "routes/signals/inbox.py": {"area", "age_band", "reporter_group", "request"},
    "routes/audit/patterns.py": {"from_day", "to_day"},
    "routes/audit/trail.py": {
        "from_day",
        "to_day",
        "account",
        "action",
        "object_kind",
        "outcome",
        "wanted",
        "before",
    },
    "routes/directory/list.py": {"pillar", "kind", "area", "day", "speaks", "name", "page"},
    "routes/directory/offers.py": {"pillar", "kind", "area", "day", "speaks", "name", "page"},
    "routes/directory/organisations.py": {"page"},
    "routes/directory/places.py": {"page"},
    "routes/partners/list.py": {"name", "page"},
    "routes/public/guide.py": {"q"},
    "routes/referrals/propose.py": {"pillar", "kind", "area", "day", "speaks", "name", "page"},
}


def templates() -> list[Path]:
    return sorted(TEMPLATES.rglob("*.html"))


def calls_of_url_for(app: Flask, path: Path) -> Iterator[tuple[str | None, set[str]]]:
    """Endpoint (None when it is reckoned) and named values of every url_for in a template."""
    tree = app.jinja_env.parse(path.read_text("utf-8"))
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name == "url_for":
            first = call.args[0]
            endpoint = first.value if isinstance(first, nodes.Const) else None
            assert call.dyn_kwargs is None, "what goes into an address is named"
            yield endpoint, {value.key for value in call.kwargs}


LAID_DOWN = {"robots.txt", "sitemap.xml", "openapi.json", ".well-known", "security.txt"}


def test_every_step_of_an_address_is_an_english_word_in_kebab_case(app: Flask) -> None:
    for rule in rules(app):
        for step in rule.rule.strip("/").split("/"):
            # Names that search engines, the API Design Rules and RFC 9116 lay down.
            if step and not step.startswith("<") and step not in LAID_DOWN:
                assert WORD.fullmatch(step), rule.rule


def test_an_address_has_no_ending_slash(app: Flask) -> None:
    assert [rule.rule for rule in rules(app) if rule.rule != "/" and rule.rule.endswith("/")] == []


def test_values_in_an_address_are_typed(app: Flask) -> None:
    for rule in rules(app):
        for name, converter in rule._converters.items():
            if name.endswith("_id"):
                assert isinstance(converter, UUIDConverter), rule.rule
            else:
                typed = (
                    AnyConverter
                    | DigestConverter
                    | IntegerConverter
                    | PeriodConverter
                    | TableConverter
                    | TokenConverter
                    | SlugConverter
                )
                assert isinstance(converter, typed), rule.rule


def test_the_task_stands_in_its_own_address(app: Flask) -> None:
    """One address a task, one task an address."""
    addresses = [rule.rule for rule in rules(app)]
    assert len(addresses) == len(set(addresses))
    endpoints = [rule.endpoint for rule in rules(app)]
    assert len(endpoints) == len(set(endpoints))


def test_links_carry_known_values_alone(app: Flask) -> None:
    typed = {rule.endpoint: set(rule._converters) for rule in rules(app)}
    for path in templates():
        for endpoint, names in calls_of_url_for(app, path):
            if endpoint is not None:
                assert endpoint in TABLE, shown(path)
                extra = names - typed[endpoint]
            else:
                extra = names
            assert extra <= set(QUERY), (shown(path), endpoint)


def test_links_give_every_id_that_their_address_needs(app: Flask) -> None:
    # What a file holds fills in its own digest.
    needed = {
        rule.endpoint: set(rule._converters) - set(rule.defaults or {}) - {"digest"}
        for rule in rules(app)
    }
    for path in templates():
        for endpoint, names in calls_of_url_for(app, path):
            if endpoint is not None:
                assert needed[endpoint] <= names, (shown(path), endpoint)


def read_by_name(tree: ast.AST) -> tuple[set[str], int]:
    """Names that `request.args.get` is asked for, and how often `request.args` stands there."""
    names, mentions = set(), 0
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and ast.unparse(node) == "request.args":
            mentions += 1
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "request.args.get":
            name = node.args[0]
            assert isinstance(name, ast.Constant)
            names.add(str(name.value))
    return names, mentions


def test_routes_read_known_values_alone() -> None:
    """`request.args` is read by names that have their line above, or handed on by a few."""
    handing_on = set()
    for path in python_files(PACKAGE):
        text = path.read_text("utf-8")
        assert not re.search(r"\brequest\.(values|query_string)\b", text), shown(path)
        names, mentions = read_by_name(ast.parse(text))
        assert names <= set(QUERY), shown(path)
        if mentions > len(names):
            handing_on.add(path.relative_to(PACKAGE).as_posix())
    assert handing_on == set(READ_ALL)
    assert set().union(*READ_ALL.values()) <= set(QUERY)


def test_only_these_forms_are_sent_by_get() -> None:
    found = {
        path.relative_to(TEMPLATES).as_posix()
        for path in templates()
        for form in re.findall(r"<form\b[^>]*>", path.read_text("utf-8"))
        if not re.search(r"""method=["']post["']""", form, re.IGNORECASE)
    }
    assert found == SENT_BY_GET


@pytest.mark.parametrize(
    ("key", "endpoint", "route"),
    [
        ("privacy_officer", "audit.trail", "routes/audit/trail.py"),
        ("privacy_officer", "audit.patterns", "routes/audit/patterns.py"),
        ("coordinator", "directory.list", "routes/directory/list.py"),
        ("administrator", "accounts.list", "routes/accounts/list.py"),
        ("administrator", "partners.list", "routes/partners/list.py"),
    ],
)
def test_the_fields_of_a_form_sent_by_get_have_their_lines(
    browser: Browser, key: str, endpoint: str, route: str
) -> None:
    page = browser.log_in(key).get(endpoint)
    (form,) = re.findall(r'<form\b[^>]*method="get".*?</form>', page, re.DOTALL)
    names = set(re.findall(r'\bname="([^"]+)"', form))
    assert names
    assert names <= READ_ALL[route]


@pytest.fixture
def busy(file_town: Town) -> Town:
    """A town with something on every list."""
    logged(file_town)
    taken(file_town)
    opened(file_town)
    referral_in(file_town, ReferralState.PROPOSED)
    return file_town


def addresses_of(text: str) -> set[str]:
    """Where a page leads to."""
    return {unescape(found) for found in re.findall(r'\b(?:href|(?:form)?action)="([^"]*)"', text)}


def explore(app: Flask, town: Town, key: str) -> Iterator[tuple[str, str]]:
    """Every address that this person's pages lead to, with the page it stood on."""
    browser = Browser(app, town).log_in(key)
    waiting, known = ["/start"], {"/start"}
    while waiting and len(known) < 120:
        page = waiting.pop()
        answer = browser.client.get(page, base_url=BASE)
        assert answer.status_code in {200, 302, 403, 405}, page
        found = {answer.location} if answer.location else set()
        if answer.mimetype == "text/html":
            found |= addresses_of(answer.get_data(as_text=True))
        for address in sorted(found):
            yield page, address
            parts = urlsplit(address)
            own = not parts.netloc and parts.path.startswith("/")
            # Chapters of the guide are text alone, and there are many.
            if (
                own
                and not parts.path.startswith(("/static/", "/guide/"))
                and parts.path not in known
            ):
                known.add(parts.path)
                waiting.append(address)


@pytest.mark.parametrize("key", PEOPLE)
def test_no_page_leads_to_an_address_with_words(app: Flask, busy: Town, key: str) -> None:
    visited = set()
    for page, address in explore(app, busy, key):
        visited.add(urlsplit(page).path)
        assert "@" not in address or address.startswith("mailto:"), page
        for name, value in parse_qsl(urlsplit(address).query, keep_blank_values=True):
            assert name in QUERY, (page, address)
            assert re.fullmatch(QUERY[name][0], value), (page, address)
    rooms = {re.sub(ID, "id", path) for path in visited}
    assert len(rooms) > 4, "it went somewhere"
    if key == "coordinator":
        assert {"/signals/id", "/cases/id", "/statistics", "/directory"} <= rooms
