"""Whether a file is a logo that can be shown, and how large it is."""

import re
import struct

LOGOS = {"logo.svg": "image/svg+xml", "logo.png": "image/png"}
PNG = b"\x89PNG\r\n\x1a\n"
# With as many digits as drawings have. Endless ones make a size that can't be reckoned with.
_NUMBER = re.compile(r"\s*([0-9]{0,9}\.?[0-9]{1,20})\s*(?:px)?\s*")
SVG = "http://www.w3.org/2000/svg"
_ASIDE = re.compile(r"<\?.*?\?>|<!--.*?-->", re.DOTALL)
_ROOT = re.compile(r"<svg\b([^<>]*)>")
_ABOUT = re.compile(r"""([\w:-]+)\s*=\s*["']([^"']*)["']""")


class Unfit(Exception):
    """A file that is not served; the text says why."""


def size_of(name: str, body: bytes) -> tuple[str, float, float]:
    """Kind, width and height. Raises Unfit."""
    wide, high = _svg(body) if name.endswith(".svg") else _png(body)
    if not wide or not high:
        raise Unfit("has no size")
    return LOGOS[name], wide, high


def _png(body: bytes) -> tuple[float, float]:
    """From the first chunk; PNG specification, 11.2.2."""
    if not body.startswith(PNG) or body[12:16] != b"IHDR" or len(body) < 24:
        raise Unfit("is no PNG")
    wide, high = struct.unpack(">II", body[16:24])
    return wide, high


def _svg(body: bytes) -> tuple[float, float]:
    root = _root(body)
    box = re.split(r"[\s,]+", root.get("viewBox", "").strip())
    sides = box[2:] if len(box) == 4 else [root.get(side, "") for side in ("width", "height")]
    wide, high = (_NUMBER.fullmatch(side) for side in sides)
    if not wide or not high:
        raise Unfit("needs a viewBox")
    return float(wide[1]), float(high[1])


def _root(body: bytes) -> dict[str, str]:
    """What the outermost element says of itself. A browser draws what it can of the rest."""
    try:
        text = _ASIDE.sub("", body.decode("utf-8")).strip()
    except UnicodeDecodeError:
        raise Unfit("is no SVG in UTF-8") from None
    if "<!" in text:
        raise Unfit("take the DOCTYPE out of it")  # its entities can grow without end
    root = _ROOT.match(text)
    about = dict(_ABOUT.findall(root[1])) if root else {}
    if about.get("xmlns") != SVG or not text.endswith(("</svg>", "/>")):
        raise Unfit("is no SVG")
    return about
