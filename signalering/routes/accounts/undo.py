"""Somebody takes back the step of a moment ago."""

from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from signalering.domain.audit_words import AuditAction
from signalering.domain.errors import NotAllowedNow
from signalering.forms.accounts.undo import UndoForm
from signalering.services.accounts.undo import undo as service
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, unit_of_work


def _signal(signal_id: UUID) -> str:
    return url_for("signals.show", signal_id=signal_id)


def _case(case_id: UUID) -> str:
    return url_for("cases.show", case_id=case_id)


# Where it is seen that it is as it was.
PAGES = {
    AuditAction.SIGNAL_HANDED_BACK: _signal,
    AuditAction.SIGNAL_CLOSED: _signal,
    AuditAction.CASE_HANDED_BACK: _case,
}


def register(blueprint: Blueprint) -> None:
    """Put the step on the blueprint."""
    blueprint.add_url_rule("/undo", "undo", undo, methods=["POST"])


@unit_of_work()
def undo(work: Work) -> Answer:
    """Back to how it was, and to what it is about."""
    form = UndoForm(request.form)
    if not form.validate():
        raise NotAllowedNow("undo_too_late")
    command = form.to_command()
    service(work, command)
    messages.say("step_undone")
    return redirect(PAGES[command.step](command.object_id))
