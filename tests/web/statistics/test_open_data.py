"""Released figures for programs: whole JSON-stat, by a key alone, and nothing unpublished."""

import json
import re
from collections import Counter
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from kit.browser_like import BASE, Browser
from kit.open_data import CODES, PERIODS, ask, figures_in, key_row, made, table_path
from kit.published import publish
from kit.town import Town
from kit.trail import entries
from sqlalchemy import select, update

from signalering.domain.throttles import IN_A_MINUTE, RULES, Tried
from signalering.domain.views.statistics.open_data import Reader
from signalering.domain.vocabularies import vocabulary
from signalering.models.statistics.release import PublishedCell, TablePlan
from signalering.services.retention._snapshot import NEVER
from signalering.services.statistics._published import published
from signalering.services.statistics.open_data_reader import count_read
from signalering.services.statistics.open_data_withdraw import withdraw_key
from signalering.vault.links import new_token


@pytest.fixture
def token(file_town: Town) -> str:
    return made(file_town)


def fetched(app: Flask, path: str, token: str) -> Any:
    answer = ask(app, path, token)
    assert answer.status_code == 200, path
    assert answer.headers["Content-Type"] == "application/json"
    return json.loads(answer.data)


def test_a_program_finds_its_way_from_the_periods_to_every_cell(
    app: Flask, file_town: Town, token: str
) -> None:
    codes = publish(file_town, [2025, 2026], 300, seed=7)
    periods = fetched(app, PERIODS, token)
    assert (periods["version"], periods["class"]) == ("2.0", "collection")
    assert periods["source"] == "Signalering, Gemeente Proefdorp"
    links = periods["link"]["item"]
    assert {item["extension"]["code"] for item in links} == set(codes)
    assert links[0]["label"] == "heel 2026"
    assert links[0]["extension"] == {
        "code": "2026",
        "first_day": "2026-01-01",
        "last_day": "2026-12-31",
        "en": {"label": "all of 2026"},
    }
    found: Counter[int] = Counter()
    for item in links:
        assert item["class"] == "collection"
        period = fetched(app, item["href"].removeprefix(BASE), token)
        for each in period["link"]["item"]:
            assert each["class"] == "dataset"
            found.update(figures_in(fetched(app, each["href"].removeprefix(BASE), token)))
    with file_town.work(writes=False) as work:
        assert found == Counter(work.data.scalars(select(PublishedCell.figure)))


def test_a_dataset_is_whole(app: Flask, file_town: Town, token: str) -> None:
    publish(file_town, [2026], 300)
    with file_town.committed() as work:
        table = published(work, "2026").table("area x age")
        assert table is not None
        work.data.execute(
            update(PublishedCell)
            .where(PublishedCell.table == table.code, PublishedCell.categories == "monster|75+")
            .values(figure=0)
        )
    with file_town.work(writes=False) as work:
        table = published(work, "2026").table("area x age")
    assert table is not None
    got = fetched(app, table_path("2026", "area-x-age"), token)
    assert (got["version"], got["class"]) == ("2.0", "dataset")
    assert got["href"] == BASE + table_path("2026", "area-x-age")
    assert got["id"] == ["period", "counted", "area", "age"]
    assert got["role"] == {"time": ["period"], "metric": ["counted"], "geo": ["area"]}
    assert got["updated"] == "2027-01-01"
    assert set(got["dimension"]) == set(got["id"])
    for name, size in zip(got["id"], got["size"], strict=True):
        category = got["dimension"][name]["category"]
        assert len(category["index"]) == size == len(set(category["index"]))
        assert set(category["label"]) == set(category["index"])
        english = got["dimension"][name]["extension"]["en"]
        assert set(english["category"]["label"]) == set(category["index"])
    # Row-major, the last dimension first (json-stat.org/full, "value").
    areas = got["dimension"]["area"]["category"]["index"]
    ages = got["dimension"]["age"]["category"]["index"]
    places = [(area, age) for area in areas for age in ages]
    assert got["value"] == [table.cells[place].figure for place in places]
    noughts = {str(at) for at, value in enumerate(got["value"]) if value == 0}
    assert str(places.index(("monster", "75+"))) in noughts
    assert got["status"] == dict.fromkeys(noughts, "0-4")
    for code in ("rounded", "small", "totals", "frozen"):
        assert vocabulary("figure_notes").label(code, "nl") in got["note"]
        assert vocabulary("figure_notes").label(code, "en") in got["extension"]["en"]["note"]


