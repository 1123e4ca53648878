"""Send the issue that was looked through."""

from flask import Blueprint, redirect, request, url_for

from signalering.domain.errors import Conflict, NotFound
from signalering.domain.views.network.preview import PreviewView
from signalering.forms.network.publish import PublishForm
from signalering.routes.keeping import DONE, OVERTAKEN, kept
from signalering.services.network.preview import preview
from signalering.services.network.publish import publish as service
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the step on the blueprint."""
    blueprint.add_url_rule("/newsletter/publish", "publish", publish, methods=["POST"])


@unit_of_work()
def publish(work: Work) -> Answer:
    """It goes out once the word was typed; what changed meanwhile is looked through first."""
    form = PublishForm(request.form)
    status = kept(work, form, lambda: service(work, form.seen(), form.shown.data or ""))
    if status == DONE:
        messages.say("newsletter_sent")
        return redirect(url_for("network.issues"))
    view = _still_written(work)
    if status == OVERTAKEN:
        form.shown.data = view.shown
    return page("network/preview.html", status, form=form, view=view)


def _still_written(work: Work) -> PreviewView:
    """As it reads now. Raises Conflict when it has gone out."""
    try:
        return preview(work)
    except NotFound:
        raise Conflict from None
