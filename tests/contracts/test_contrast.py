"""Contrast by arithmetic, light and dark; all looks go by tokens, so that a theme counts."""

import re

import pytest

from signalering.domain.colours import colour, contrast
from signalering.domain.tokens import SCHEMES, faint, pairs, resolved, tokens
from signalering.services.public.theme import ours
from tests.contracts.tree import PACKAGE, shown

STYLES = PACKAGE / "static" / "css"
PAPER = PACKAGE / "static" / "paper"
MOST_BYTES = 30_000
ONE_LINE = re.compile(r"^\s*([a-z-]+):\s*([^;{]+);", re.MULTILINE)
# What says nothing of its own: `a token, or none, or what stands around it`.
PLAIN = re.compile(
    r"var\(--[\w-]+\)|0|none|auto|inherit|transparent|solid|dashed|currentcolor|!important"
    r"|collapse|Canvas|Highlight|calc\(-1 \* var\(--[\w-]+\)\)|-?\d*\.?\d+em",
    re.IGNORECASE,
)
LOOKS = re.compile(r"(color|background|fill|stroke|font-(family|size|weight)|border-radius)$")
SPACES = re.compile(r"^(margin|padding|gap|row-gap|column-gap|border)")


def test_the_formula_is_the_published_one() -> None:
    black, white, grey = (colour(one) for one in ("black", "rgb(255 255 255)", "#777"))
    assert black
    assert white
    assert grey
    assert contrast(black, white) == pytest.approx(21)
    assert contrast(grey, white) == pytest.approx(4.48, abs=0.005)
    assert colour("hsl(120, 100%, 50%)") == pytest.approx((0, 1, 0))
    assert colour("rgb(0 0 0 / 50%)") is None


def test_every_pair_can_be_read() -> None:
    assert faint(ours()) == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_colour_takes_part(scheme: str) -> None:
    """A new colour needs its pairs; decoration needs none, nor does ink on paper."""
    known = tokens(ours(), scheme)
    paired = {f"--basis-{name}" for front, ground, _ in pairs() for name in (front, ground)}
    coloured = {name for name in known if colour(resolved(known, name, scheme))}
    assert coloured - paired == {"--basis-color-default-border-subtle", "--signalering-ink"}


def test_every_look_goes_by_a_token() -> None:
    """Of paper the colours only: its sizes are those of the sheet."""
    strays = [
        f"{shown(sheet)}: {name}: {value}"
        for sheet in sorted((*STYLES.glob("*.css"), *PAPER.glob("*.css")))
        if sheet.name != "tokens.css"
        for name, value in ONE_LINE.findall(sheet.read_text(encoding="utf-8"))
        if (LOOKS.search(name) or SPACES.search(name))
        and (sheet.parent == STYLES or "color" in name)
        and PLAIN.sub("", value).strip()
    ]
    assert not strays


def test_every_token_that_is_used_is_there() -> None:
    known = set(tokens(ours(), "light"))
    used = {
        name
        for sheet in (*STYLES.glob("*.css"), *PAPER.glob("*.css"))
        for name in re.findall(r"var\((--[\w-]+)", sheet.read_text(encoding="utf-8"))
    }
    assert used <= known, used - known


def test_the_stylesheet_stays_small() -> None:
    assert sum(sheet.stat().st_size for sheet in STYLES.glob("*.css")) < MOST_BYTES
