"""Write down what was agreed with an organisation."""

from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from signalering.forms.partners.agree import AgreeForm
from signalering.routes.keeping import DONE, kept
from signalering.services.partners.agree import agree as service
from signalering.services.partners.edit import to_edit
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule(
        "/partners/<uuid:partner_id>/agreement", "agree", agree, methods=["GET", "POST"]
    )


@unit_of_work()
def agree(work: Work, partner_id: UUID) -> Answer:
    """The agreement as it stands, or what was typed over it."""
    view = to_edit(work, partner_id)
    form = AgreeForm(request.form, obj=view)
    status = 200
    if request.method == "POST":
        status = kept(
            work,
            form,
            lambda: service(work, form.to_command(partner_id)),
            lambda: AgreeForm(obj=to_edit(work, partner_id)),
        )
        if status == DONE:
            messages.say("partner_agreed")
            return redirect(url_for("partners.show", partner_id=partner_id))
        view = to_edit(work, partner_id)
    return page("partners/agree.html", status, form=form, view=view)
