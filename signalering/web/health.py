"""Whether a node lives and can serve, on its own port and on that of the pages."""

from flask import Response, jsonify

from signalering.services.settings.ready import ready
from signalering.services.work import House
from signalering.web.context import house


def health(asked: House, path: str) -> tuple[str, dict[str, bool]]:
    """The status line of /healthz and /readyz, and what there is to say."""
    if path == "/healthz":
        return "200 OK", {"alive": True}
    if path == "/readyz":
        parts = dict(ready(asked))
        return ("200 OK" if all(parts.values()) else "503 Service Unavailable"), parts
    return "404 Not Found", {}


def answer(path: str) -> Response:
    """The same as an answer of the application."""
    status, told = health(house(), path)
    given = jsonify(told)
    given.status = status
    return given
