"""A request's unit of work: what a route gets, and when it is committed.

A POST writes; a GET reads. A GET that reads words declares it, for its audit entry is written:
it takes the write lock at its beginning. What is shown is rendered after the commit, so that no
lock is held meanwhile.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from flask import Response, current_app, g, make_response, render_template, request
from sqlalchemy.orm.exc import StaleDataError
from werkzeug.wrappers import Response as BaseResponse

from signalering.domain.errors import Conflict, InvalidInput
from signalering.services.work import House, Work, open_work
from signalering.web.pdf import pdf_of
from signalering.web.visitor import current_visitor

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
P = ParamSpec("P")


@dataclass(frozen=True)
class Page:
    """What to show once the work is committed."""

    template: str
    context: Mapping[str, Any] = field(default_factory=dict)
    status: int = 200


def page(template: str, status: int = 200, **context: Any) -> Page:
    """A page to show. Status 422 stands for a form that comes back with errors."""
    return Page(template, context, status)


@dataclass(frozen=True)
class Print:
    """A page to hand out as a PDF of this name, drawn once the work is committed."""

    page: Page
    name: str


def printed(name: str, template: str, **context: Any) -> Print:
    """A page as a file; the name says nothing of anybody."""
    return Print(page(template, **context), name)


Answer = Page | Print | BaseResponse


def house() -> House:
    """The house of this application."""
    found = current_app.extensions["signalering"]
    if not isinstance(found, House):
        raise TypeError("create_app() made no house")
    return found


def unit_of_work(
    *, words: bool = False
) -> Callable[[Callable[Concatenate[Work, P], Answer]], Callable[P, Response]]:
    """Give a route its Work. With `words` a GET too writes: its entry in the audit trail."""

    def decorate(view: Callable[Concatenate[Work, P], Answer]) -> Callable[P, Response]:
        @wraps(view)
        def wrapped(*args: P.args, **kwargs: P.kwargs) -> Response:
            writes = words or request.method not in SAFE
            visitor = current_visitor()
            actor, opened = (visitor.actor, visitor.opened) if visitor else (None, None)
            try:
                rules = g.get("house_rules")
                with open_work(house(), actor, opened, writes=writes, rules=rules) as work:
                    answer = view(work, *args, **kwargs)
                    if writes:
                        work.commit()
                    elif work.changed:
                        raise RuntimeError(f"{request.endpoint} reads, but it wrote")
            except StaleDataError as error:
                raise Conflict from error
            return rendered(answer)

        return wrapped

    return decorate


def rendered(answer: Answer) -> Response:
    """An answer as a response; a page is rendered here, after the commit."""
    if isinstance(answer, Print):
        body = pdf_of(render_template(answer.page.template, **answer.page.context))
        return download(body, answer.name, "application/pdf")
    if isinstance(answer, Page):
        return make_response(render_template(answer.template, **answer.context), answer.status)
    return make_response(answer)


def download(body: bytes, name: str, kind: str) -> Response:
    """A file to keep; web/headers.py has it kept by nobody on the way."""
    response = make_response(body)
    response.headers["Content-Type"] = kind
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def carried_out(work: Work, form: Any, action: Callable[[], object]) -> bool:
    """Do `action`; when it refuses what was typed, undo it, tell the form and say False."""
    try:
        action()
        work.data.flush()
    except InvalidInput as error:
        work.rollback()
        form.refuse(error)
        return False
    return True
