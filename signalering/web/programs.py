"""Addresses for partners' programs: a token lets in, and nothing else does.

It comes in the Authorization header alone (RFC 6750, 2.1). Cookies are not read there, so that a
page elsewhere can make a browser ask, but never as somebody.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from flask import Response, request

from signalering.domain.endpoints import PROGRAMS
from signalering.domain.errors import Denied, InvalidInput
from signalering.domain.views.api.caller import Caller
from signalering.services.api.callers import count_call, count_wrong, let_in, refused
from signalering.services.api.signal_links import KEY
from signalering.services.api.token import SCOPE
from signalering.services.work import Work, open_work
from signalering.web.addresses import visitor_address
from signalering.web.bearer import sent_word, shut
from signalering.web.context import house
from signalering.web.language import told
from signalering.web.plain_json import as_json, camel
from signalering.web.problems import problem

P = ParamSpec("P")
REALM = "api"


def by_token(
    *, writes: bool = False, status: int = 200
) -> Callable[[Callable[Concatenate[Work, Caller, P], Any]], Callable[P, Response]]:
    """Let in who has a token that allows what PROGRAMS asks, and give what the route makes.

    With `writes` what the route does is committed: rows, or the entry about what was read.
    """

    def decorate(view: Callable[Concatenate[Work, Caller, P], Any]) -> Callable[P, Response]:
        @wraps(view)
        def wrapped(*args: P.args, **kwargs: P.kwargs) -> Response:
            caller = _caller()
            if isinstance(caller, Response):
                return caller
            try:
                with open_work(house(), writes=writes) as work:
                    content = view(work, caller, *args, **kwargs)
                    if writes:
                        work.commit()
            except InvalidInput as error:
                return invalid(error)
            return as_json(content, status)

        return wrapped

    return decorate


def invalid(error: InvalidInput) -> Response:
    """What can't be taken, with the place where it stood."""
    where = "body" if request.method == "POST" else "query"
    name = camel(error.field)
    if error.field == KEY:
        where = "header"
    place = {"pointer": f"#/{name}" if name else "#"} if where == "body" else {"name": name}
    text = told(error)
    found = {"in": where, "location": place, "code": error.code, "detail": text}
    return problem(422, text, errors=[found])


def _caller() -> Caller | Response:
    token = sent_word()
    if not token:
        return shut(REALM, "api_no_token")
    with open_work(house(), writes=False) as work:
        caller = let_in(work, token)
    if caller is None:
        with open_work(house(), writes=True) as work:
            count_wrong(work, visitor_address())
        return shut(REALM, "api_wrong_token", error="invalid_token")
    with open_work(house(), writes=True) as work:
        count_call(work, caller)
    scope = PROGRAMS.get(request.endpoint or "")
    if scope is None:
        raise Denied
    if scope not in caller.scopes:
        with open_work(house(), writes=True) as work:
            refused(work, caller.client_id, SCOPE)
            work.commit()
        return shut(REALM, "api_scope", 403, error="insufficient_scope", scope=scope.value)
    return caller
