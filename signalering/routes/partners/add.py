"""Take an organisation into the coalition."""

from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from signalering.forms.partners.add import AddForm
from signalering.services.partners.add import add as service
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, carried_out, page, unit_of_work
from signalering.web.language import choices


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/partners/new", "add", add, methods=["GET", "POST"])


@unit_of_work()
def add(work: Work) -> Answer:
    """An empty form, or what was typed in it."""
    form = AddForm(request.form)
    form.domain.choices = [("", ""), *choices("partner_domains")]
    added: list[UUID] = []
    asked = request.method != "POST"
    if (
        not asked
        and form.validate()
        and carried_out(work, form, lambda: added.append(service(work, form.to_command())))
    ):
        messages.say("partner_added")
        return redirect(url_for("partners.show", partner_id=added[0]))
    return page("partners/add.html", 200 if asked else 422, form=form)
