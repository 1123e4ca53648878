"""The coordinators' queues."""

from flask import Blueprint, Response, request, session
from flask_babel import gettext
from werkzeug.datastructures import MultiDict

from signalering.domain.commands.signals.inbox import (
    AskInbox,
    InboxFilter,
    Place,
)
from signalering.forms.signals.assign import AssignForm
from signalering.forms.signals.find import FindForm
from signalering.forms.signals.inbox import NarrowForm
from signalering.services.accounts.covering import note_for
from signalering.services.signals.assign import colleagues
from signalering.services.signals.inbox import MOST
from signalering.services.signals.inbox import inbox as service
from signalering.services.work import Work
from signalering.web.colleagues import offered
from signalering.web.context import Answer, house, page, unit_of_work
from signalering.web.duties import remind_reporters
from signalering.web.language import choices
from signalering.web.visitor import current_visitor

REMEMBERED = "inbox"


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/signals/inbox", "inbox", inbox)


def inbox() -> Response:
    """Reporters who owe an answer are reminded first, in a transaction of its own."""
    visitor = current_visitor()
    if visitor is not None:
        remind_reporters(house(), visitor.actor, visitor.opened)
    return _shown()


@unit_of_work(words=True)
def _shown(work: Work) -> Answer:
    """One page of one queue; an unknown queue is the first one."""
    return shown(work)


def shown(work: Work, assigning: AssignForm | None = None, status: int = 200) -> Answer:
    """The page; with a form of ticks that came back, these stay."""
    queue, narrow = request.args.get("queue", ""), _narrowed()
    only = narrow.to_command()
    ask = AskInbox(
        filter=InboxFilter(queue) if queue in list(InboxFilter) else InboxFilter.NEW,
        after=Place.read(request.args.get("after", "")),
        only=only,
    )
    form = assign_form(work) if assigning is None else assigning
    return page(
        "signals/inbox.html",
        status,
        view=service(work, ask),
        paged=ask.after is not None,
        most=MOST,
        cover=note_for(work, work.by().account_id),
        form=form,
        ticked={str(one) for one in form.signals.data or ()},
        only=only,
        narrow=narrow,
        numbered=FindForm(),
    )


def assign_form(work: Work) -> AssignForm:
    """What was sent, if anything, with the colleagues to choose from."""
    form = AssignForm(request.form)
    form.owner.choices = offered(colleagues(work))
    return form


def _narrowed() -> NarrowForm:
    """What was chosen above the list; it is remembered until it is chosen anew."""
    if request.args.get("narrow"):
        sent = NarrowForm(request.args)
        session[REMEMBERED] = {field.name: str(field.data or "") for field in sent}
    form = NarrowForm(MultiDict(session.get(REMEMBERED, {})))
    for field, listed in (
        (form.area, "areas"),
        (form.age_band, "age_bands"),
        (form.reporter_group, "statistics_groups"),
        (form.request, "requests"),
    ):
        field.choices = [("", gettext("alles")), *choices(listed)]
    return form
