"""Log out."""

from flask import Blueprint, make_response, redirect, session, url_for

from signalering.domain.errors import Denied
from signalering.services.accounts.log_out import log_out as end_session
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, house, unit_of_work
from signalering.web.cookies import clear_session
from signalering.web.visitor import current_locked, current_visitor


def register(blueprint: Blueprint) -> None:
    """Put the step on the blueprint."""
    blueprint.add_url_rule("/log-out", "log_out", log_out, methods=["POST"])


@unit_of_work()
def log_out(work: Work) -> Answer:
    """End the session and clear both cookies of it."""
    visitor = current_visitor() or current_locked()
    if visitor is None:
        raise Denied
    work.actor = visitor.actor
    end_session(work, visitor.cookie)
    session.clear()
    messages.say("logged_out")
    answer = make_response(redirect(url_for("public.home")))
    clear_session(answer, house().settings)
    return answer
