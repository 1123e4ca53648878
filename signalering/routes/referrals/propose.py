"""A coordinator proposes a referral."""

from contextlib import suppress
from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from signalering.domain.views.directory.list import InitiativeView
from signalering.forms.directory.list import SearchForm
from signalering.forms.referrals.propose import ProposeForm
from signalering.routes.directory.list import search_form
from signalering.routes.keeping import DONE, kept
from signalering.services.cases.show import open_kept
from signalering.services.directory.list import initiatives, list_initiatives
from signalering.services.referrals.propose import propose as service
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, page, unit_of_work
from signalering.web.drafts import typed
from signalering.web.language import choices
from signalering.web.paging import asked_page


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule(
        "/cases/<uuid:case_id>/propose-referral", "propose", propose, methods=["GET", "POST"]
    )


@unit_of_work(words=True)
def propose(work: Work, case_id: UUID) -> Answer:
    """First what is the matter, then an initiative from the directory."""
    form = ProposeForm(typed(work))
    search = search_form(SearchForm(request.args))
    listed = list_initiatives(work, search.to_command(asked_page(request.args)))
    found = _offered(work, listed.offers, str(form.initiative.data or ""))
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
        listed=listed,
        view=view,
    )


def _offered(
    work: Work, listed: tuple[InitiativeView, ...], chosen: str
) -> tuple[InitiativeView, ...]:
    """What runs of this page, and what was chosen on another one."""
    known = {str(one.id) for one in listed}
    with suppress(ValueError):
        listed += initiatives(work, [UUID(chosen)]) if chosen and chosen not in known else ()
    return tuple(one for one in listed if not one.stopped)


def _by_id(found: tuple[InitiativeView, ...]) -> dict[str, InitiativeView]:
    return {str(one.id): one for one in found}
