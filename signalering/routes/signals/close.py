"""A coordinator ends the triage of a signal."""

from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from signalering.domain.audit_words import AuditAction
from signalering.domain.states import FeedbackLine, SignalEnding
from signalering.forms.signals.close import CloseForm
from signalering.services.accounts.undo import offer
from signalering.services.signals.close import close as service
from signalering.services.signals.close import closing, repeated
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, carried_out, page, unit_of_work
from signalering.web.language import choices
from signalering.web.undoing import of_step

# Opening a case is a step of its own; "we were in contact" asks for consent that only a case has.
ENDINGS = [code for code in SignalEnding if code is not SignalEnding.CASE_OPENED]
LINES = [code for code in FeedbackLine if code is not FeedbackLine.IN_CONTACT]


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule(
        "/signals/<uuid:signal_id>/close", "close", close, methods=["GET", "POST"]
    )


@unit_of_work()
def close(work: Work, signal_id: UUID) -> Answer:
    """Choose an ending, and what the reporter hears."""
    form = CloseForm(request.form)
    form.ending.choices = choices("signal_endings", *ENDINGS)
    form.reason.choices = choices("not_suitable_reasons")
    found = repeated(work, signal_id)
    form.duplicate_of.choices = [(str(other), reference) for other, reference in found]
    form.feedback.choices = choices("feedback_lines", *LINES)
    had: list[UUID | None] = []
    if (
        request.method == "POST"
        and form.validate()
        and carried_out(work, form, lambda: had.append(service(work, form.to_command(signal_id))))
    ):
        undo = of_step(offer(work, AuditAction.SIGNAL_CLOSED, signal_id, had[0]))
        messages.say("signal_closed", undo)
        return redirect(url_for("signals.inbox"))
    return page(
        "signals/close.html",
        422 if request.method == "POST" else 200,
        form=form,
        reference=closing(work, signal_id),
        signal_id=signal_id,
    )
