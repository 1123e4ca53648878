"""A theme is cut from the command line."""

from pathlib import Path

from click.testing import CliRunner

from signalering.cli.theme import take


def test_what_is_no_text_is_named(tmp_path: Path) -> None:
    sheet = tmp_path / "theme.css"
    sheet.write_bytes(b":root { --basis-border-radius-sm: 9px }")
    assert "9px" in CliRunner().invoke(take, [str(sheet)]).output
    sheet.write_bytes(b"\xff")
    ended = CliRunner().invoke(take, [str(sheet)])
    assert ended.exit_code == 1
    assert "theme.css is no text in UTF-8" in ended.output
