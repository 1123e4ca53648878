"""A coordinator gives a case to a colleague."""

from collections.abc import Iterable
from uuid import UUID

from flask import Blueprint, redirect, request, url_for
from flask_babel import format_date, gettext

from signalering.domain.views.cases.reassign import Colleague
from signalering.forms.cases.reassign import ReassignForm
from signalering.routes.cases._keeping import DONE, kept
from signalering.services.cases.head import kept_head
from signalering.services.cases.reassign import colleagues
from signalering.services.cases.reassign import reassign as service
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule(
        "/cases/<uuid:case_id>/reassign", "reassign", reassign, methods=["GET", "POST"]
    )


@unit_of_work()
def reassign(work: Work, case_id: UUID) -> Answer:
    """A colleague and a note."""
    form = ReassignForm(request.form)
    form.owner.choices = offered(colleagues(work), gettext("kies een collega"))
    status = 200
    if request.method == "POST":
        status = kept(work, form, lambda: service(work, form.to_command(case_id)))
        if status == DONE:
            messages.say("case_reassigned")
            return redirect(url_for("cases.list"))
    return page("cases/reassign.html", status, form=form, head=kept_head(work, case_id))


def offered(people: Iterable[Colleague], nobody: str) -> list[tuple[str, str]]:
    """Colleagues as a form offers them; of who is away it says until when."""
    return [("", nobody), *((str(one.id), _named(one)) for one in people)]


def _named(one: Colleague) -> str:
    if one.away_until is None:
        return one.name
    until = format_date(one.away_until, "d MMMM")
    return str(gettext("%(name)s (afwezig tot en met %(day)s)", name=one.name, day=until))
