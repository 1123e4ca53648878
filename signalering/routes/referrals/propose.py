"""A coordinator proposes a referral."""

from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from signalering.domain.views.directory.list import InitiativeView
from signalering.forms.directory.list import SearchForm
from signalering.forms.referrals.propose import ProposeForm
from signalering.routes.cases._keeping import DONE, kept
from signalering.routes.directory.list import search_form
from signalering.services.cases.show import open_kept
from signalering.services.directory.list import list_initiatives
from signalering.services.referrals.propose import propose as service
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, page, unit_of_work
from signalering.web.language import choices


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule(
        "/cases/<uuid:case_id>/propose-referral", "propose", propose, methods=["GET", "POST"]
    )


@unit_of_work(words=True)
def propose(work: Work, case_id: UUID) -> Answer:
    """First what is the matter, then an initiative from the directory."""
    form = ProposeForm(request.form)
    search = search_form(SearchForm(request.args))
    listed = list_initiatives(work, search.to_command() if search.validate() else None)
    found = tuple(one for one in listed if not one.stopped)
    form.loneliness.choices = choices("kinds_of_loneliness")
    form.initiative.choices = [(str(one.id), one.name) for one in found]
    status = 200
    if request.method == "POST":
        status = kept(work, form, lambda: service(work, form.to_command(case_id)))
        if status == DONE:
            messages.say("referral_proposed")
            return redirect(url_for("cases.show", case_id=case_id))
    view = open_kept(work, case_id)
    for field in (form.loneliness, form.behind):
        field.flags.required = not view.assessed
    return page(
        "referrals/propose.html",
        status,
        form=form,
        search=search,
        offers=_by_id(found),
        view=view,
    )


def _by_id(found: tuple[InitiativeView, ...]) -> dict[str, InitiativeView]:
    return {str(one.id): one for one in found}
