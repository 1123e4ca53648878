"""A coordinator writes a remark on a signal."""

from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from signalering.forms.signals.remark import RemarkForm
from signalering.routes.signals.show import record_page
from signalering.services.accounts import draft as drafts
from signalering.services.signals.remark import remark as service
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, carried_out, unit_of_work
from signalering.web.drafts import place_of


def register(blueprint: Blueprint) -> None:
    """Put the step on the blueprint."""
    blueprint.add_url_rule("/signals/<uuid:signal_id>/remark", "remark", remark, methods=["POST"])


@unit_of_work()
def remark(work: Work, signal_id: UUID) -> Answer:
    """Keep it, or show the signal again with what was typed."""
    form = RemarkForm(request.form)
    if form.validate() and carried_out(
        work, form, lambda: service(work, form.to_command(signal_id))
    ):
        drafts.forget(work, place_of("signals.remark", signal_id))
        messages.say("signal_remarked")
        return redirect(url_for("signals.show", signal_id=signal_id))
    return record_page(work, signal_id, remark=form)
