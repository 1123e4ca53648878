"""Send the issue that was looked through."""

from flask import Blueprint, redirect, request, url_for

from signalering.forms.network.publish import PublishForm
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
    """It goes out once the word was typed."""
    form = PublishForm(request.form)
    if not form.validate():
        return page("network/preview.html", 422, form=form, view=preview(work))
    service(work, form.seen())
    messages.say("newsletter_sent")
    return redirect(url_for("network.issues"))
