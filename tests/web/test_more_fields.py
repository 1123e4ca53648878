"""Fields that no form has, sent along with every form: nothing of them is used.

Each is named as something that is kept (an owner, a role, a state, a version, a key) and holds a
mark. A form that took one would write the mark, or fall over a constraint.
"""

from collections.abc import Iterator

import pytest
from flask import Flask
from kit.account_forms import KEYLESS
from kit.bad_input import encoded, forms
from kit.browser_like import BASE, Browser, app_of, close
from kit.cases import case_row
from kit.databases import SqliteTowns
from kit.dump import steal
from kit.form_pages import ENDPOINTS
from kit.town import Town
from sqlalchemy import Uuid

from signalering.models.tables import METADATA

MARK_ID = "feedface-feed-4ace-8eed-feedfacefeed"
MARK = "zz_more_than_asked"
# Hats and powers as somebody might guess them.
GUESSED = (
    "hats",
    "role",
    "roles",
    "is_admin",
    "admin",
    "is_active",
    "permissions",
    "owner",
    "user",
)
# After these a browser is nobody's, or its account is another: they come last.
LAST = (
    "accounts.hat",
    "accounts.hats",
    "accounts.reset",
    "accounts.passphrase",
    "accounts.deactivate",
    "accounts.end_session",
    "accounts.log_out",
)


@pytest.fixture
def filled(sqlite_towns: SqliteTowns, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """A town where each form could be sent."""
    with sqlite_towns.town(tmp_path_factory.mktemp("more"), remembered=False) as made:
        yield made


@pytest.fixture
def house(filled: Town) -> Iterator[Flask]:
    made = app_of(filled)
    yield made
    close(made)


def kept_names() -> dict[str, str]:
    """The name of each column of either database, with a mark that would show."""
    columns = [
        column
        for metadata in METADATA.values()
        for table in metadata.tables.values()
        for column in table.columns
    ]
    marks = {column.name: MARK_ID if isinstance(column.type, Uuid) else MARK for column in columns}
    return marks | dict.fromkeys(GUESSED, MARK)


def test_what_no_form_asks_is_kept_nowhere(house: Flask, filled: Town) -> None:
    sent = forms(filled)
    browsers: dict[str, Browser] = {}
    done = set()
    for endpoint in sorted(sent, key=lambda one: (one in LAST, one)):
        form = sent[endpoint]
        if form.who == KEYLESS:
            continue
        if form.who not in browsers:
            browser = Browser(house, filled)
            browsers[form.who] = browser if form.who == "nobody" else browser.log_in(form.who)
        browser = browsers[form.who]
        if "case_id" in form.ids and "version" in form.values:
            # Others were sent for the same case meanwhile.
            form.values["version"] = str(case_row(filled, form.ids["case_id"]).version)
        own = {"csrf_token", *form.values}
        more = {name: [mark] for name, mark in kept_names().items() if name not in own}
        answer = browser.client.post(
            browser.url(endpoint, **form.ids),
            data=encoded({"csrf_token": [browser.token()], **form.body, **more}),
            content_type="application/x-www-form-urlencoded",
            base_url=BASE,
            headers={"Referer": f"{BASE}/"},
        )
        assert answer.status_code < 500, endpoint
        if answer.status_code in (200, 204, 302, 303):
            done.add(endpoint)
    marks = [
        f"{table}.{name}"
        for table, rows in steal(filled.house).tables.items()
        for row in rows
        for name, value in row.items()
        if MARK in str(value) or MARK_ID in str(value)
    ]
    assert marks == []
    # Of the others, some name one of these a field of their own, and some came after another.
    assert len(done) > len(ENDPOINTS) * 2 / 3, set(sent) - done
