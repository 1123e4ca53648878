"""A token for the secret of a client (RFC 6749, 4.4)."""

from flask import Blueprint, Response

from signalering.domain.errors import Denied, InvalidInput
from signalering.services.api.token import token as service
from signalering.web.addresses import visitor_address
from signalering.web.client_credentials import Refusal, asked, told
from signalering.web.context import house
from signalering.web.plain_json import as_json


def register(blueprint: Blueprint) -> None:
    """Put the address on the blueprint."""
    blueprint.add_url_rule("/token", "token", token, methods=["POST"])


def token() -> Response:
    """Names are those of the standard, which are not written in camelCase."""
    try:
        given = service(house(), asked(), visitor_address())
    except Refusal as refusal:
        return told(refusal)
    except InvalidInput:
        return told(Refusal("invalid_scope"))
    except Denied:
        return told(Refusal("invalid_client", 401))
    answer = as_json(
        {
            "access_token": given.token,
            "token_type": "Bearer",
            "expires_in": given.seconds,
            "scope": " ".join(sorted(given.scopes)),
        }
    )
    answer.headers["Pragma"] = "no-cache"  # RFC 6749, 5.1
    return answer
