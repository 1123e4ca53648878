"""Design tokens in stylesheets: which there are, what each is in light and dark, who meets whom.

The thresholds are those of WCAG 2.2: success criteria 1.4.3 and 1.4.11 (AA) for all text and for
lines that carry meaning, 1.4.6 (AAA) for running text.
"""

import re
from collections.abc import Iterator, Mapping

from signalering.domain.colours import colour, contrast

RUNNING_TEXT, TEXT, LINE = 7.0, 4.5, 3.0
SCHEMES = ("light", "dark")
KINDS = ("accent-1", "info", "positive", "warning", "negative")
GROUNDS = tuple(f"color-default-bg-{name}" for name in ("document", "default", "subtle"))
TINTS = tuple(f"color-{kind}-bg-subtle" for kind in KINDS)
# However one token leads to another, it ends; a circle doesn't.
STEPS = 20

Pair = tuple[str, str, float]

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_PART = re.compile(r"([^{};]*)([{};])")
_TOKEN = re.compile(r"\s*(--[\w-]+)\s*:(.+)", re.DOTALL)
_INNERMOST = re.compile(r"(var|light-dark)\(((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)")
_ROOT = re.compile(r":root|html|:host|\.[\w-]*theme[\w-]*")


def pairs() -> Iterator[Pair]:
    """Every two colours that meet on a screen: foreground, background, the least contrast between

    them; names without `--basis-`.
    """
    for ground in (*GROUNDS, *TINTS):
        yield "color-default-color-document", ground, RUNNING_TEXT
        yield "color-default-color-subtle", ground, TEXT
        yield "color-action-1-color-default", ground, TEXT
        yield "color-action-1-color-hover", ground, TEXT
        yield "color-negative-color-default", ground, TEXT
        yield "focus-outline-color", ground, LINE
    for kind in KINDS:
        yield f"color-{kind}-color-default", f"color-{kind}-bg-subtle", TEXT
        yield f"color-{kind}-border-default", f"color-{kind}-bg-subtle", LINE
        yield f"color-{kind}-border-default", "color-default-bg-document", LINE
    for kind in ("action-1", "negative"):
        for state in ("default", "hover"):
            yield f"color-{kind}-inverse-color-default", f"color-{kind}-inverse-bg-{state}", TEXT
    for ground in GROUNDS:
        yield "color-default-border-default", ground, LINE
    yield "heading-color", "color-default-bg-document", TEXT
    yield "heading-color", "color-default-bg-default", TEXT
    yield "focus-color", "focus-background-color", TEXT


def tokens(css: str, scheme: str) -> dict[str, str]:
    """What a stylesheet gives the tokens of a whole page in this scheme, as it is written there."""
    found, around, start = {}, [], ""
    # With an end of its own, however the sheet ends: else each place in it is tried as a beginning.
    for text, end in _PART.findall(f"{_COMMENT.sub('', css)};"):
        start += text
        if end == "{":
            around.append(start.strip())
        elif (held := _TOKEN.fullmatch(start)) and _counts(around, scheme):
            found[held[1]] = held[2].strip().removesuffix("!important").rstrip()
        if end == "}" and around:
            around.pop()
        start = ""
    return found


def resolved(known: Mapping[str, str], name: str, scheme: str) -> str:
    """The value of a token in this scheme, with all that it leads to; empty where that ends."""
    value = known.get(name, "")
    for _ in range(STEPS):
        if not (found := _INNERMOST.search(value)):
            return value
        value = value[: found.start()] + _chosen(found, known, scheme) + value[found.end() :]
    return ""


def faint(css: str) -> list[str]:
    """The pairs that can't be read well, or can't be reckoned, with the figure; English."""
    told = []
    for scheme in SCHEMES:
        known = tokens(css, scheme)
        for front, ground, least in pairs():
            values = [resolved(known, f"--basis-{name}", scheme) for name in (front, ground)]
            seen = [colour(value) for value in values]
            what = f"{scheme}: {front} on {ground}"
            if seen[0] is None or seen[1] is None:
                told.append(f"{what}: can't reckon with {' on '.join(values)}")
            elif (figure := contrast(seen[0], seen[1])) < least:
                told.append(f"{what}: {figure:.2f}, should be {least:g}")
    return told


def _counts(around: list[str], scheme: str) -> bool:
    """Whether these blocks hold for a whole page, on a screen, in this scheme."""
    for block in around:
        if block.startswith("@media"):
            asked = re.search(r"prefers-color-scheme:\s*(\w+)", block)
            if asked is None or asked[1] != scheme:
                return False
        elif not all(_ROOT.fullmatch(one.strip()) for one in block.split(",")):
            return False
    return bool(around)


def _chosen(found: re.Match[str], known: Mapping[str, str], scheme: str) -> str:
    first, _, second = (part.strip() for part in _halved(found[2]))
    if found[1] == "light-dark":
        return first if scheme == "light" else second
    return known.get(first, second)


def _halved(text: str) -> tuple[str, str, str]:
    """At the first comma that stands in no brackets."""
    depth = 0
    for at, sign in enumerate(text):
        depth += (sign == "(") - (sign == ")")
        if sign == "," and not depth:
            return text[:at], ",", text[at + 1 :]
    return text, "", ""
