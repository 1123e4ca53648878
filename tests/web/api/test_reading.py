"""What programs read is what the pages have: offers, released figures, training."""

from typing import Any

import pytest
from flask import Flask
from kit.offers import offer_of
from kit.open_data import ask as ask_open_data
from kit.open_data import figures_in, made
from kit.programs import ask, client_of, path_of, token_of
from kit.published import publish
from kit.town import Town
from kit.trail import entries

from signalering.domain.commands.directory.list import SearchDirectory
from signalering.models.directory.initiative import Initiative
from signalering.services.directory.offers import offers
from signalering.services.directory.searching import PAGE
from signalering.web.plain_json import plain


@pytest.fixture
def token(file_town: Town) -> str:
    return token_of(file_town, client_of(file_town))


def read(app: Flask, path: str, token: str) -> Any:
    answer = ask(app, path_of(path), token)
    assert answer.status_code == 200, path
    assert answer.headers["Content-Type"] == "application/json"
    return answer.json


def test_the_directory_is_that_of_the_public_page(app: Flask, file_town: Town, token: str) -> None:
    one = offer_of(file_town, contact_address="geheim@initiatief.test")
    with file_town.work(writes=False) as work:
        public = offers(work, SearchDirectory())
        row = work.data.get_one(Initiative, one)
        kind, area = row.kind, row.area
    got = read(app, "/initiatives", token)
    assert (got["items"], got["total"]) == (plain(public.offers), public.total)
    assert got["links"] == {
        "self": "https://signalering.test/api/v1/initiatives?page=1",
        "previous": None,
        "next": None,
    }
    assert "geheim@" not in str(got), "where referrals go is nobody's to know"
    found = read(app, f"/initiatives?kind={kind}&area={area}", token)["items"]
    assert found
    assert {(item["kind"], item["area"]) for item in found} == {(kind, area)}
    assert read(app, f"/initiatives/{one}", token) == next(
        item for item in got["items"] if item["id"] == str(one)
    )
    offer_of(file_town, active=False)
    assert ask(app, f"/initiatives/{one}", token).status_code == 404
    assert read(app, "/initiatives?name=Vitis%20Welzijn:%20maatjes", token)["items"] == []


def test_pages_are_turned_by_their_links(app: Flask, file_town: Town, token: str) -> None:
    with file_town.committed() as work:
        for number in range(PAGE + 2):
            work.data.add(
                Initiative(
                    name=f"Koffie {number}",
                    kind="drop_in",
                    pillar="encounters",
                    area="monster",
                    assured_on=work.clock.today(),
                )
            )
    first = read(app, "/initiatives?area=monster&name=koffie", token)
    second = read(app, first["links"]["next"], token)
    assert (len(first["items"]), len(second["items"])) == (PAGE, 2)
    assert second["links"]["next"] is None
    assert read(app, second["links"]["previous"], token) == first


def test_figures_are_those_of_open_data(app: Flask, file_town: Town, token: str) -> None:
    assert read(app, "/released-periods", token) == {"items": []}
    publish(file_town, [2026], 300)
    key = made(file_town)
    periods = read(app, "/released-periods", token)["items"]
    assert periods[0] == {
        "period": "2026",
        "firstDay": "2026-01-01",
        "lastDay": "2026-12-31",
        "tables": "https://signalering.test/api/v1/released-periods/2026/tables",
    }
    tables = read(app, periods[0]["tables"], token)["items"]
    for each in tables[:3]:
        theirs = read(app, each["dataset"], token)
        path = f"/open-data/v1/periods/2026/tables/{each['table']}.json"
        ours = ask_open_data(app, path, key).json
        assert theirs | {"href": ""} == ours | {"href": ""}
        assert figures_in(theirs)
    assert ask(app, "/released-periods/2031/tables", token).status_code == 404
    assert ask(app, "/released-periods/2026/tables/no-such", token).status_code == 404
    told = entries(file_town, "api_figures_read")
    assert {"period": "2026", "family": tables[0]["table"]} in [one["details"] for one in told]
