"""A reporter takes a signal back."""

from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from signalering.forms.signals.withdraw import WithdrawForm
from signalering.services.signals.receipt import receipt
from signalering.services.signals.withdraw import withdraw as service
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule(
        "/signals/<uuid:signal_id>/withdraw", "withdraw", withdraw, methods=["GET", "POST"]
    )


@unit_of_work()
def withdraw(work: Work, signal_id: UUID) -> Answer:
    """Say what is erased, and do it once the word is typed over."""
    form = WithdrawForm(request.form)
    asked = request.method != "POST"
    if not asked and form.validate():
        service(work, signal_id)
        messages.say("signal_withdrawn")
        return redirect(url_for("signals.mine"))
    view = receipt(work, signal_id)
    return page("signals/withdraw.html", 200 if asked else 422, form=form, view=view)
