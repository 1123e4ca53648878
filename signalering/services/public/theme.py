"""A municipality's own look: `theme.css` and `logo.svg` or `logo.png` in the instance's folder.

A file that is broken or too big is not served, so that no page suffers; `signalering doctor` says
why. Files are read again once they change.
"""

import re
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from signalering.domain.colours import colour
from signalering.domain.tokens import SCHEMES, faint, resolved, tokens
from signalering.domain.views.public.theme import Theme, ThemeFile
from signalering.services.public._logo import LOGOS, Unfit, size_of

CSS = "theme.css"
# Bytes. A page with everything on it stays light enough for a slow phone.
MOST_CSS, MOST_LOGO = 20_000, 30_000
# CSS pixels: what there is room for beside the name, on the narrowest screen.
LOGO_HEIGHT, LOGO_WIDTH = 40, 160
# Capitals count for nothing in CSS, and a sign may be written by its number (CSS Syntax, 4.3.7).
ESCAPED = re.compile(r"\\(?:([0-9a-f]{1,6})\s?|([^\n]))", re.IGNORECASE)
FETCHES = re.compile(r"@import|\b(?:url|src|image|image-set)\(", re.IGNORECASE)


def theme(instance: Path) -> Theme:
    """What there is, as it stands by now."""
    found: dict[str, ThemeFile] = {}
    faults = []
    for name in (CSS, *LOGOS):
        path = instance / name
        try:
            about = path.stat()
            found[name] = _read(path, about.st_mtime_ns, about.st_size)
        except FileNotFoundError:
            continue
        except (OSError, Unfit) as error:
            why = str(error) if isinstance(error, Unfit) else "can't be read"
            faults.append(f"{name}: {why}")
    logo = next((found[name] for name in LOGOS if name in found), None)
    return Theme(found.get(CSS), logo, tuple(faults))


def faults(instance: Path) -> list[str]:
    """What is wrong with the files, and which colours of the theme can't be read on each other."""
    now = theme(instance)
    own = now.css.body.decode() if now.css else ""
    return [*now.faults, *(f"{CSS}: {one}" for one in (faint(f"{ours()}\n{own}") if own else ()))]


def taken(light: str, dark: str = "") -> str:
    """A theme of NL Design System, cut down to what is used here, as the content of `theme.css`.

    Without its dark half it is a light one, whatever a device asks for.
    """
    names = tokens(ours(), "light")
    halves = {"light": tokens(light, "light"), "dark": tokens(f"{light}\n{dark}", "dark")}
    lines = [] if dark else ["color-scheme: light;"]
    for name in names:
        if not name.startswith("--basis-"):
            continue
        values = [resolved(halves[one], name, one) for one in SCHEMES]
        if all(values):
            two = dark and colour(values[0]) and values[0] != values[1]
            value = f"light-dark({', '.join(values)})" if two else values[0]
            lines.append(f"{name}: {value};")
    return "\n".join([":root {", *(f"  {line}" for line in lines), "}", ""])


def ours() -> str:
    """The tokens as they are delivered."""
    return (files("signalering") / "static" / "css" / "tokens.css").read_text(encoding="utf-8")


@lru_cache(maxsize=16)
def _read(path: Path, changed: int, size: int) -> ThemeFile:
    """Raises Unfit, OSError; asked anew once it changed."""
    del changed
    most = MOST_CSS if path.name == CSS else MOST_LOGO
    if size > most:
        raise Unfit(f"{size} bytes, at most {most} fit")
    body = path.read_bytes()
    fingerprint = sha256(body).hexdigest()[:16]
    if path.name == CSS:
        _check(body)
        return ThemeFile(CSS, "text/css; charset=utf-8", body, fingerprint)
    kind, wide, high = size_of(path.name, body)
    scale = min(LOGO_HEIGHT / high, LOGO_WIDTH / wide)
    width, height = max(1, round(wide * scale)), max(1, round(high * scale))
    return ThemeFile(path.name, kind, body, fingerprint, width, height)


def _unescaped(found: re.Match[str]) -> str:
    return chr(int(found[1], 16) % 0x110000) if found[1] else found[2]


def _check(body: bytes) -> None:
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        raise Unfit("is no text in UTF-8") from None
    if FETCHES.search(ESCAPED.sub(_unescaped, text)):
        raise Unfit("fetches something (@import or url): nothing else may be fetched")
    if text.count("{") != text.count("}"):
        raise Unfit("a brace is missing")
