"""The description is what is served, and says what there is: no more and no less."""

import json
import re
from importlib.resources import files
from typing import Any

import pytest
from flask import Flask
from kit.browser_like import BASE
from kit.programs import ask
from kit.routes import methods_of, rules

from signalering.domain.api import VERSION, ApiScope
from signalering.domain.commands.api.signal_links import FROM_PROGRAMS, SEVERAL
from signalering.domain.endpoints import PROGRAMS
from signalering.domain.offers import WEEKDAYS
from signalering.domain.packaged import packaged
from signalering.domain.vocabularies import vocabulary
from signalering.web.plain_json import camel
from signalering.web.queries import LONGEST_NAME, WRITTEN

DOCUMENT = packaged("api/openapi")
PREFIX = "/api/v1"


def spelled(rule: str) -> str:
    """An address of ours as the description spells it."""
    return re.sub(r"<(?:\w+:)?(\w+)>", lambda found: f"{{{camel(found[1])}}}", rule)


def test_what_is_served_is_what_is_packaged(app: Flask) -> None:
    text = (files("signalering") / "data" / "api" / "openapi.json").read_text("utf-8")
    answer = ask(app, "/openapi.json")
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "application/json"
    assert json.loads(answer.data) == json.loads(text)
    # Tools on another site may read this, and nothing else.
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert DOCUMENT["openapi"].startswith("3.1.")
    assert DOCUMENT["info"]["version"] == VERSION
    assert VERSION.split(".")[0] == PREFIX[-1]
    assert DOCUMENT["servers"] == [{"url": PREFIX}]


def test_every_address_is_described_and_every_description_has_one(app: Flask) -> None:
    ours = {
        spelled(rule.rule.removeprefix(PREFIX)): (rule.endpoint, methods_of(app, rule.endpoint))
        for rule in rules(app)
        if rule.rule.startswith("/api/")
    }
    described = DOCUMENT["paths"]
    assert set(described) == set(ours)
    assert {endpoint for endpoint, _ in ours.values()} == set(PROGRAMS)
    # And none of them stands elsewhere, where cookies would be read.
    assert all(
        rule.rule.startswith(f"{PREFIX}/") for rule in rules(app) if rule.endpoint in PROGRAMS
    )
    for path, (endpoint, methods) in ours.items():
        assert {method.upper() for method in described[path]} == methods, path
        for operation in described[path].values():
            scope = PROGRAMS[endpoint]
            if scope is not None:
                assert operation["security"] == [{"oauth2": [scope.value]}], path


def test_the_scopes_are_those_that_there_are() -> None:
    flow = DOCUMENT["components"]["securitySchemes"]["oauth2"]["flows"]["clientCredentials"]
    assert set(flow["scopes"]) == set(ApiScope)


def test_the_closed_lists_are_those_that_there_are() -> None:
    schemas = DOCUMENT["components"]["schemas"]
    link = schemas["SignalLinkRequest"]["properties"]
    assert set(link) == {camel(name) for name in FROM_PROGRAMS}
    for name, listed in FROM_PROGRAMS.items():
        schema = link[camel(name)]
        codes = schema["items"]["enum"] if name in SEVERAL else schema["enum"]
        assert codes == list(vocabulary(listed).codes), name
    parameters = DOCUMENT["paths"]["/initiatives"]["get"]["parameters"]
    (name,) = (one["schema"] for one in parameters if one["name"] == "name")
    assert (name["pattern"], name["maxLength"]) == (WRITTEN, LONGEST_NAME)
    asked = {one["name"]: one["schema"].get("enum") for one in parameters}
    assert asked == {
        "pillar": [*vocabulary("pillars").codes, "none"],
        "kind": list(vocabulary("kinds").codes),
        "area": list(vocabulary("areas").codes),
        "day": list(WEEKDAYS),
        "speaks": list(vocabulary("languages").codes),
        "name": None,
        "page": None,
    }
    offer = schemas["Initiative"]["properties"]
    assert offer["pillar"]["enum"] == [*vocabulary("pillars").codes, None]
    assert offer["kind"]["enum"] == list(vocabulary("kinds").codes)
    assert offer["area"]["enum"] == list(vocabulary("areas").codes)


def test_names_are_written_one_way() -> None:
    """camelCase, but for what RFC 6749 names itself."""

    def names(schema: Any) -> set[str]:
        if isinstance(schema, list):
            return {name for each in schema for name in names(each)}
        if not isinstance(schema, dict):
            return set()
        own = set(schema["properties"]) if isinstance(schema.get("properties"), dict) else set()
        return own | {name for each in schema.values() for name in names(each)}

    schemas = DOCUMENT["components"]["schemas"]
    theirs = {"Token", "TokenRequest", "TokenRefusal"}
    found = names([schema for name, schema in schemas.items() if name not in theirs])
    assert {name for name in found if not re.fullmatch(r"[a-z]+([A-Z][a-z]*)*", name)} == set()
    for path in DOCUMENT["paths"]:
        for step in path.strip("/").split("/"):
            assert re.fullmatch(r"[a-z]+(-[a-z]+)*(\.json)?|\{[a-zA-Z]+\}", step), path


@pytest.mark.parametrize("path", ["/initiatives/", "/openapi.json/", "/no-such-thing", ""])
def test_an_ending_slash_leads_nowhere(app: Flask, path: str) -> None:
    answer = ask(app, path)
    assert answer.status_code == 404
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert app.test_client().get("/api/v2/initiatives", base_url=BASE).status_code == 404
