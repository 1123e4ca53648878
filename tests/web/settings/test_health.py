"""Whether a node lives and can serve; and what everybody is told when it can't."""

import json
from collections.abc import Iterable
from typing import Any

import pytest
from flask import Flask
from kit.browser_like import BASE, Browser
from kit.readiness import data_away, ready_to_serve
from kit.town import Town
from prometheus_client.parser import text_string_to_metric_families
from sqlalchemy import text

from signalering.web.metrics import watching

PARTS = {"database", "keystore", "secrets", "team_key"}


@pytest.fixture(autouse=True)
def own_secrets(file_town: Town) -> None:
    ready_to_serve(file_town)


def asked(town: Town, path: str) -> tuple[str, str]:
    said: list[str] = []

    def start(status: str, headers: Iterable[Any]) -> None:
        said.append(status)

    body = watching(town.house)({"PATH_INFO": path, "REQUEST_METHOD": "GET"}, start)
    return said[0], b"".join(body).decode()


def without(town: Town, table: str, *, keystore: bool = False) -> None:
    engine = town.house.keystore if keystore else town.house.data
    with engine.begin() as connection:
        connection.execute(text(f"ALTER TABLE {table} RENAME TO {table}_gone"))


def test_ready_when_all_is_there(browser: Browser) -> None:
    answer = browser.client.get("/readyz", base_url=BASE)
    assert (answer.status_code, answer.json) == (200, dict.fromkeys(PARTS, True))
    assert browser.client.get("/healthz", base_url=BASE).json == {"alive": True}


def test_another_version_is_not_ready(browser: Browser, file_town: Town) -> None:
    with file_town.house.data.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    answer = browser.client.get("/readyz", base_url=BASE)
    assert answer.status_code == 503
    assert answer.json is not None
    assert not answer.json["database"]
    assert answer.json["keystore"]
    assert browser.client.get("/healthz", base_url=BASE).status_code == 200


def test_while_the_database_is_away_a_form_is_refused_and_shown(
    app: Flask, file_town: Town
) -> None:
    browser = Browser(app, file_town).log_in("worker")
    token = browser.token()
    sent = {"csrf_token": token, "note": "Nog te bewaren."}
    with data_away(file_town, app.extensions["signalering"]):
        answer = browser.client.post("/signals/log", base_url=BASE, data=sent)
        ready = browser.client.get("/readyz", base_url=BASE)
    page = answer.get_data(as_text=True)
    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "5"
    assert "even niet" in page
    assert "Nog te bewaren." in page
    assert ready.status_code == 503
    assert ready.json is not None
    assert (ready.json["database"], ready.json["keystore"]) == (False, True)
    assert browser.client.get("/readyz", base_url=BASE).status_code == 200


def test_a_table_that_is_not_there_is_a_fault_of_ours(app: Flask, file_town: Town) -> None:
    browser = Browser(app, file_town).log_in("worker")
    without(file_town, "log_in_session")
    assert browser.client.get("/signals/log", base_url=BASE).status_code == 500


def test_figures_say_nothing_of_pages_or_people(app: Flask, file_town: Town) -> None:
    Browser(app, file_town).log_in("worker").get("signals.log")
    status, body = asked(file_town, "/metrics")
    assert status.startswith("200")
    families = {one.name: one for one in text_string_to_metric_families(body)}
    assert {
        "signalering_answers",
        "signalering_answer_seconds",
        "signalering_slow_queries",
        "signalering_ready",
        "signalering_state",
        "signalering_job_done_seconds",
    } <= set(families)
    labels = {name for one in families.values() for got in one.samples for name in got.labels}
    assert labels <= {"method", "status", "le", "part", "check", "job"}
    for mine in ("signals", "worker", file_town.people["worker"].email):
        assert mine not in body.replace('job="signals"', "")


@pytest.mark.parametrize("path", ["/", "/metrics/x", "/cases"])
def test_that_port_serves_nothing_else(file_town: Town, path: str) -> None:
    assert asked(file_town, path)[0].startswith("404")


def test_that_port_tells_of_a_database_that_is_gone(file_town: Town) -> None:
    assert json.loads(asked(file_town, "/readyz")[1]) == dict.fromkeys(PARTS, True)
    without(file_town, "group_epoch", keystore=True)
    status, body = asked(file_town, "/readyz")
    assert status.startswith("503")
    assert json.loads(body)["team_key"] is False
    assert 'signalering_ready{part="team_key"} 0.0' in asked(file_town, "/metrics")[1]
