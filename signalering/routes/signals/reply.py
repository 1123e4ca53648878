"""A reporter's own signal: what was written, and the field to write back in."""

from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from signalering.domain.errors import NotAllowedNow
from signalering.forms.signals.reply import ReplyForm
from signalering.routes.signals._found import replaced
from signalering.services.signals.reply import own_thread
from signalering.services.signals.reply import reply as service
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, carried_out, page, unit_of_work
from signalering.web.drafts import sent, typed
from signalering.web.language import told


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule(
        "/signals/<uuid:signal_id>/reply", "reply", reply, methods=["GET", "POST"]
    )


@unit_of_work(words=True)
def reply(work: Work, signal_id: UUID) -> Answer:
    """Read; write back; whatever is refused, what was typed stays."""
    form = ReplyForm(typed(work))
    status = 200
    if request.method == "POST":
        status = _sent(work, form, signal_id)
        if status == 302:
            sent(work)
            messages.say("reply_sent")
            return redirect(url_for("signals.reply", signal_id=signal_id))
    return page("signals/reply.html", status, form=form, view=own_thread(work, signal_id))


def _sent(work: Work, form: ReplyForm, signal_id: UUID) -> int:
    if "take_over" in request.form:
        return replaced(form)
    if not form.validate():
        return 422
    try:
        done = carried_out(work, form, lambda: service(work, form.to_command(signal_id)))
    except NotAllowedNow as error:
        work.rollback()
        form.form_errors.append(told(error))
        return 409
    return 302 if done else 422
