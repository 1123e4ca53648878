"""A coordinator closes a case."""

from uuid import UUID

from flask import Blueprint, redirect, request, url_for
from flask_babel import gettext, ngettext

from signalering.forms.cases.close import LATER, CloseForm
from signalering.routes.keeping import DONE, kept
from signalering.services.cases.close import close as service
from signalering.services.cases.close import closing
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, page, unit_of_work
from signalering.web.language import choices


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/cases/<uuid:case_id>/close", "close", close, methods=["GET", "POST"])


@unit_of_work(words=True)
def close(work: Work, case_id: UUID) -> Answer:
    """Choose one of the outcomes that fit where the case stands."""
    form = CloseForm(request.form)
    view = closing(work, case_id)
    # Whoever sends another line all the same is told by the service.
    form.feedback.choices = choices("feedback_lines")
    form.feedback.choices += [(LATER, gettext("Nog niet, dat doe ik later"))]
    form.feedback.description = ngettext(
        "Dat kan nu, of later: binnen %(num)s werkdag.",
        "Dat kan nu, of later: binnen %(num)s werkdagen.",
        work.periods.feedback_working_days,
    )
    outcomes = view.head.outcomes
    form.outcome.choices = choices("case_outcomes", *outcomes) if outcomes else []
    status = 200
    if request.method == "POST":
        status = kept(work, form, lambda: service(work, form.to_command(case_id)))
        if status == DONE:
            messages.say("case_closed")
            return redirect(url_for("cases.show", case_id=case_id))
        view = closing(work, case_id)
    else:
        form.feedback.data, form.card_left.data = LATER, view.has_card
    said = {LATER, *view.lines}
    form.feedback.choices = [one for one in form.feedback.choices if one[0] in said]
    return page("cases/close.html", status, form=form, view=view, head=view.head)
