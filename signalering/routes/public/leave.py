"""A resident leaves contact details, or others in their place."""

from flask import Blueprint, request

from signalering.domain.errors import IntakeClosed, TooOften
from signalering.forms.public.leave import LeaveForm
from signalering.routes.public._cards import form_page, is_spoken, lost, overview
from signalering.services.public.leave import leave as service
from signalering.services.work import Work
from signalering.web.addresses import visitor_address
from signalering.web.context import Answer, carried_out, unit_of_work
from signalering.web.language import language, told


def register(blueprint: Blueprint) -> None:
    """Put the step on the blueprint."""
    blueprint.add_url_rule("/card/details", "leave", leave, methods=["POST"])


@unit_of_work()
def leave(work: Work) -> Answer:
    """The form, or what was typed in it; nothing typed is lost."""
    form = LeaveForm(request.form)
    if "open" in request.form:
        return form_page(LeaveForm(data={"code": form.code.data}), is_spoken())
    if not form.validate():
        return form_page(form, is_spoken(), 422)
    views = []
    command = form.to_command(language())
    try:
        if carried_out(work, form, lambda: views.append(service(work, command, visitor_address()))):
            return overview(views[0], "left")
    except (IntakeClosed, TooOften) as error:
        work.rollback()
        form.form_errors.append(told(error))
        return form_page(form, is_spoken(), 429 if isinstance(error, TooOften) else 503)
    return lost(form) if form.code.errors else form_page(form, is_spoken(), 422)
