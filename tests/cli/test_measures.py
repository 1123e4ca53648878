"""`signalering measures check` says what is wrong with the municipality's file, line by line."""

from pathlib import Path

from kit.measures import PERMISSION, WORDING, supplied
from kit.talk import run


def test_without_a_file_only_the_question_is_asked(tmp_path: Path) -> None:
    said = run(tmp_path, "measures", "check")
    assert said.returncode == 0
    assert "only the direct question" in said.stdout


def test_a_whole_file_is_in_order(tmp_path: Path) -> None:
    supplied(tmp_path)
    said = run(tmp_path, "measures", "check")
    assert said.returncode == 0
    assert PERMISSION in said.stdout


def test_each_fault_is_a_line(tmp_path: Path) -> None:
    rows = [{name: row[name] for name in ("id", "nl", "en")} for row in WORDING["items"]]
    file = supplied(tmp_path, {"items": rows})
    said = run(tmp_path, "measures", "check")
    assert said.returncode == 1
    lines = said.stdout.splitlines()
    assert all(line.startswith("djg6.json: ") for line in lines)
    assert sum("`scale` is missing" in line for line in lines) == 6
    assert any("by whose permission" in line for line in lines)
    file.with_suffix(".toml").write_text("", encoding="utf-8")
    said = run(tmp_path, "measures", "check")
    assert "keep one of them" in said.stdout
    file.unlink()
    said = run(tmp_path, "measures", "check")
    assert "djg6.toml: `items` must be a list" in said.stdout
