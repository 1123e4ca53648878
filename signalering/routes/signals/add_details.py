"""Contact details that come after the signal."""

from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from signalering.domain.consent import CONTACT_TEXT_NOW, CONTACT_TEXTS, SPOKEN_TEXTS
from signalering.domain.states import Hat
from signalering.forms.signals.add_details import AddDetailsForm
from signalering.services.signals.add_details import add_details as service
from signalering.services.signals.add_details import addressed
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, carried_out, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule(
        "/signals/<uuid:signal_id>/add-details",
        "add_details",
        add_details,
        methods=["GET", "POST"],
    )


@unit_of_work()
def add_details(work: Work, signal_id: UUID) -> Answer:
    """The text that is read out, the details, and the yes."""
    form = AddDetailsForm(request.form)
    signal = addressed(work, signal_id)
    reference, owner = signal.reference, signal.owner_id
    keeps = work.by().hat is Hat.COORDINATOR and work.by().keeps(owner)
    back = url_for("signals.show", signal_id=signal_id) if keeps else url_for("signals.mine")
    if (
        request.method == "POST"
        and form.validate()
        and carried_out(work, form, lambda: service(work, signal_id, form.to_command()))
    ):
        messages.say("details_added")
        return redirect(back)
    version = form.text_version.data or ""
    if version not in SPOKEN_TEXTS:
        form.text_version.data = version = CONTACT_TEXT_NOW
    return page(
        "signals/add_details.html",
        422 if request.method == "POST" else 200,
        form=form,
        signal_id=signal_id,
        reference=reference,
        back=back,
        consent_text=CONTACT_TEXTS[version],
    )
