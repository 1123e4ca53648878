"""The audit trail, with its search."""

from collections.abc import Mapping
from typing import Any

from flask import Blueprint, request, url_for
from flask_babel import gettext

from signalering.domain.audit_actions import ACTIONS
from signalering.domain.audit_labels import OBJECT_KINDS, OUTCOMES
from signalering.domain.commands.audit.trail import SearchTrail
from signalering.domain.views.audit.trail import TrailView
from signalering.forms.audit.trail import TrailForm
from signalering.routes.audit._telling import more
from signalering.services.audit.trail import trail as read_trail
from signalering.services.work import Work
from signalering.web.context import Answer, carried_out, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/audit-trail", "trail", trail)


@unit_of_work(words=True)
def trail(work: Work) -> Answer:
    """A page of what was found; with a search that can't be done, the newest acts."""
    form = TrailForm(request.args)
    form.action.choices = _choices({action: spec.label for action, spec in ACTIONS.items()})
    form.object_kind.choices = _choices(OBJECT_KINDS)
    form.outcome.choices = _choices(OUTCOMES)
    found: list[TrailView] = []
    if form.validate():
        carried_out(work, form, lambda: found.append(read_trail(work, form.to_command())))
    view = found[0] if found else read_trail(work, SearchTrail())
    form.account.choices = [("", gettext("iedereen"))] + [
        (str(account_id), name) for account_id, name in view.accounts
    ]
    return page(
        "audit/trail.html",
        status=200 if found else 422,
        view=view,
        form=form,
        searched=bool(found) and form.to_command().searches,
        next_url=_next(view) if found else None,
        kinds=OBJECT_KINDS,
        outcomes=OUTCOMES,
        more=more,
    )


def _choices(labels: Mapping[str, str]) -> list[tuple[str, str]]:
    named = [(str(code), str(gettext(label))) for code, label in labels.items()]
    return [("", gettext("alles")), *sorted(named, key=lambda pair: pair[1].casefold())]


def _next(view: TrailView) -> str | None:
    if not view.next_before:
        return None
    asked: dict[str, Any] = {name: value for name, value in request.args.items() if value}
    return url_for("audit.trail", **(asked | {"before": view.next_before}))
