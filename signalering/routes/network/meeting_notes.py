"""An administrator writes the notes of a meeting."""

from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from signalering.domain.meetings import LONGEST_NOTES
from signalering.forms.network.meeting_notes import MeetingNotesForm
from signalering.routes.keeping import DONE, OVERTAKEN, kept
from signalering.routes.signals._found import replaced
from signalering.services.accounts import draft as drafts
from signalering.services.network.meeting_notes import meeting_notes as service
from signalering.services.network.meeting_notes import to_note
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, page, unit_of_work
from signalering.web.drafts import draft_for, place_of


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule(
        "/meetings/<uuid:meeting_id>/notes",
        "meeting_notes",
        meeting_notes,
        methods=["GET", "POST"],
    )


@unit_of_work()
def meeting_notes(work: Work, meeting_id: UUID) -> Answer:
    """Write them; whatever is refused, what was typed stays, beside what a colleague kept."""
    view = to_note(work, meeting_id)
    place = place_of("network.meeting_notes", meeting_id)
    draft = draft_for(work, place)
    form, status = MeetingNotesForm(draft or request.form, text=view.notes), 200
    if "take_over" in request.form:
        status = replaced(form, LONGEST_NOTES)
    elif request.method == "POST":
        status = kept(work, form, lambda: service(work, form.to_command(meeting_id)))
        if status == DONE:
            drafts.sent(work, place)
            messages.say("notes_kept")
            return redirect(url_for("network.meeting", meeting_id=meeting_id))
        view = to_note(work, meeting_id)
    return page(
        "network/meeting_notes.html",
        status,
        form=form,
        view=view,
        limit=LONGEST_NOTES,
        draft_place=place,
        from_draft=draft is not None,
        overtaken=status == OVERTAKEN,
    )
