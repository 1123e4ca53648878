"""The coordinators' cases."""

from flask import Blueprint, request, session
from flask_babel import gettext
from werkzeug.datastructures import MultiDict

from signalering.domain.commands.cases.list import CaseFilter, ListCases, PageKey
from signalering.domain.quiet import Quiet
from signalering.domain.states import CaseState
from signalering.forms.cases.list import NarrowForm
from signalering.services.accounts.covering import note_for
from signalering.services.cases.list import MOST
from signalering.services.cases.list import list_cases as service
from signalering.services.work import Work
from signalering.web.context import Answer, page, unit_of_work
from signalering.web.language import choices

REMEMBERED = "cases"


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/cases", "list", list_cases)


@unit_of_work(words=True)
def list_cases(work: Work) -> Answer:
    """One page of one queue; an unknown queue is one's own."""
    queue, narrow = request.args.get("queue", ""), _narrowed()
    ask = ListCases(
        filter=CaseFilter(queue) if queue in [*CaseFilter] else CaseFilter.OWN,
        after=PageKey.read(request.args.get("after", "")),
        only=narrow.to_command(),
    )
    return page(
        "cases/list.html",
        view=service(work, ask),
        cover=note_for(work, work.by().account_id),
        paged=ask.after is not None,
        most=MOST,
        only=ask.only,
        narrow=narrow,
        gone_quiet=Quiet.ONE_MONTH.value,
    )


def _narrowed() -> NarrowForm:
    """What was chosen above the list; it is remembered until it is chosen anew."""
    if request.args.get("narrow"):
        sent = NarrowForm(request.args)
        session[REMEMBERED] = {field.name: str(field.data or "") for field in sent}
    form = NarrowForm(MultiDict(session.get(REMEMBERED, {})))
    live = (state.value for state in CaseState if state is not CaseState.CLOSED)
    form.state.choices = [("", gettext("alles")), *choices("case_states", *live)]
    form.area.choices = [("", gettext("alles")), *choices("areas")]
    return form
