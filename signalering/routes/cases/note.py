"""A coordinator writes a note in a case."""

from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from signalering.forms.cases.note import NoteForm
from signalering.routes.cases.show import case_page
from signalering.routes.keeping import DONE, kept
from signalering.services.accounts import draft as drafts
from signalering.services.cases.note import note as service
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, unit_of_work
from signalering.web.drafts import place_of


def register(blueprint: Blueprint) -> None:
    """Put the step on the blueprint."""
    blueprint.add_url_rule("/cases/<uuid:case_id>/note", "note", note, methods=["POST"])


@unit_of_work()
def note(work: Work, case_id: UUID) -> Answer:
    """Keep it, or show the case again with what was typed."""
    form = NoteForm(request.form)
    status = kept(work, form, lambda: service(work, form.to_command(case_id)))
    if status == DONE:
        drafts.forget(work, place_of("cases.note", case_id))
        messages.say("case_noted")
        return redirect(url_for("cases.show", case_id=case_id))
    return case_page(work, case_id, form, status)
