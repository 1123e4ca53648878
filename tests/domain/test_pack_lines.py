"""A part of the pack as text: read back it is the same, whatever stands in it."""

from datetime import date

import pytest

from signalering.domain.pack_lines import (
    Coded,
    Line,
    LineKind,
    Said,
    digest,
    heading,
    read,
    said,
    table,
    text,
    written,
)

LINES = (
    heading("Kop"),
    text(
        said("%(what)s tot %(day)s", what=Coded("signal", "retention_kept"), day=date(2026, 1, 2))
    ),
    *table("Onder", [Said("Wat"), "naam"], [["a\nb \u2028 %s | {}", Said("ja")]]),
    Line(LineKind.ITEM, ("",)),
)


def test_what_was_written_is_read_back() -> None:
    assert read(written(LINES)) == LINES
    assert written(LINES).count("\n") == len(LINES) - 1


def test_the_same_lines_have_the_same_text_whatever_the_order_of_values() -> None:
    one, other = said("x", a="1", b="2"), said("x", b="2", a="1")
    assert digest(written((text(one),))) == digest(written((text(other),)))
    assert digest(written((text(one),))) != digest(written((text(said("x", a="1", b="3")),)))


@pytest.mark.parametrize(
    "strange", ["not JSON", "[]", '["row", {"none": 1}]', '["poem", "x"]', "7"]
)
def test_what_an_older_release_wrote_otherwise_still_shows(strange: str) -> None:
    assert read(strange) == (text(strange),)
