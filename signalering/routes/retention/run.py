"""A privacy officer sees what would be erased, and sets it going."""

from collections.abc import Callable

from flask import Blueprint, Response, redirect, request, url_for

from signalering.domain.retention import RunWay
from signalering.forms.retention.run import RunForm
from signalering.services.retention.preview import preview
from signalering.services.retention.run import run as service
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, house, page, rendered, unit_of_work
from signalering.web.visitor import current_visitor

# Nobody waits for more; the daily run goes on with what is left.
ROUNDS = 20


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/retention/run", "run", run, methods=["GET", "POST"])


def run() -> Response:
    """It takes transactions of its own: what is erased in one stays erased if the next fails."""
    form, visitor = RunForm(request.form), current_visitor()
    if request.method != "POST" or visitor is None or not form.validate():
        return _shown(form)
    done = service(house(), RunWay.PAGE, visitor.actor, visitor.opened, _after(ROUNDS))
    messages.say("run_done" if done else "run_goes_on")
    if done:
        return rendered(redirect(url_for("retention.declaration", run_id=done[0])))
    return rendered(redirect(url_for("retention.overview")))


@unit_of_work()
def _shown(work: Work, form: RunForm) -> Answer:
    """The dry run."""
    status = 200 if request.method != "POST" else 422
    return page("retention/run.html", status, form=form, view=preview(work))


def _after(rounds: int) -> Callable[[], bool]:
    """Stop when that many are begun."""
    left = iter(range(rounds))
    return lambda: next(left, None) is None
