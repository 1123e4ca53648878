"""A receiver answers by the link."""

from flask import Blueprint, redirect, request, url_for

from signalering.domain.errors import Conflict, NotAllowedNow, NotFound, TooOften
from signalering.domain.views.referrals.receive import ReceiverView
from signalering.forms.referrals.answer import AnswerForm
from signalering.routes.referrals._receiver import offered, refused, shown
from signalering.services.referrals.answer import answer as service
from signalering.services.referrals.receive import receive as again
from signalering.services.work import Work
from signalering.web.addresses import visitor_address
from signalering.web.context import Answer, carried_out, unit_of_work
from signalering.web.language import told


def register(blueprint: Blueprint) -> None:
    """Put the step on the blueprint."""
    blueprint.add_url_rule(
        "/referral/<token:token>/answer", "answer", answer, methods=["GET", "POST"]
    )


@unit_of_work()
def answer(work: Work, token: str) -> Answer:
    """Take it, and show what can be said next; what does not fit any more is told.

    Its address is the one that receivers keep: from there it goes to the button.
    """
    if request.method != "POST":
        return redirect(url_for("referrals.receive", token=token))
    form = offered(AnswerForm(request.form))
    address, status = visitor_address(), 422
    views: list[ReceiverView] = []
    try:
        if form.validate():
            try:
                if carried_out(
                    work,
                    form,
                    lambda: views.append(service(work, form.to_command(token), address)),
                ):
                    return shown(views[0])
            except (Conflict, NotAllowedNow) as error:
                work.rollback()
                form.form_errors.append(told(error))
                status = 409
        return shown(again(work, token, address), form, status)
    except (NotFound, TooOften) as error:
        return refused(work, error)
