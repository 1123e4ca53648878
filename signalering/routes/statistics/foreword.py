"""A coordinator writes what stands in front of a report for the alderman."""

from flask import Blueprint, redirect, request, url_for

from signalering.domain.commands.statistics.foreword import FOREWORD_LIMIT
from signalering.domain.views.statistics.foreword import ForewordView
from signalering.forms.statistics.foreword import ForewordForm
from signalering.routes.keeping import DONE, OVERTAKEN, kept
from signalering.routes.signals._found import replaced
from signalering.routes.statistics._period import asked
from signalering.services.accounts import draft as drafts
from signalering.services.statistics.foreword import foreword as service
from signalering.services.statistics.foreword import kept_foreword
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, page, unit_of_work
from signalering.web.drafts import draft_for, place_of


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/statistics/foreword", "foreword", foreword, methods=["GET", "POST"])


@unit_of_work()
def foreword(work: Work) -> Answer:
    """Write it; whatever is refused, what was typed stays, beside what a colleague kept."""
    view = kept_foreword(work, asked())
    place = place_of("statistics.foreword", view.period)
    draft = draft_for(work, place)
    if request.method == "GET":
        form = ForewordForm(draft, text=view.text)
        return _shown(form, view, from_draft=draft is not None)
    form = ForewordForm(request.form)
    if "take_over" in request.form:
        return _shown(form, view, replaced(form, FOREWORD_LIMIT))
    status = kept(work, form, lambda: service(work, form.to_command(view.period)))
    if status == DONE:
        drafts.forget(work, place)
        messages.say("foreword_kept")
        return redirect(url_for("statistics.alderman", period=view.period))
    return _shown(form, kept_foreword(work, view.period), status)


def _shown(
    form: ForewordForm, view: ForewordView, status: int = 200, *, from_draft: bool = False
) -> Answer:
    """The page. Who sends it again after a conflict has read what it replaces."""
    return page(
        "statistics/foreword.html",
        status,
        form=form,
        view=view,
        limit=FOREWORD_LIMIT,
        draft_place=place_of("statistics.foreword", view.period),
        from_draft=from_draft,
        overtaken=status == OVERTAKEN,
    )
