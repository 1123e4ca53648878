"""What a resident takes along: what was given, in the shape that is written down."""

import json
import re
from importlib.resources import files
from typing import Any
from uuid import UUID

import pytest
from kit import trail
from kit.cases import do, opened
from kit.played import CONTACT, WORDS, played_case
from kit.signals import a_signal
from kit.town import Town

from signalering.domain.errors import Denied
from signalering.domain.states import ConsentScope, ConsentWay, Right
from signalering.services.cases.portable_copy import portable_copy

SCHEMA = json.loads(
    (files("signalering") / "data" / "portable_copy.schema.json").read_text(encoding="utf-8")
)
KINDS: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "boolean": (bool,),
    "null": (type(None),),
}


def faults(value: Any, schema: dict[str, Any], at: str = "") -> list[str]:
    """What of the value doesn't have this shape: as much of JSON Schema as ours uses."""
    unknown = schema.keys() - {
        *("$schema", "title", "description", "source", "format"),
        *("type", "const", "enum", "pattern", "minimum"),
        *("properties", "required", "additionalProperties", "items"),
    }
    assert not unknown
    found = []
    if "type" in schema:
        kinds = [schema["type"]] if isinstance(schema["type"], str) else schema["type"]
        if not any(type(value) in KINDS[kind] for kind in kinds):
            return [f"{at}: {type(value).__name__}"]
    if "const" in schema and value != schema["const"]:
        found.append(f"{at}: const")
    if "enum" in schema and value not in schema["enum"]:
        found.append(f"{at}: enum")
    if isinstance(value, str) and not re.search(schema.get("pattern", ""), value):
        found.append(f"{at}: pattern")
    if isinstance(value, int) and value < schema.get("minimum", value):
        found.append(f"{at}: minimum")
    if isinstance(value, dict):
        known, more = schema.get("properties", {}), schema.get("additionalProperties", True)
        found += [f"{at}/{name}: lacks" for name in schema.get("required", []) if name not in value]
        for name, one in value.items():
            if name in known:
                found += faults(one, known[name], f"{at}/{name}")
            elif more is False:
                found.append(f"{at}/{name}: foreign")
            elif isinstance(more, dict):
                found += faults(one, more, f"{at}/{name}")
    if isinstance(value, list) and "items" in schema:
        for number, one in enumerate(value):
            found += faults(one, schema["items"], f"{at}/{number}")
    return found


def copied(town: Town, case_id: UUID, key: str = "coordinator") -> dict[str, Any]:
    view = do(town, lambda w: portable_copy(w, case_id), key)
    document: dict[str, Any] = json.loads(json.dumps(view.document))
    return document


def test_a_played_case_has_the_shape(file_town: Town) -> None:
    document = copied(file_town, played_case(file_town))
    assert faults(document, SCHEMA) == []
    assert document["contact"]["name"] == CONTACT.name
    assert {one["for"] for one in document["consents"]} >= {"contact", "measure"}
    (wish,) = document["wishes"]
    assert (wish["text"], wish["initiative"]) == (WORDS["wish"], "Vitis Welzijn: maatjes")
    (measure,) = document["measures"]
    assert measure["direct"] == 3
    assert len(measure["answers"]) == 6
    assert [one["text"] for one in document["requests"]] == [WORDS["asked"]]


def test_what_others_made_of_it_is_not_in_it(file_town: Town) -> None:
    text = json.dumps(copied(file_town, played_case(file_town)))
    for name in ("note", "behind", "stilled", "refused"):
        assert WORDS[name] not in text
    assert "score" not in text


def test_an_empty_case_has_the_shape_too(file_town: Town) -> None:
    document = copied(file_town, opened(file_town, command=a_signal()))
    assert faults(document, SCHEMA) == []
    assert document["contact"] is None


@pytest.mark.parametrize(
    ("at", "value"),
    [
        ("version", 2),
        ("case", "no"),
        ("made_on", "gisteren"),
        ("contact", {"name": "x"}),
        ("consents", [{}]),
        ("more", 1),
    ],
)
def test_the_check_bites(file_town: Town, at: str, value: Any) -> None:
    document = copied(file_town, opened(file_town))
    assert faults(document | {at: value}, SCHEMA)


def test_the_schema_names_the_codes_that_there_are() -> None:
    consents = SCHEMA["properties"]["consents"]["items"]["properties"]
    assert consents["for"]["enum"] == list(map(str, ConsentScope))
    assert consents["way"]["enum"] == list(map(str, ConsentWay))
    asked = SCHEMA["properties"]["requests"]["items"]["properties"]
    assert asked["right"]["enum"] == list(map(str, Right))


def test_only_for_its_keeper_and_accounted_for(file_town: Town) -> None:
    case_id = opened(file_town)
    with pytest.raises(Denied):
        copied(file_town, case_id, "other_coordinator")
    copied(file_town, case_id)
    (line,) = trail.entries(file_town, "portable_copy_made")
    assert line["details"] == {"version": "1"}
