"""What goes wrong, told to programs: RFC 9457, problem details."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from flask import Response, request
from werkzeug.http import HTTP_STATUS_CODES

# Every address for programs lies under one of these; under no other one is a fault told so.
FOR_PARTNERS = "/api/"
FOR_PROGRAMS = ("/open-data/v1/", FOR_PARTNERS)
KIND = "application/problem+json"


def for_programs() -> bool:
    """Whether a program asks, by where it asks."""
    return request.path.startswith(FOR_PROGRAMS)


def for_partners() -> bool:
    """Whether a partner's program asks. No cookie is read there."""
    return request.path.startswith(FOR_PARTNERS)


def problem(
    status: int, detail: str = "", reference: str = "", errors: Sequence[Mapping[str, Any]] = ()
) -> Response:
    """The status with a sentence about it. `reference` is that of the log, for a fault of ours;

    `errors` says of each thing that can't be taken where it stood.

    The kind of a problem is told by its status alone, so that `type` may be left out (4.2.1).
    """
    told = {
        "title": HTTP_STATUS_CODES.get(status, "Unknown"),
        "status": status,
        "detail": detail,
        "reference": reference,
        "errors": list(errors),
    }
    body = json.dumps({key: value for key, value in told.items() if value}, ensure_ascii=False)
    return Response(body, status, content_type=KIND)
