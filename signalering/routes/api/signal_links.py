"""Codes that a partner's program lays ready for a worker, who decides whether to send them."""

from typing import Any

from flask import Blueprint, request, url_for

from signalering.domain.api import LINK_LASTS
from signalering.domain.commands.api.signal_links import FROM_PROGRAMS, SEVERAL, MakeLink
from signalering.domain.errors import InvalidInput
from signalering.domain.views.api.caller import Caller
from signalering.services.api.signal_links import KEY
from signalering.services.api.signal_links import signal_links as service
from signalering.services.work import Work
from signalering.web.plain_json import camel, posted_object
from signalering.web.programs import by_token

OURS = {camel(name): name for name in FROM_PROGRAMS}
LONGEST_KEY = 255


def register(blueprint: Blueprint) -> None:
    """Put the address on the blueprint."""
    blueprint.add_url_rule("/signal-links", "signal_links", signal_links, methods=["POST"])


@by_token(writes=True, status=201)
def signal_links(work: Work, caller: Caller) -> dict[str, Any]:
    """An address to open for the worker. How long it works is said in seconds: no time is kept."""
    token = service(work, caller, MakeLink(_codes(posted_object()), _key()))
    path = url_for("signals.open_link", token=token)
    return {
        "url": work.settings.public_url.rstrip("/") + path,
        "expiresIn": int(LINK_LASTS.total_seconds()),
    }


def _codes(sent: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    found = {}
    for written, value in sent.items():
        name = OURS.get(written)
        if name is None:
            # By its place alone: what else was written is not told again.
            raise InvalidInput("", "api_unknown_name")
        codes = value if name in SEVERAL else [value]
        if not isinstance(codes, list):
            raise InvalidInput(name, "api_list")
        if not all(isinstance(code, str) for code in codes):
            raise InvalidInput(name, "unknown_code")
        found[name] = tuple(codes)
    return found


def _key() -> str:
    """The key of the request, with or without the quotes of a structured header (RFC 8941)."""
    key = request.headers.get(KEY)
    if key is None:
        return ""
    key = key.strip()
    if len(key) > 1 and key[0] == key[-1] == '"':
        key = key[1:-1]
    if not (0 < len(key) <= LONGEST_KEY and key.isascii() and key.isprintable()):
        raise InvalidInput(KEY, "api_key")
    return key
