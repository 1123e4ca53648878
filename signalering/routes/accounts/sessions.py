"""One's own sessions."""

from flask import Blueprint

from signalering.domain.errors import Denied
from signalering.services.accounts.own_sessions import list_own
from signalering.services.work import Work
from signalering.web.context import Answer, page, unit_of_work
from signalering.web.visitor import current_visitor


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/sessions", "sessions", sessions)


@unit_of_work()
def sessions(work: Work) -> Answer:
    """Where one is logged in; no word of anybody else's."""
    visitor = current_visitor()
    if visitor is None:
        raise Denied
    return page("accounts/sessions.html", view=list_own(work, visitor.cookie))
