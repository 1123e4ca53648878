"""Addresses for programs with a key: who is let in, how often, and what they get.

The key comes in the Authorization header (RFC 6750) and nowhere else: what stands in an address
ends up in logs. Released figures never change, so that a program asks with the ETag of what it has;
"not modified" gives nothing, and is no read.
"""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from flask import Response, request

from signalering.domain.views.statistics.open_data import Reader
from signalering.services.statistics.open_data_reader import (
    account_for,
    count_read,
    count_wrong,
    let_in,
    use,
)
from signalering.services.work import Work, open_work
from signalering.web.addresses import visitor_address
from signalering.web.bearer import sent_word, shut
from signalering.web.context import house

P = ParamSpec("P")
KIND = "application/json"
REALM = "open-data"


@dataclass(frozen=True)
class Document:
    """What is handed out, and what the audit trail says of it: codes of a period and a table."""

    content: dict[str, Any]
    period: str = ""
    family: str = ""


def keyed(
    view: Callable[Concatenate[Work, Reader, P], Document],
) -> Callable[P, Response]:
    """Let in who has a key that works, and give what the route makes."""

    @wraps(view)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> Response:
        token = sent_word()
        if not token:
            return shut(REALM, "no_key")
        with open_work(house(), writes=False) as work:
            reader = let_in(work, token)
        if reader is None:
            with open_work(house(), writes=True) as work:
                count_wrong(work, visitor_address())
            return shut(REALM, "wrong_key", error="invalid_token")
        with open_work(house(), writes=True) as work:
            count_read(work, reader)
            if not use(work, reader):  # it was withdrawn at this very moment
                return shut(REALM, "wrong_key", error="invalid_token")
            document = view(work, reader, *args, **kwargs)
            answer = _answer(document)
            if answer.status_code == 200 and request.method == "GET":
                account_for(work, reader, document.period, document.family)
            work.commit()
        return answer

    return wrapped


def _answer(document: Document) -> Response:
    body = json.dumps(document.content, ensure_ascii=False).encode()
    answer = Response(body, content_type=KIND)
    answer.set_etag(hashlib.sha256(body).hexdigest()[:32])
    answer.headers["Vary"] = "Authorization"
    answer.make_conditional(request)
    return answer
