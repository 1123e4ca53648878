"""Every request has a name in the log, is counted, and is told of when it took long."""

import re
import secrets
import time

import structlog
from flask import Flask, Response, g, request

from signalering.services.slow_queries import watch
from signalering.web import metrics
from signalering.web.context import house

log = structlog.get_logger()

HEADER = "X-Request-ID"
# What a proxy of our own may call it: nothing that could be read as more than a name.
GIVEN = re.compile(r"[0-9A-Za-z-]{8,64}")
# Milliseconds after which a request is told of.
SLOW = 2000


def install(app: Flask) -> None:
    """Before all else: the guard's own work counts too."""
    app.before_request(_begin)
    app.after_request(_end)
    found = app.extensions["signalering"]
    for engine in (found.data, found.keystore):
        watch(engine, metrics.slow_query)


def _begin() -> None:
    given = request.headers.get(HEADER, "") if house().settings.proxies else ""
    g.request_name = given if GIVEN.fullmatch(given) else secrets.token_hex(8)
    g.begun = time.monotonic()
    structlog.contextvars.clear_contextvars()
    structlog.contextvars.bind_contextvars(request=g.request_name)


def _end(response: Response) -> Response:
    response.headers[HEADER] = g.request_name
    took = time.monotonic() - g.begun
    metrics.answered(request.method, response.status_code, took)
    if took * 1000 >= SLOW:
        log.warning(
            "slow_request",
            endpoint=request.endpoint,
            method=request.method,
            status=response.status_code,
            ms=round(took * 1000),
        )
    return response
