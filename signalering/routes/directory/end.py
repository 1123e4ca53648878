"""An offer leaves the list."""

from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from signalering.domain.errors import Conflict, NotAllowedNow
from signalering.forms.directory.end import EndForm
from signalering.routes.directory.edit import edit_page
from signalering.routes.directory.settle import revival
from signalering.services.directory.end import end as service
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the step on the blueprint."""
    blueprint.add_url_rule("/directory/<uuid:initiative_id>/end", "end", end, methods=["POST"])


@unit_of_work()
def end(work: Work, initiative_id: UUID) -> Answer:
    """Done, or the page as it stands with why not. It is undone where offers are assured."""
    form = EndForm(request.form)
    try:
        service(work, initiative_id, form.seen() if form.validate() else -1)
    except (Conflict, NotAllowedNow) as error:
        work.rollback()
        return edit_page(work, initiative_id, error, 409)
    messages.say("offer_ended", revival(initiative_id))
    return redirect(url_for("directory.assure"))
