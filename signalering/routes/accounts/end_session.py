"""End one's own sessions."""

from flask import Blueprint, abort, make_response, redirect, request, session, url_for

from signalering.domain.errors import Denied
from signalering.services.accounts import end_session as service
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, house, unit_of_work
from signalering.web.cookies import clear_session
from signalering.web.visitor import current_visitor


def register(blueprint: Blueprint) -> None:
    """Put the step on the blueprint."""
    blueprint.add_url_rule("/sessions/end", "end_session", end_session, methods=["POST"])


@unit_of_work()
def end_session(work: Work) -> Answer:
    """One by its slot, all the others, or every one."""
    visitor = current_visitor()
    if visitor is None:
        raise Denied
    which = request.form.get("which", "")
    if which == "everywhere":
        service.end_everywhere(work)
        session.clear()
        messages.say("logged_out_everywhere")
        answer = make_response(redirect(url_for("public.home")))
        clear_session(answer, house().settings)
        return answer
    if which == "others":
        service.end_others(work, visitor.cookie)
        messages.say("sessions_ended")
    elif which.isascii() and which.isdigit():
        service.end_one(work, int(which))
        messages.say("session_ended")
    else:
        abort(400)
    return redirect(url_for("accounts.sessions"))
