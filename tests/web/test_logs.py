"""A line of the log tells what happened, and no word that anybody typed."""

import ast
import json
import logging
from pathlib import Path

import pytest
import structlog
from kit.canaries import word

from signalering.web.logs import EVENTS, FIELDS, OfLibraries, install, scrub
from tests.contracts.tree import PACKAGE, python_files, shown

WORD = word("logged")
PASSING_ON = {"signalering/web/faults.py", "signalering/web/around.py"}
HOW = {"debug", "info", "warning", "error", "critical", "exception"}


def calls() -> list[tuple[Path, ast.Call]]:
    return [
        (path, node)
        for path in python_files(PACKAGE)
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in HOW
        and ast.unparse(node.func.value) == "log"
    ]


def test_whatever_is_logged_is_in_the_lists() -> None:
    assert len(calls()) > 8
    for path, call in calls():
        named = {keyword.arg for keyword in call.keywords}
        assert named <= set(FIELDS), shown(path)
        if isinstance(call.args[0], ast.Constant):
            assert call.args[0].value in EVENTS, shown(path)
        else:
            assert shown(path) in PASSING_ON, "those that pass an event on"


def test_whoever_asks_around_a_page_names_an_event_of_the_list() -> None:
    named = [
        node.args[1]
        for path in python_files(PACKAGE / "web")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "asked"
    ]
    assert len(named) > 1
    assert {ast.literal_eval(event) for event in named} <= EVENTS


@pytest.mark.parametrize("field", [*FIELDS, "event", "text", "name", "request_body"])
@pytest.mark.parametrize(
    "value",
    [f"{WORD}@adres.test", f"'{WORD}'", f"{WORD}\n", f"é{WORD}", [f"{WORD} 'x'", f"{WORD}€"]],
)
def test_no_typed_word_gets_through(field: str, value: object) -> None:
    line = scrub(None, "error", {"event": "fault", field: value})
    if field == "statement":
        assert f"'{WORD}'" not in json.dumps(line)
        return
    assert WORD not in json.dumps(line)


def test_values_in_a_statement_go_even_between_quotes() -> None:
    asked = f"SELECT \"group\" FROM t WHERE name = '{WORD}' AND x = :x"
    line = scrub(None, "warning", {"event": "slow_query", "statement": asked, "ms": 812})
    assert line == {"event": "slow_query", "statement": asked.replace(WORD, ""), "ms": 812}


def test_what_a_library_says_comes_without_what_it_fills_in(
    capsys: pytest.CaptureFixture[str],
) -> None:
    install()
    logging.getLogger("waitress").warning("Something about %s", WORD)
    logging.getLogger("elsewhere").warning(f"Something about {WORD}")
    try:
        raise ValueError(WORD)
    except ValueError:
        logging.getLogger("gunicorn.error").exception("Error at %s", WORD)
    lines = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert [line["logger"] for line in lines] == ["waitress", "elsewhere", "gunicorn.error"]
    assert [line.get("text") for line in lines] == ["Something about %s", None, None]
    assert lines[2]["kind"] == "ValueError"
    assert WORD not in json.dumps(lines)


def test_installing_twice_says_things_once() -> None:
    install()
    install()
    ours = [one for one in logging.root.handlers if isinstance(one.formatter, OfLibraries)]
    assert len(ours) == 1
    assert structlog.is_configured()


class Full:
    """A stream on a full disk."""

    def write(self, text: str) -> int:
        raise OSError(text)

    def flush(self) -> None:
        raise OSError


def test_a_line_that_cannot_be_written_costs_nobody_an_answer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    install()
    monkeypatch.setattr("sys.stderr", Full())
    structlog.get_logger().error("fault", kind="Disk")
    logging.getLogger("waitress").warning("Something")
