"""Where a request comes from, and where the rows of a list lead to."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from flask import request, url_for

from signalering.web.context import house


def visitor_address() -> str:
    """Where the request comes from: to slow down who guesses, never kept.

    What stands further to the front than our own proxies wrote, anybody can have made up.
    """
    proxies = house().settings.proxies
    if "X-Forwarded-For" in request.headers and 0 < proxies <= len(request.access_route):
        return request.access_route[-proxies]
    return request.remote_addr or ""


def addressing(endpoint: str, name: str) -> Callable[[UUID], str]:
    """The addresses of this endpoint with one id or another: a list of fifty asks but once."""
    nobody = UUID(int=0)
    values: dict[str, Any] = {name: nobody}
    before, after = url_for(endpoint, **values).split(str(nobody))
    return lambda one: f"{before}{one}{after}"
