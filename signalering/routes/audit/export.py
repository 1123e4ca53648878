"""A part of the audit trail as a file."""

from flask import Blueprint, request

from signalering.domain.commands.audit.trail import SearchTrail
from signalering.domain.errors import InvalidInput
from signalering.domain.views.audit.export import ExportView
from signalering.forms.audit.export import ExportForm
from signalering.forms.audit.trail import TrailForm
from signalering.routes.audit._page import offer, trail_page
from signalering.services.audit.export import export as service
from signalering.services.audit.trail import trail as read_trail
from signalering.services.work import Work
from signalering.web.context import Answer, carried_out, download, unit_of_work
from signalering.web.sheets.trail import trail_file


def register(blueprint: Blueprint) -> None:
    """Put the step on the blueprint."""
    blueprint.add_url_rule("/audit-trail/export", "export", export, methods=["POST"])


@unit_of_work()
def export(work: Work) -> Answer:
    """All that a search finds; with one that can't be done, the page of the trail."""
    chosen = ExportForm(request.form)
    if not chosen.validate():
        raise InvalidInput("written_as", "unknown_code")
    form = TrailForm(request.form)
    offer(form)
    found: list[ExportView] = []
    if form.validate():
        command = chosen.to_command(form.to_command())
        carried_out(work, form, lambda: found.append(service(work, command)))
        if found:
            file = trail_file(found[0], command.form)
            return download(file.body, file.name, file.kind)
    view = read_trail(work, SearchTrail())
    return trail_page(view, form, 422, searched=False, next_url=None)
