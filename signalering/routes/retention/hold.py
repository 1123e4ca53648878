"""Something is kept past its term."""

from flask import Blueprint, redirect, request, url_for

from signalering.domain.retention import Erasable, HoldReason
from signalering.forms.retention.hold import HoldForm
from signalering.services.retention.hold import hold as service
from signalering.services.retention.overview import holds
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, carried_out, page, unit_of_work
from signalering.web.language import choices


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/retention/holds", "hold", hold, methods=["GET", "POST"])


@unit_of_work()
def hold(work: Work) -> Answer:
    """What is held now, and a form for one more."""
    form = HoldForm(request.form)
    form.kind.choices = choices("erasables", Erasable.CASE.value, Erasable.SIGNAL.value)
    form.reason.choices = choices("hold_reasons", *(one.value for one in HoldReason))
    form.hold_for.choices = choices("hold_terms")
    asked = request.method != "POST"
    if (
        not asked
        and form.validate()
        and carried_out(work, form, lambda: service(work, form.to_command()))
    ):
        messages.say("hold_set")
        return redirect(url_for("retention.hold"))
    return page("retention/hold.html", 200 if asked else 422, form=form, held=holds(work))
