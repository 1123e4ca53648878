"""`signalering guard`: JSON lines in, JSON lines out, and never a word of the text."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signalering.cli.guard import LONGEST, answer, answered
from signalering.privacy.guard import Kind

KINDS = set(Kind)


def test_each_line_has_its_answer(capsys: pytest.CaptureFixture[str]) -> None:
    lines = [{"text": "Mevr Jansen belt 06 12345678"}, {"text": "Zit veel binnen."}]
    assert answer(io.BytesIO("\n".join(map(json.dumps, lines)).encode()))
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert first == {
        "findings": [
            {"kind": "name", "start": 5, "end": 11, "replacement": "[naam]"},
            {"kind": "phone", "start": 17, "end": 28, "replacement": "[telefoon]"},
        ]
    }
    assert second == {"findings": []}


@pytest.mark.parametrize(
    "line",
    [
        b"Mevr Jansen",
        b'{"text": "Mevr Jansen"',
        b'{"text": 5}',
        b'{"note": "Mevr Jansen"}',
        b'["Mevr Jansen"]',
        b'{"text": "Mevr Jansen \xff"}',
        b"[" * 100_000,
        json.dumps({"text": "Jansen " * LONGEST}).encode(),
    ],
)
def test_a_line_that_cant_be_read_says_so_without_a_word_of_it(
    capsys: pytest.CaptureFixture[str], line: bytes
) -> None:
    assert not answer(io.BytesIO(line + b"\n" + b'{"text": "goed"}\n'))
    out = capsys.readouterr().out
    first, second = map(json.loads, out.splitlines())
    assert list(first) == ["error"]
    assert second == {"findings": []}
    assert "Jansen" not in out


@given(st.text(max_size=280))
def test_the_text_never_comes_back(text: str) -> None:
    told = answered(json.dumps({"text": text}).encode())
    for found in told["findings"]:
        assert set(found) == {"kind", "start", "end", "replacement"}
        assert found["kind"] in KINDS
        assert found["replacement"].startswith("[")
