"""Keys for open data, and programs that come with one."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from flask import Flask
from sqlalchemy import select
from werkzeug.test import TestResponse

from kit.browser_like import BASE
from kit.form import Form
from kit.town import Town
from signalering.domain.commands.statistics.open_data_keys import MakeKey
from signalering.models.statistics.open_data_key import OpenDataKey
from signalering.services.statistics.open_data_keys import make_key

PERIODS = "/open-data/v1/periods"
CODES = "/open-data/v1/codes"


def made(town: Town, name: str = "Dashboard", *, days: int = 30) -> str:
    """A key that works for so many days from now."""
    with town.committed("administrator") as work:
        return make_key(work, MakeKey(name, town.clock.today() + timedelta(days=days)))


def key_row(town: Town, name: str = "Dashboard") -> OpenDataKey:
    """Its row as it is now."""
    with town.work(writes=False) as work:
        row = work.data.scalars(select(OpenDataKey).where(OpenDataKey.name == name)).one()
        work.data.expunge(row)
        return row


def ask(
    app: Flask, path: str, token: str | None, method: str = "GET", **headers: str
) -> TestResponse:
    """As a program does: without a cookie."""
    sent: Mapping[str, str] = {} if token is None else {"Authorization": f"Bearer {token}"}
    client = app.test_client()
    return client.open(path, method=method, base_url=BASE, headers={**sent, **headers})


def table_path(period: str, table: str) -> str:
    """Where a table stands."""
    return f"{PERIODS}/{period}/tables/{table}.json"


def figures_in(document: Any) -> list[int]:
    """Every number at the place of values, wherever in an answer that stands."""
    if isinstance(document, list):
        return [number for each in document for number in figures_in(each)]
    if not isinstance(document, dict):
        return []
    own = [value for value in document.get("value", []) if value is not None]
    return own + [number for each in document.values() for number in figures_in(each)]


def key_forms(town: Town) -> dict[str, Form]:
    """By endpoint, each as it would be carried out."""
    made(town, "Oud programma")
    key_id: UUID = key_row(town, "Oud programma").id
    until = (town.clock.today() + timedelta(days=200)).isoformat()
    return {
        "statistics.open_data_keys": Form(
            "administrator",
            values={"name": "Nieuw programma", "until_on": until},
            codes=("until_on",),
            words=("name",),
        ),
        "statistics.open_data_withdraw": Form("administrator", {"key_id": key_id}),
    }
