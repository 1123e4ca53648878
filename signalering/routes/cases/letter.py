"""A coordinator prints a letter to the resident, and writes down that it goes out."""

from uuid import UUID

from flask import Blueprint, redirect, request, url_for
from flask_babel import force_locale, format_date

from signalering.domain.languages import LANGUAGES
from signalering.domain.letter_texts import LETTER_TEXTS
from signalering.forms.cases.letter import LetterForm
from signalering.routes.keeping import DONE, kept
from signalering.services.cases.letter import letter as service
from signalering.services.cases.letter import sent
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule(
        "/cases/<uuid:case_id>/letter", "letter", letter, methods=["GET", "POST"]
    )


@unit_of_work(words=True)
def letter(work: Work, case_id: UUID) -> Answer:
    """The letter in Dutch, or in the language that is asked for; the button counts it as a try."""
    form = LetterForm(request.form)
    status = 200
    if request.method == "POST":
        status = kept(work, form, lambda: sent(work, case_id, form.seen()))
        if status == DONE:
            messages.say("letter_recorded")
            return redirect(url_for("cases.show", case_id=case_id))
    asked = request.args.get("written_in", "")
    chosen = asked if asked in LETTER_TEXTS else LANGUAGES[0]
    view = service(work, case_id)
    with force_locale(chosen):
        written_on = format_date(view.day, "d MMMM y")
    return page(
        "cases/letter.html",
        status,
        form=form,
        view=view,
        written_on=written_on,
        text=LETTER_TEXTS[chosen],
        chosen=chosen,
        offered=LANGUAGES,
    )
