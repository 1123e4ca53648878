"""Where we are, where a form may lead to (a page of our own alone), and the rows of a list."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode, urlsplit
from uuid import UUID

from flask import Request, request, url_for

from signalering.config import Settings

LONGEST_WAY_BACK = 500
# What a page is asked behind the question mark.
ASKED = (
    *("name", "q", "page", "after", "queue", "older", "whole", "corrects", "entry", "written_in"),
    *("pillar", "kind", "area", "day", "speaks", "period", "beside", "before"),
    *("from_day", "to_day", "account", "action", "object_kind", "outcome", "wanted"),
)
LOOPBACK = ("localhost", "127.0.0.1", "[::1]")


def own_path(path: str | None) -> str | None:
    """The path, if it is one of ours; anything else is nobody's wish."""
    if not path or not path.startswith("/") or path.startswith(("//", "/\\")):
        return None
    if any(ord(sign) < 32 for sign in path):
        return None
    parts = urlsplit(path)
    return path if not parts.scheme and not parts.netloc else None


def comes_from_here(request: Request, settings: Settings) -> bool:
    """Whether a page of ours sent this form. Browsers say where it stood: by Origin (RFC 6454) or,

    where they leave that out, by Referer. One that says neither is not believed.
    """
    parts = urlsplit(request.headers.get("Origin") or request.referrer or "")
    return (parts.scheme, parts.netloc) == ("https" if settings.secure else "http", request.host)


def comes_from_elsewhere(request: Request, settings: Settings) -> bool:
    """Whether the browser says that another site's page sent this form (Fetch Metadata, RFC 6454).

    Says nothing of one that is silent: then the token of the form decides alone.
    """
    if request.headers.get("Sec-Fetch-Site") == "cross-site":
        return True
    return "Origin" in request.headers and not comes_from_here(request, settings)


def way_back() -> str | None:
    """Where to go on after the log-in; an address so long that the server refuses it is dropped."""
    path = request.full_path.rstrip("?")
    return path if len(path) <= LONGEST_WAY_BACK else None


def this_address() -> str:
    """This page with what it was asked, for who comes back in another language, or unlocked.

    What a log-in service sent along, or where somebody was going to, is no part of what is shown.
    """
    asked = [(name, text) for name in ASKED for text in request.args.getlist(name)]
    path = f"{request.path}?{urlencode(asked)}" if asked else request.path
    return path if len(path) <= LONGEST_WAY_BACK else request.path


def in_language(code: str) -> str:
    """The same, in a language that its address names."""
    path = this_address()
    return f"{path}{'&' if '?' in path else '?'}language={code}"


def trusted_hosts(settings: Settings) -> list[str]:
    """The names under which we answer: another Host header gets nothing."""
    name = urlsplit(settings.public_url).hostname or ""
    return [name, *(host for host in LOOPBACK if not settings.secure and host != name)]


def addressing(endpoint: str, name: str) -> Callable[[UUID], str]:
    """The addresses of this endpoint with one id or another: a list of fifty asks but once."""
    nobody = UUID(int=0)
    values: dict[str, Any] = {name: nobody}
    before, after = url_for(endpoint, **values).split(str(nobody))
    return lambda one: f"{before}{one}{after}"
