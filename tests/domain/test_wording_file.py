"""The municipality's file is taken whole, or refused with a word that helps to mend it."""

import copy
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kit.measures import PARTS, PERMISSION, WORDING

from signalering.domain.wording_file import read_wording


def spoilt(**changes: Any) -> dict[str, Any]:
    """The file with the first statement, or the file itself, changed."""
    content = copy.deepcopy(WORDING)
    for name, value in changes.items():
        place = content if name in ("permission", "items", "more") else content["items"][0]
        if value is None:
            del place[name]
        else:
            place[name] = value
    return content


def test_a_whole_file_is_read() -> None:
    wording, faults = read_wording(json.dumps(WORDING), "json")
    assert faults == ()
    assert wording is not None
    assert wording.permission == PERMISSION
    assert {item.id: item.part.value for item in wording.items} == PARTS
    assert wording.items[0].text("en") == "Made-up line a."
    assert wording.items[0].text("nl") == wording.items[0].text("pl") == "Verzonnen zin a."


def test_the_same_as_toml() -> None:
    lines = [f'permission = "{PERMISSION}"']
    for row in WORDING["items"]:
        lines += ["[[items]]", *(f'{name} = "{value}"' for name, value in row.items())]
    assert read_wording("\n".join(lines), "toml") == read_wording(json.dumps(WORDING), "json")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (spoilt(permission=None), "`permission` is missing"),
        (spoilt(permission="  "), "`permission` is missing"),
        (spoilt(scale=None), "statement 1: `scale` is missing"),
        (spoilt(scale="sociaal"), "statement 1: `scale` must be emotional or social"),
        (spoilt(scale="emotional"), "4 statements have the scale emotional"),
        (spoilt(scale="emotional"), "2 statements have the scale social"),
        (spoilt(items=WORDING["items"][:5]), "2 statements have the scale emotional"),
        (spoilt(items=[]), "0 statements have the scale social"),
        (spoilt(items="six"), "`items` must be a list"),
        (spoilt(items=None), "`items` must be a list"),
        (spoilt(id="b"), "the id 'b' stands there 2 times"),
        (spoilt(id="Nummer 1"), "statement 1: `id` must be"),
        (spoilt(id=None), "statement 1: `id` must be"),
        (spoilt(nl=""), "statement 1: `nl` must be"),
        (spoilt(en="a\nb"), "statement 1: `en` must be"),
        (spoilt(en="x" * 301), "statement 1: `en` must be"),
        (spoilt(en=None), "statement 1: `en` must be"),
        (spoilt(more=1), "nobody asks for `more`"),
        ([], "must begin with"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_read(content: Any, said: str) -> None:
    wording, faults = read_wording(json.dumps(content), "json")
    assert wording is None
    assert any(said in fault for fault in faults), faults


@pytest.mark.parametrize(
    ("text", "kind"), [('{"permission"\n', "json"), ("a = ", "toml"), ("[" * 99_999, "json")]
)
def test_a_broken_file_is_no_fault_of_ours(text: str, kind: str) -> None:
    wording, (fault,) = read_wording(text, kind)
    assert wording is None
    assert f"no {kind.upper()}" in fault


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(JSON, JSON, JSON)
def test_whatever_stands_there_is_refused_in_words(one: Any, two: Any, three: Any) -> None:
    for content in (one, {"permission": one, "items": two}, spoilt(nl=one, id=two, scale=three)):
        wording, faults = read_wording(json.dumps(content), "json")
        assert (wording is None) == bool(faults)
