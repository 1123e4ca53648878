"""A privacy officer signs the accountability pack."""

from flask import Blueprint, redirect, request, url_for

from signalering.domain.errors import Conflict
from signalering.forms.audit.sign_pack import SignPackForm
from signalering.routes.audit._packs import pack_page
from signalering.services.audit.sign_pack import sign_pack as service
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, unit_of_work
from signalering.web.language import told


def register(blueprint: Blueprint) -> None:
    """Put the step on the blueprint."""
    blueprint.add_url_rule("/accountability/sign", "sign_pack", sign_pack, methods=["POST"])


@unit_of_work()
def sign_pack(work: Work) -> Answer:
    """When it is not what was seen, the page comes back as it is now."""
    form = SignPackForm(request.form)
    try:
        service(work, form.to_command())
    except Conflict as error:
        work.rollback()
        form.form_errors.append(told(error))
        return pack_page(work, form, 409)
    messages.say("pack_signed")
    return redirect(url_for("audit.pack"))
