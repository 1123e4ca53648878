"""What there is to ask, for programs and who makes them (OpenAPI 3.1)."""

from flask import Blueprint, Response

from signalering.domain.packaged import packaged
from signalering.web.plain_json import as_json


def register(blueprint: Blueprint) -> None:
    """Put the address on the blueprint."""
    blueprint.add_url_rule("/openapi.json", "openapi", openapi)


def openapi() -> Response:
    """The description as it is packaged: the same for everybody, and no secret."""
    return as_json(packaged("api/openapi"))