def test_totals_are_a_dataset_too(app: Flask, file_town: Town, token: str) -> None:
    publish(file_town, [2026])
    got = fetched(app, table_path("2026", "total"), token)
    assert got["id"] == ["period", "counted"]
    assert got["dimension"]["counted"]["category"]["index"] == ["registered", "closed"]
    with file_town.work(writes=False) as work:
        view = published(work, "2026")
    assert view.closed is not None
    assert got["value"] == [view.total.figure, view.closed.figure]


def test_a_cell_that_is_not_published_is_null(app: Flask, file_town: Town, token: str) -> None:
    publish(file_town, [2026])
    with file_town.committed() as work:
        cell = work.data.scalars(select(PublishedCell).where(PublishedCell.table == "ages-4"))
        work.data.delete(cell.first())
    got = [fetched(app, table_path(p, "age"), token) for p in ("2026", "2026Q1")]
    values = [value for each in got for value in each["value"]]
    assert values.count(None) <= 1
    for each in got:
        assert not {at for at in each["status"] if each["value"][int(at)] is None}


def test_the_dictionary_has_every_code_in_two_languages(
    app: Flask, file_town: Town, token: str
) -> None:
    publish(file_town, [2025, 2026], 300)
    got = fetched(app, CODES, token)
    items = got["link"]["item"]
    known = {item["extension"]["classification"]: item for item in items}
    assert len(known) == len(items), "the plans of both years have the same classes"
    with file_town.work(writes=False) as work:
        axes = {axis for table in published(work, "2026").tables for axis in table.axes}
    assert {axis.code for axis in axes} <= set(known)
    for axis in axes:
        item = known[axis.code]
        assert item["class"] == "dimension"
        assert item["category"]["label"] == {label.code: label.nl for label in axis.labels}
        english = item["extension"]["en"]["category"]["label"]
        assert english == {label.code: label.en for label in axis.labels}
        assert item["extension"]["dimension"] == axis.dimension
    assert known["ages-4"]["extension"]["years"] == [2025, 2026]
    assert figures_in(got) == []


def test_a_class_that_counts_other_codes_stands_apart(
    app: Flask, file_town: Town, token: str
) -> None:
    publish(file_town, [2025, 2026], 300)
    with file_town.committed() as work:
        row = work.data.scalars(select(TablePlan).where(TablePlan.year == 2025)).one()
        row.plan = row.plan.replace('["care"]', '["care", "resident"]')
    items = fetched(app, CODES, token)["link"]["item"]
    fine = [each for each in items if each["extension"]["classification"] == "groups-5"]
    told = {tuple(each["extension"]["years"]): each["extension"]["members"] for each in fine}
    assert told[(2025,)]["care"] == ["care", "resident"]
    assert told[(2026,)]["care"] == ["care"]


def test_before_a_release_there_is_nothing(app: Flask, token: str) -> None:
    assert fetched(app, PERIODS, token)["link"]["item"] == []
    assert fetched(app, CODES, token)["link"]["item"] == []


def test_what_a_program_has_it_need_not_fetch_again(
    app: Flask, file_town: Town, token: str
) -> None:
    publish(file_town, [2026])
    path = table_path("2026", "age")
    first = ask(app, path, token)
    tag = first.headers["ETag"]
    assert first.headers["Cache-Control"] == "private, no-cache"
    assert "Authorization" in first.headers["Vary"]
    again = ask(app, path, token, **{"If-None-Match": tag})
    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["ETag"] == tag
    assert again.headers["Cache-Control"] == "private, no-cache"
    assert ask(app, path, token, **{"If-None-Match": '"other"'}).status_code == 200
    head = ask(app, path, token, "HEAD")
    assert (head.status_code, head.data) == (200, b"")
    assert head.headers["ETag"] == tag
    assert head.headers["Content-Length"] == str(len(first.data))
    for answer in (first, again, head):
        assert "Set-Cookie" not in answer.headers
        assert not [
            name for name, _ in answer.headers.to_wsgi_list() if name.startswith("Access-Control")
        ]
    # What was given is in the trail: twice, and not for "not modified" or a head.
    assert [entry["details"] for entry in entries(file_town, "open_data_read")] == [
        {"period": "2026", "family": "age"}
    ] * 2
    key_id = str(key_row(file_town).id)
    for entry in entries(file_town, "open_data_read"):
        assert (entry["actor"], entry["hat"], entry["object"]) == ("", "", key_id)


