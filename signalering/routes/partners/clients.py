"""Programs of a partner: which may come in, and a form for a new one."""

from uuid import UUID

from flask import Blueprint, request
from flask_babel import gettext
from werkzeug.datastructures import MultiDict

from signalering.domain.api import SCOPES
from signalering.domain.views.partners.clients import NewClient
from signalering.forms.partners.clients import ClientForm
from signalering.services.partners.clients import clients as service
from signalering.services.partners.clients import make_client
from signalering.services.work import Work
from signalering.web.context import Answer, carried_out, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule(
        "/partners/<uuid:partner_id>/programs", "clients", clients, methods=["GET", "POST"]
    )


@unit_of_work()
def clients(work: Work, partner_id: UUID) -> Answer:
    """A new secret is shown on this one answer, and on no other."""
    form = _form(request.form)
    asked = request.method != "POST"
    made: list[NewClient] = []
    if (
        not asked
        and form.validate()
        and carried_out(
            work, form, lambda: made.append(make_client(work, form.to_command(partner_id)))
        )
    ):
        asked, form = True, _form()
    return page(
        "partners/clients.html",
        200 if asked else 422,
        form=form,
        view=service(work, partner_id),
        made=made[0] if made else None,
        scopes={scope.value: text for scope, text in SCOPES.items()},
        description=work.settings.public_url.rstrip("/") + "/api/v1/openapi.json",
    )


def _form(sent: MultiDict[str, str] | None = None) -> ClientForm:
    form = ClientForm(sent)
    form.scopes.choices = [(scope.value, gettext(text)) for scope, text in SCOPES.items()]
    return form
