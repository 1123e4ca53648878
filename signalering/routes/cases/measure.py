"""A coordinator asks a resident how lonely they feel, and writes down the answers."""

from typing import Any
from uuid import UUID

from flask import Blueprint, redirect, request, url_for
from flask_babel import gettext

from signalering.domain.measures import DIRECT, Response
from signalering.domain.views.cases.measure import MeasureView
from signalering.domain.views.cases.measured import Measured
from signalering.forms.cases.measure import ITEM, OPEN, MeasureForm, measure_form
from signalering.forms.version import number_of
from signalering.routes.keeping import DONE, kept
from signalering.services.cases.measure import measure as service
from signalering.services.cases.measure import measuring
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, page, unit_of_work
from signalering.web.language import choices, label, language, moment_name

ANSWERED = Response.ANSWERED
REASONS = tuple(one for one in Response if one is not ANSWERED)


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule(
        "/cases/<uuid:case_id>/measure", "measure", measure, methods=["GET", "POST"]
    )


@unit_of_work(words=True)
def measure(work: Work, case_id: UUID) -> Answer:
    """One form for a moment, filled in with the resident beside."""
    posted = request.method == "POST"
    asked = request.form.get("corrects") if posted else request.args.get("corrects")
    corrects = number_of(asked) if asked else None
    view = measuring(work, case_id, corrects)
    form = _form(view)
    status = 200
    if posted:
        status = kept(work, form, lambda: service(work, form.to_command(case_id)))
        if status == DONE:
            messages.say("measure_recorded")
            return redirect(url_for("cases.show", case_id=case_id))
        view = measuring(work, case_id, corrects)
    return page("cases/measure.html", status, form=form, view=view)


def _form(view: MeasureView) -> MeasureForm:
    wording = view.questions.wording
    kind = measure_form(wording.items if wording else (), language())
    form = kind(request.form) if request.method == "POST" else kind(data=_filled(view))
    form.moment.choices = [(str(one.months), moment_name(one.months)) for one in view.moments]
    # Without consent nothing is asked; whoever sends answers all the same is told by the service.
    offered = Response if view.has_consent or request.method == "POST" else REASONS
    form.response.choices = choices("measure_responses", *offered)
    nothing = (OPEN, gettext("geen antwoord"))
    form.direct.label.text = label(DIRECT, "measures")
    form.direct.choices = [*choices("direct_answers"), nothing]
    for item in form.items:
        item.choices = [*choices("scale_answers"), nothing]
    return form


def _filled(view: MeasureView) -> dict[str, Any]:
    """What most likely is the answer, or what was recorded before."""
    if view.corrected is not None:
        return _recorded(view.corrected)
    ready = [str(one.months) for one in view.moments if one.is_open]
    return {
        "moment": ready[-1] if ready else None,
        "day": view.today,
        "response": ANSWERED if view.has_consent else None,
    }


def _recorded(one: Measured) -> dict[str, Any]:
    return {
        "moment": str(one.months),
        "day": one.day,
        "response": one.response,
        "direct": OPEN if one.direct is None else str(one.direct),
        "corrects": str(one.number),
        **{f"{ITEM}{item}": said for item, said in one.answers.items()},
    }
