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
from tests.contracts.access_table import TABLE
from tests.contracts.tree import PACKAGE, python_files, shown
from flask import Flask
from jinja2 import nodes
from kit.browser_like import BASE, Browser
from kit.routes import rules
from kit.signals import logged, taken
from kit.town import PEOPLE, Town
from werkzeug.routing import AnyConverter, IntegerConverter, PathConverter, UUIDConverter

TEMPLATES = PACKAGE / "templates"
WORD = re.compile(r"[a-z]+(-[a-z]+)*")
CODE = r"[a-z0-9_+-]{0,32}"
ID = r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
DAY = r"\d{4}-\d{2}-\d{2}"

# What may stand behind the question mark, what it looks like, and why it is there.
QUERY: dict[str, tuple[str, str]] = {
    "next": (r"/[a-z0-9/-]*(\?.*)?", "our own page that somebody was going to; in turn checked"),
    "queue": (CODE, "which part of the inbox"),
    "after": (rf"({DAY}_{ID})?", "where a page of the inbox begins"),
    "page": (r"\d{0,6}", "which page of a list"),
    # The search of the audit trail: ids, codes and days.
    "from_day": (rf"({DAY})?", "since when"),
    "to_day": (rf"({DAY})?", "until when"),
    "account": (rf"({ID})?", "who acted"),
    "action": (CODE, "what was done"),
    "object_kind": (CODE, "to what"),
    "outcome": (CODE, "how it ended"),
    "wanted": (r"[A-Z0-9-]{0,40}", "a reference or an id"),
    "before": (r"[0-9a-f_:.TZ+-]{0,100}", "where a page of the trail begins"),
}
# The forms that are sent by GET; any other is sent by POST, or its fields show in the address.
SENT_BY_GET = {"audit/trail.html"}
# Fields whose names stand in no address: the form alone reads them.
READ_ALL = {"routes/audit/trail.py"}


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


def test_every_step_of_an_address_is_an_english_word_in_kebab_case(app: Flask) -> None:
    for rule in rules(app):
        for step in rule.rule.strip("/").split("/"):
            if step and not step.startswith("<"):
                assert WORD.fullmatch(step), rule.rule


def test_an_address_has_no_ending_slash(app: Flask) -> None:
    assert [rule.rule for rule in rules(app) if rule.rule != "/" and rule.rule.endswith("/")] == []


def test_values_in_an_address_are_typed(app: Flask) -> None:
    for rule in rules(app):
        for name, converter in rule._converters.items():
            if rule.endpoint == "static":
                assert isinstance(converter, PathConverter)
            elif name.endswith("_id"):
                assert isinstance(converter, UUIDConverter), rule.rule
            else:
                assert isinstance(converter, AnyConverter | IntegerConverter), rule.rule


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
    needed = {
        rule.endpoint: set(rule._converters) - set(rule.defaults or {}) for rule in rules(app)
    }
    for path in templates():
        for endpoint, names in calls_of_url_for(app, path):
            if endpoint is not None:
                assert needed[endpoint] <= names, (shown(path), endpoint)


def test_routes_read_known_values_alone() -> None:
    """`request.args` is read by name, and every name has its line above."""
    for path in python_files(PACKAGE):
        tree = ast.parse(path.read_text("utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and node.attr in ("values", "query_string"):
                assert ast.unparse(node.value) != "request", shown(path)
            if not isinstance(node, ast.Call):
                continue
            function = ast.unparse(node.func)
            if function.startswith("request.args.") and node.args:
                name = node.args[0]
                assert isinstance(name, ast.Constant), shown(path)
                assert name.value in QUERY, shown(path)


def test_only_these_forms_are_sent_by_get() -> None:
    found = {
        path.relative_to(TEMPLATES).as_posix()
        for path in templates()
        for form in re.findall(r"<form\b[^>]*>", path.read_text("utf-8"))
        if not re.search(r"""method=["']post["']""", form, re.IGNORECASE)
    }
    assert found == SENT_BY_GET


def test_the_fields_of_a_form_sent_by_get_have_their_lines(browser: Browser) -> None:
    page = browser.log_in("privacy_officer").get("audit.trail")
    (form,) = re.findall(r'<form\b[^>]*method="get".*?</form>', page, re.DOTALL)
    names = set(re.findall(r'\bname="([^"]+)"', form))
    assert names
    assert names <= set(QUERY)


@pytest.fixture
def busy(file_town: Town) -> Town:
    """A town with something on every list."""
    for _ in range(2):
        logged(file_town)
        taken(file_town)
    return file_town


def addresses_of(text: str) -> set[str]:
    """Where a page leads to."""
    return {unescape(found) for found in re.findall(r'\b(?:href|action)="([^"]*)"', text)}


def explore(app: Flask, town: Town, key: str) -> Iterator[tuple[str, str]]:
    """Every address that this person's pages lead to, with the page it stood on."""
    browser = Browser(app, town).log_in(key)
    waiting, known = ["/start"], {"/start"}
    while waiting and len(known) < 60:
        page = waiting.pop()
        answer = browser.client.get(page, base_url=BASE)
        found = {answer.location} if answer.location else set()
        if answer.mimetype == "text/html":
            found |= addresses_of(answer.get_data(as_text=True))
        for address in sorted(found):
            yield page, address
            parts = urlsplit(address)
            if parts.scheme in ("", "https") and parts.path not in known:
                known.add(parts.path)
                if not parts.netloc and parts.path.startswith("/"):
                    waiting.append(address)


@pytest.mark.parametrize("key", PEOPLE)
def test_no_page_leads_to_an_address_with_words(app: Flask, busy: Town, key: str) -> None:
    seen = 0
    for page, address in explore(app, busy, key):
        seen += 1
        assert "@" not in address or address.startswith("mailto:"), page
        for name, value in parse_qsl(urlsplit(address).query, keep_blank_values=True):
            assert name in QUERY, (page, address)
            assert re.fullmatch(QUERY[name][0], value), (page, address)
    assert seen > 10
