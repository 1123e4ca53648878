"""What goes wrong, told to programs: RFC 9457, problem details."""

import json

from flask import Response, request
from werkzeug.http import HTTP_STATUS_CODES

# Every address for programs lies under it; under no other one is a fault told so.
FOR_PROGRAMS = "/open-data/v1/"
KIND = "application/problem+json"


def for_programs() -> bool:
    """Whether a program asks, by where it asks."""
    return request.path.startswith(FOR_PROGRAMS)


def problem(status: int, detail: str = "", reference: str = "") -> Response:
    """The status with a sentence about it. `reference` is that of the log, for a fault of ours.

    The kind of a problem is told by its status alone, so that `type` may be left out (4.2.1).
    """
    told = {
        "title": HTTP_STATUS_CODES.get(status, "Unknown"),
        "status": status,
        "detail": detail,
        "reference": reference,
    }
    body = json.dumps({key: value for key, value in told.items() if value}, ensure_ascii=False)
    return Response(body, status, content_type=KIND)
