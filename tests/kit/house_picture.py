"""A drawing of the house after its import contracts: `make pictures` writes it, a test compares.

Floors come from the layers of pyproject.toml, the highest on top; a floor may see what lies below.
"""

import tomllib
from html import escape
from pathlib import Path
from textwrap import wrap
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
FILE = ROOT / "docs" / "pictures" / "house.svg"
# What each floor is about; a floor that lacks here would have no picture.
ABOUT = {
    "cli": "the command line, and what serves",
    "demo": "plays the demonstration through the services",
    "routes": "what an address does",
    "forms": "what a person may type",
    "web": "headers, sessions, language, faults",
    "extensions": "one instance each",
    "services": "what the organisation does: one verb a file",
    "models": "what is stored",
    "vault": "keys and seals",
    "privacy": "the guard, disclosure control",
    "domain": "words and rules: commands, views, flows, access",
}
WIDTH, HEIGHT, GAP, LEFT = 760, 56, 10, 20
RULES_TOP, LINE, LONGEST = 34, 18, 96
STYLE = (
    "text{font-family:system-ui,sans-serif;font-size:15px;fill:#26221d}"
    ".name{font-weight:650}.about{font-size:13px;fill:#544d44}"
    "rect{fill:#e3f0ef;stroke:#2f7d7c}line{stroke:#544d44;marker-end:url(#end)}"
    "svg{background:#fff}"
)


def contracts() -> list[dict[str, Any]]:
    """The import contracts of pyproject.toml."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        found: list[dict[str, Any]] = tomllib.load(file)["tool"]["importlinter"]["contracts"]
    return found


def _floors(rules: list[dict[str, Any]]) -> list[list[str]]:
    (layers,) = (rule["layers"] for rule in rules if rule["type"] == "layers")
    return [[name.strip() for name in layer.split("|")] for layer in layers]


def _short(names: list[str]) -> str:
    return ", ".join(name.removeprefix("signalering.") for name in names)


def _box(name: str, x: float, y: float, width: float) -> str:
    return (
        f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{HEIGHT}" rx="6"/>'
        f'<text class="name" x="{x + 12:g}" y="{y + 23:g}">{escape(name)}</text>'
        f'<text class="about" x="{x + 12:g}" y="{y + 43:g}">{escape(ABOUT[name])}</text>'
    )


def drawn() -> str:
    """The picture as SVG."""
    rules = contracts()
    y: float = GAP
    parts = []
    for floor in _floors(rules):
        width = (WIDTH - 2 * LEFT - GAP * (len(floor) - 1)) / len(floor)
        parts += [_box(name, LEFT + at * (width + GAP), y, width) for at, name in enumerate(floor)]
        y += HEIGHT + GAP
    bottom = y - GAP
    shut = [rule for rule in rules if rule["type"] == "forbidden"]
    y += RULES_TOP - GAP
    for rule in shut:
        said = f"{_short(rule['source_modules'])} → not {_short(rule['forbidden_modules'])}"
        parts.append(f'<text class="name" x="{LEFT}" y="{y:g}">{escape(rule["name"])}</text>')
        for line in wrap(said, LONGEST):
            y += LINE
            parts.append(f'<text class="about" x="{LEFT}" y="{y:g}">{escape(line)}</text>')
        y += 2 * LINE - GAP
    arrow = (
        '<marker id="end" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" '
        'orient="auto"><path d="M0 0 10 5 0 10z" fill="#544d44"/></marker>'
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {y:g}" role="img" '
        f'aria-label="Floors of the house, each seeing only what lies below it">'
        f"<style>{STYLE}</style><defs>{arrow}</defs>"
        f'<line x1="8" y1="{GAP}" x2="8" y2="{bottom:g}"/>{"".join(parts)}</svg>\n'
    )


def draw() -> None:
    """Write the picture."""
    FILE.write_text(drawn(), "utf-8")
