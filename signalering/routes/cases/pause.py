"""A coordinator lets a case rest, or ends the rest."""

from uuid import UUID

from flask import Blueprint, redirect, request, url_for
from flask_babel import ngettext

from signalering.forms.cases.pause import PauseForm
from signalering.routes.keeping import DONE, kept
from signalering.services.cases.head import kept_head
from signalering.services.cases.pause import pause as service
from signalering.services.cases.pause import silenced
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, page, unit_of_work
from signalering.web.language import choices


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/cases/<uuid:case_id>/pause", "pause", pause, methods=["GET", "POST"])


@unit_of_work()
def pause(work: Work, case_id: UUID) -> Answer:
    """A day and a reason; the button of a running pause ends it."""
    form = PauseForm(request.form)
    form.reason.choices = choices("pause_reasons")
    form.paused_until.description = ngettext(
        "Hooguit %(num)s week vooruit, zoals 31-12-2026.",
        "Hooguit %(num)s weken vooruit, zoals 31-12-2026.",
        work.periods.pause_weeks_at_most,
    )
    status = 200
    if request.method == "POST":
        if "end" in request.form:
            service(work, form.to_end(case_id))
            messages.say("case_moved")
            return redirect(url_for("cases.show", case_id=case_id))
        status = kept(work, form, lambda: service(work, form.to_command(case_id)))
        if status == DONE:
            over = any(one.in_pause for one in silenced(work, case_id))
            messages.say("case_paused_over_tasks" if over else "case_paused")
            return redirect(url_for("cases.show", case_id=case_id))
    head = kept_head(work, case_id)
    return page("cases/pause.html", status, form=form, head=head, tasks=silenced(work, case_id))
