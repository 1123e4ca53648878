"""Stylesheets, scripts and pictures: joined and compressed once, each at its contents' address.

They stay small files beside each other for who works on them. A browser asks for one stylesheet and
one script, keeps them for good, and asks anew only when the address in a page is another. They are
the same for everybody and hold no secret, so they may be compressed where pages may not (BREACH).
"""

import gzip
import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flask import Flask, Response, request
from flask.sessions import SecureCookieSessionInterface, SessionMixin
from werkzeug.routing import BaseConverter

STATIC = Path(__file__).parent.parent / "static"
# In this order: what stands later wins.
SHEETS = (
    "css/tokens.css",
    "css/base.css",
    "css/navigation.css",
    "css/button.css",
    "css/form.css",
    "css/alert.css",
    "css/badge.css",
    "css/table.css",
    "css/card.css",
    "css/timeline.css",
    "css/forced.css",
    "css/list.css",
    "css/print.css",
)
PAPER = ("css/tokens.css", "paper/material.css")
SCRIPT = "main"
FOR_GOOD = "public, max-age=31536000, immutable"
# A page from before a new version asks for what is no more: it gets what there is, and keeps none.
FOR_NOW = "no-cache"
# A municipality's own look is a file as well.
FILES = frozenset({"static", "public.theme"})
DIGITS = 16
IMPORT = re.compile(r'^import \{ ([\w, ]+) \} from "\./([a-z-]+)\.js";\n', re.MULTILINE)
EXPORT = re.compile(r"^export (?=function (\w+)\()", re.MULTILINE)
# Said to who works on it. In a script a remark has its lines for itself, or a browser gets it too.
SAID_IN_SHEETS = re.compile(r"/\*.*?\*/", re.DOTALL)
SAID_IN_SCRIPTS = re.compile(r"^[ \t]*(?://.*|/\*(?:(?!\*/)[\s\S])*\*/)$", re.MULTILINE)
INDENTED = re.compile(r"\s*\n\s*")
OTHER = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)


class DigestConverter(BaseConverter):
    """The beginning of a file's SHA-256."""

    regex = f"[0-9a-f]{{{DIGITS}}}"


@dataclass(frozen=True)
class Asset:
    """One file as it is sent."""

    kind: str
    plain: bytes
    packed: bytes
    digest: str


def asset(kind: str, content: str) -> Asset:
    """Of this text; the same text gives the same bytes at every node."""
    plain = content.encode()
    digest = hashlib.sha256(plain).hexdigest()[:DIGITS]
    return Asset(kind, plain, gzip.compress(plain, 9, mtime=0), digest)


def assets() -> Mapping[str, Asset]:
    """All that is served, by name: a closed list."""
    return {
        "site.css": asset("text/css", _joined(SHEETS)),
        "site.js": asset("text/javascript", script()),
        "paper.css": asset("text/css", _joined(PAPER)),
        "icon.svg": asset("image/svg+xml", _joined(("img/icon.svg",))),
    }


def _joined(names: tuple[str, ...]) -> str:
    text = "\n".join((STATIC / name).read_text("utf-8") for name in names)
    return INDENTED.sub("\n", SAID_IN_SHEETS.sub("", text))


def script() -> str:
    """All modules in one: each keeps its own names, and gives the others what it exports.

    Raises ValueError at an import or an export in a form that isn't known here.
    """
    text = "\n".join(_modules(SCRIPT, set()))
    return INDENTED.sub("\n", SAID_IN_SCRIPTS.sub("", text))


def _modules(name: str, had: set[str]) -> Iterator[str]:
    """This module, after those that it needs."""
    had.add(name)
    source = (STATIC / "js" / f"{name}.js").read_text("utf-8")
    for _, needed in IMPORT.findall(source):
        if needed not in had:
            yield from _modules(needed, had)
    exports = ", ".join(EXPORT.findall(source))
    body = EXPORT.sub("", IMPORT.sub(_taken, source))
    unknown = OTHER.search(body)
    if unknown:
        raise ValueError(f"{name}.js: {unknown[0]}")
    yield f"const {_variable(name)} = (() => {{\n{body}return {{ {exports} }};\n}})();\n"


def _taken(found: re.Match[str]) -> str:
    return f"const {{ {found[1]} }} = {_variable(found[2])};\n"


def _variable(name: str) -> str:
    return f"${name.replace('-', '_')}"


class Sessions(SecureCookieSessionInterface):
    """A file hangs on nobody's session: with `Vary: Cookie` it would be asked for over and over."""

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Only beside a page, and a page says what is missing too."""
        if request.endpoint not in FILES or response.status_code >= 400:
            super().save_session(app, session, response)


def install(app: Flask) -> None:
    """The address, and what `url_for("static", filename=...)` adds to it."""
    served = assets()
    app.session_interface = Sessions()
    app.url_map.converters["digest"] = DigestConverter

    def static(digest: str, filename: str) -> Response:
        return _answer(served[filename], digest)

    def add_digest(endpoint: str, values: dict[str, Any]) -> None:
        if endpoint == "static":
            values.setdefault("digest", served[values["filename"]].digest)

    names = ", ".join(f"'{name}'" for name in served)
    app.add_url_rule(f"/static/<digest:digest>/<any({names}):filename>", "static", static)
    app.url_defaults(add_digest)


def _answer(found: Asset, digest: str) -> Response:
    packs = request.accept_encodings["gzip"] > 0
    answer = Response(found.packed if packs else found.plain, mimetype=found.kind)
    answer.set_etag(f"{found.digest}-gzip" if packs else found.digest)
    answer.vary.add("Accept-Encoding")
    if packs:
        answer.content_encoding = "gzip"
    answer.headers["Cache-Control"] = FOR_GOOD if digest == found.digest else FOR_NOW
    answer.make_conditional(request)
    return answer