def test_without_a_key_nobody_gets_in(app: Flask, browser: Browser, file_town: Town) -> None:
    publish(file_town, [2026])
    made(file_town, "Kort", days=1)
    short = made(file_town, "Ander", days=1)
    path = table_path("2026", "age")
    file_town.clock.move_to(file_town.clock.now() + timedelta(days=2))
    browser.log_in("manager")
    for answer in (
        ask(app, path, None),
        browser.client.get(path, base_url=BASE),  # a session is no key
        ask(app, path, None, Authorization="Basic abc"),
        ask(app, path, None, Authorization="Bearer"),
        ask(app, path, None, Authorization="Bearer " + "x" * 5000),
        ask(app, path, new_token()),
        ask(app, path, short),  # its last day is over
        ask(app, f"{path}?access_token={new_token()}", None),
    ):
        assert answer.status_code == 401
        assert answer.headers["Content-Type"] == "application/problem+json"
        assert answer.headers["WWW-Authenticate"].startswith('Bearer realm="open-data"')
        assert answer.headers["Cache-Control"] == "no-store"
        told = json.loads(answer.data)
        assert (told["status"], told["title"]) == (401, "Unauthorized")
        assert told["detail"]
    assert "invalid_token" in ask(app, path, new_token()).headers["WWW-Authenticate"]
    assert "invalid_token" not in ask(app, path, None).headers["WWW-Authenticate"]


def test_a_key_works_on_its_last_day(app: Flask, file_town: Town) -> None:
    token = made(file_town, days=2)
    file_town.clock.move_to(file_town.clock.now() + timedelta(days=2))
    assert ask(app, PERIODS, token).status_code == 200


def test_a_withdrawn_key_is_none(app: Flask, file_town: Town, token: str) -> None:
    with file_town.committed("administrator") as work:
        withdraw_key(work, key_row(file_town).id)
    assert ask(app, PERIODS, token).status_code == 401
    assert key_row(file_town).used_on is None


def test_who_guesses_has_to_wait_and_a_right_key_does_not(
    app: Flask, file_town: Town, token: str
) -> None:
    codes = [ask(app, PERIODS, new_token()).status_code for _ in range(12)]
    assert codes == [401] * 11 + [429]
    assert RULES[Tried.OPEN_DATA].free == 10
    late = ask(app, PERIODS, new_token())
    assert late.headers["Content-Type"] == "application/problem+json"
    assert int(late.headers["Retry-After"]) >= 1
    assert ask(app, PERIODS, token).status_code == 200


def test_a_key_reads_so_many_a_minute_and_others_are_not_kept_waiting(
    app: Flask, file_town: Town, token: str
) -> None:
    other = made(file_town, "Ander")
    most = IN_A_MINUTE[Tried.OPEN_DATA_READ]
    assert ask(app, PERIODS, token).status_code == 200
    for _ in range(most - 1):
        with file_town.work() as work:
            count_read(work, Reader(key_row(file_town).id))
    late = ask(app, PERIODS, token)
    assert late.status_code == 429
    assert 1 <= int(late.headers["Retry-After"]) <= 60
    assert ask(app, PERIODS, other).status_code == 200
    file_town.clock.move_to(file_town.clock.now() + timedelta(minutes=1))
    assert ask(app, PERIODS, token).status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        f"{PERIODS}/1999",
        f"{PERIODS}/2026Q7",
        f"{PERIODS}/2026%00",
        f"{PERIODS}/{'9' * 4000}",
        table_path("1999", "age"),
        table_path("2026", "all"),
        table_path("2026", "no-such-table"),
        table_path("2026", "age%00"),
        table_path("2026", "a" * 4000),
        "/open-data/v1/nothing",
        "/open-data/v1/",
    ],
)
def test_what_is_not_there_is_a_problem(app: Flask, file_town: Town, token: str, path: str) -> None:
    publish(file_town, [2026])
    answer = ask(app, path, token)
    assert answer.status_code == 404
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert json.loads(answer.data)["title"] == "Not Found"
    assert entries(file_town, "open_data_read") == []


def test_another_method_is_a_problem(app: Flask, token: str) -> None:
    answer = ask(app, PERIODS, token, "DELETE")
    assert answer.status_code == 405
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert re.search("GET", answer.headers["Allow"])


def test_a_fault_is_a_problem_without_a_word(
    app: Flask, file_town: Town, token: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_args: object) -> None:
        raise ValueError("a secret")

    monkeypatch.setattr("signalering.routes.statistics.open_data_periods.open_periods", broken)
    answer = ask(app, PERIODS, token)
    assert answer.status_code == 500
    told = json.loads(answer.data)
    assert re.fullmatch(r"[0-9a-f]{8}", told["reference"])
    assert "secret" not in answer.get_data(as_text=True)


def test_keys_are_in_no_backup() -> None:
    """Put back, one that was withdrawn would let in again."""
    assert "open_data_key" in NEVER
