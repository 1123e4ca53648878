"""A cover is changed, or ends before its last day."""

from typing import Any
from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from signalering.domain.views.accounts.cover import CoverLine
from signalering.forms.accounts.change_cover import ChangeCoverForm
from signalering.routes.accounts.cover import longest, offered
from signalering.routes.keeping import DONE, kept
from signalering.services.accounts.change_cover import change_cover as service
from signalering.services.accounts.change_cover import cover_line, end_cover
from signalering.services.accounts.cover import covers
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule(
        "/accounts/cover/<uuid:cover_id>", "change_cover", change_cover, methods=["GET", "POST"]
    )


@unit_of_work()
def change_cover(work: Work, cover_id: UUID) -> Answer:
    """Another colleague or other days; the second button ends it now."""
    line = cover_line(work, cover_id)
    form, status = _form(work, line, request.form), 200
    form.until_on.description = longest(work)
    if request.method == "POST":
        if "end" in request.form:
            end_cover(work, cover_id, form.seen())
            messages.say("cover_ended")
            return redirect(url_for("accounts.cover"))
        status = kept(
            work,
            form,
            lambda: service(work, form.to_command(cover_id)),
            lambda: _form(work, cover_line(work, cover_id)),
        )
        if status == DONE:
            messages.say("cover_changed")
            return redirect(url_for("accounts.cover"))
        line = cover_line(work, cover_id)
    return page("accounts/change_cover.html", status, form=form, line=line)


def _form(work: Work, line: CoverLine, sent: Any = None) -> ChangeCoverForm:
    form = ChangeCoverForm(sent, by=str(line.by_id), from_on=line.from_on, until_on=line.until_on)
    form.by.choices = offered(covers(work).able)
    return form
