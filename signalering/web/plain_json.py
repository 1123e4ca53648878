"""Views as JSON for programs, and what programs send as JSON.

Names are written in camelCase throughout, as in the addresses' queries; days after ISO 8601.
"""

import json
import re
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any
from uuid import UUID

from flask import Response, abort, request

from signalering.domain.errors import InvalidInput

KIND = "application/json"
# More than a program has to say.
LONGEST_BODY = 16 * 1024
_WORDS = re.compile(r"_([a-z0-9])")


def as_json(content: Any, status: int = 200) -> Response:
    """An answer of it."""
    return Response(json.dumps(content, ensure_ascii=False), status, content_type=KIND)


def plain(value: Any) -> Any:
    """A view, or a part of one, as JSON knows it."""
    if is_dataclass(value) and not isinstance(value, type):
        return {camel(each.name): plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, (tuple, list)):
        return [plain(each) for each in value]
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, UUID) else value


def camel(name: str) -> str:
    """Our name as programs read it: "valid_until" is "validUntil"."""
    return _WORDS.sub(lambda found: found[1].upper(), name)


def posted_object() -> dict[str, Any]:
    """The object that was posted. Aborts with 413 or 415; raises InvalidInput for anything else."""
    if request.mimetype != KIND:
        abort(415)
    body = request.get_data()
    if len(body) > LONGEST_BODY:
        abort(413)
    try:
        found = json.loads(body.decode(), parse_constant=_refuse, object_pairs_hook=_once)
    except (ValueError, RecursionError):
        raise InvalidInput("", "api_json") from None
    if not isinstance(found, dict):
        raise InvalidInput("", "api_object")
    return found


def _refuse(_constant: str) -> None:
    """NaN and Infinity are no JSON (RFC 8259, 6)."""
    raise ValueError


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A name that stands there twice: which one was meant?"""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError
    return found
