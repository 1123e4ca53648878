"""The audit trail, with its search."""

from typing import Any

from flask import Blueprint, request, url_for

from signalering.domain.commands.audit.trail import SearchTrail
from signalering.domain.views.audit.trail import TrailView
from signalering.forms.audit.trail import TrailForm
from signalering.routes.audit._page import offer, trail_page
from signalering.services.audit.trail import trail as read_trail
from signalering.services.work import Work
from signalering.web.context import Answer, carried_out, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/audit-trail", "trail", trail)


@unit_of_work(words=True)
def trail(work: Work) -> Answer:
    """A page of what was found; with a search that can't be done, the newest acts."""
    form = TrailForm(request.args)
    offer(form)
    found: list[TrailView] = []
    if form.validate():
        carried_out(work, form, lambda: found.append(read_trail(work, form.to_command())))
    view = found[0] if found else read_trail(work, SearchTrail())
    return trail_page(
        view,
        form,
        200 if found else 422,
        searched=bool(found) and form.to_command().searches,
        next_url=_next(view) if found else None,
    )


def _next(view: TrailView) -> str | None:
    if not view.next_before:
        return None
    asked: dict[str, Any] = {name: value for name, value in request.args.items() if value}
    return url_for("audit.trail", **(asked | {"before": view.next_before}))
