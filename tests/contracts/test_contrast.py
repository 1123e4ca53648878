"""Contrast by arithmetic: every pair of colours that meets on a screen, light and dark.

The formula and the thresholds are those of WCAG 2.2: success criteria 1.4.3 and 1.4.11 (AA) for
all text and for lines that carry meaning, 1.4.6 (AAA) for running text.
"""

import re
from collections.abc import Iterator

import pytest

from tests.contracts.tree import PACKAGE

STYLES = PACKAGE / "static" / "css"
MOST_BYTES = 30_000
RUNNING_TEXT, TEXT, LINE = 7.0, 4.5, 3.0
DARK = "@media screen and (prefers-color-scheme: dark)"
KINDS = ("accent-1", "info", "positive", "warning", "negative")
GROUNDS = tuple(f"default-bg-{name}" for name in ("document", "default", "subtle"))
TINTS = tuple(f"{kind}-bg-subtle" for kind in KINDS)

Pair = tuple[str, str, float]


def colours(scheme: str) -> dict[str, str]:
    """Every colour token of one scheme, by its name without the common part."""
    light, dark = (STYLES / "tokens.css").read_text(encoding="utf-8").split(DARK)
    found = re.findall(r"--basis-(?:color-)?([\w-]+): (#[0-9a-f]{6});", light)
    if scheme == "dark":
        found += re.findall(r"--basis-(?:color-)?([\w-]+): (#[0-9a-f]{6});", dark)
    return dict(found)


def pairs() -> Iterator[Pair]:
    """Foreground, background, and the least contrast between them."""
    for ground in (*GROUNDS, *TINTS):
        yield "default-color-document", ground, RUNNING_TEXT
        yield "default-color-subtle", ground, TEXT
        yield "action-1-color-default", ground, TEXT
        yield "action-1-color-hover", ground, TEXT
        yield "negative-color-default", ground, TEXT
        yield "focus-outline-color", ground, LINE
    for kind in KINDS:
        yield f"{kind}-color-default", f"{kind}-bg-subtle", TEXT
        yield f"{kind}-border-default", f"{kind}-bg-subtle", LINE
        yield f"{kind}-border-default", "default-bg-document", LINE
    for kind in ("action-1", "negative"):
        for state in ("default", "hover"):
            yield f"{kind}-inverse-color-default", f"{kind}-inverse-bg-{state}", TEXT
    for ground in GROUNDS:
        yield "default-border-default", ground, LINE
    yield "focus-color", "focus-background-color", TEXT


def contrast(one: str, other: str) -> float:
    """Between 1 and 21, for two colours like `#0f5f62`."""
    brighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def test_the_formula_is_the_published_one() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_pair_can_be_read(scheme: str) -> None:
    known = colours(scheme)
    faint = [
        f"{front} on {ground}: {contrast(known[front], known[ground]):.2f} < {least}"
        for front, ground, least in pairs()
        if contrast(known[front], known[ground]) < least
    ]
    assert not faint


def test_every_colour_takes_part() -> None:
    """A new colour needs its pairs; a line that only decorates needs none."""
    paired = {name for front, ground, _ in pairs() for name in (front, ground)}
    assert set(colours("dark")) - paired == {"default-border-subtle"}


def test_no_colour_stands_outside_the_tokens() -> None:
    strays = [
        f"{sheet.name}: {found}"
        for sheet in sorted(STYLES.glob("*.css"))
        if sheet.name not in ("tokens.css", "print.css")
        for found in re.findall(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(", sheet.read_text())
    ]
    assert not strays


def test_the_stylesheet_stays_small() -> None:
    assert sum(sheet.stat().st_size for sheet in STYLES.glob("*.css")) < MOST_BYTES
