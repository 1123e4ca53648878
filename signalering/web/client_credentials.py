"""How a program says who it is (RFC 6749, 2.3.1 and 4.4), and is told no (5.2)."""

import base64
import binascii
import json
from urllib.parse import unquote_plus
from uuid import UUID

from flask import Response, abort, request

from signalering.domain.commands.api.token import AskToken
from signalering.web.bodies import URLENCODED
from signalering.web.plain_json import KIND

LONGEST = 200
ASKED = ("grant_type", "scope", "client_id", "client_secret")


class Refusal(Exception):
    """A code of RFC 6749, 5.2."""

    def __init__(self, error: str, status: int = 400) -> None:
        super().__init__(error)
        self.error = error
        self.status = status


def asked() -> AskToken:
    """What the program asks. Raises Refusal; aborts with 415 for another kind of body."""
    if request.mimetype != URLENCODED:
        abort(415)
    if any(len(request.form.getlist(name)) > 1 for name in ASKED):
        raise Refusal("invalid_request")
    name, secret = _credentials()
    grant = request.form.get("grant_type", "")
    if not grant:
        raise Refusal("invalid_request")
    if grant != "client_credentials":
        raise Refusal("unsupported_grant_type")
    try:
        client_id = UUID(name)
    except ValueError:
        raise Refusal("invalid_client", 401) from None
    return AskToken(client_id, secret, frozenset(request.form.get("scope", "").split()))


def told(refusal: Refusal) -> Response:
    """The refusal as the standard has it: not as a problem, for that is what programs look for."""
    answer = Response(json.dumps({"error": refusal.error}), refusal.status, content_type=KIND)
    if refusal.status == 401:
        answer.headers["WWW-Authenticate"] = 'Basic realm="api", charset="UTF-8"'
    return answer


def _credentials() -> tuple[str, str]:
    """In the header or in the form; a program that uses both does it wrong."""
    header = request.headers.get("Authorization")
    in_form = "client_secret" in request.form
    if header is None:
        if not in_form:
            raise Refusal("invalid_client", 401)
        name, secret = request.form.get("client_id", ""), request.form["client_secret"]
    else:
        if in_form:
            raise Refusal("invalid_request")
        name, secret = _basic(header)
        if request.form.get("client_id", name) != name:
            raise Refusal("invalid_request")
    if not name or not secret or len(name) > LONGEST or len(secret) > LONGEST:
        raise Refusal("invalid_client", 401)
    return name, secret


def _basic(header: str) -> tuple[str, str]:
    scheme, _, said = header.partition(" ")
    try:
        text = base64.b64decode(said.strip(), validate=True).decode()
    except (binascii.Error, ValueError):
        text = ""
    name, colon, secret = text.partition(":")
    if scheme.lower() != "basic" or not colon:
        raise Refusal("invalid_client", 401)
    return unquote_plus(name), unquote_plus(secret)
