"""The form that a worker fills in after a conversation."""

import secrets

from flask import Blueprint, redirect, request, url_for

from signalering.domain.commands.signals.log import NOTE_LIMIT
from signalering.domain.consent import CONTACT_TEXT_NOW, CONTACT_TEXTS, SPOKEN_TEXTS
from signalering.domain.errors import IntakeClosed, InvalidInput, TooOften
from signalering.domain.states import ContactAnswer
from signalering.domain.views.signals.receipt import Receipt
from signalering.domain.vocabularies import vocabulary
from signalering.forms.signals.log import LogForm
from signalering.routes.signals._found import replaced
from signalering.routes.signals._training import training_notice
from signalering.services.accounts import draft as drafts
from signalering.services.keys.coverage import require_intake
from signalering.services.signals.card import make_card
from signalering.services.signals.log import log as service
from signalering.services.signals.note import checked_note
from signalering.services.signals.usual import usual_place
from signalering.services.work import Work
from signalering.web.context import Answer, Page, carried_out, page, unit_of_work
from signalering.web.drafts import draft_for, place_of
from signalering.web.language import choices, told


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/signals/log", "log", log, methods=["GET", "POST"])


@unit_of_work()
def log(work: Work) -> Answer:
    """Show the form; take the signal in; whatever is refused, what was typed stays."""
    place = place_of("signals.log")
    kept = draft_for(work, place)
    form = LogForm(kept or request.form)
    _offer(form)
    if not form.token.data:
        form.token.data = secrets.token_urlsafe(24)
    if request.method != "POST":
        try:
            require_intake(work)
        except IntakeClosed as error:
            return page("errors/intake_closed.html", 503, message=told(error))
        if kept is None:
            form.place.data = usual_place(work)
        return _shown(form, 200, from_draft=kept is not None)
    if "take_over" in request.form:
        return _taken_over(form)
    if "new_card" in request.form:
        return _with_card(work, form)
    if not form.validate():
        _guard_note(work, form)
        return _shown(form, 422)
    taken: list[Receipt] = []
    try:
        if carried_out(work, form, lambda: taken.append(service(work, form.to_command()))):
            drafts.forget(work, place)
            return redirect(url_for("signals.receipt", signal_id=taken[0].signal_id))
    except IntakeClosed as error:
        work.rollback()
        form.form_errors.append(told(error))
        return _shown(form, 503)
    return _shown(form, 422)


def _guard_note(work: Work, form: LogForm) -> None:
    """What else is wrong is said together with what the note gives away."""
    if not form.note.errors:
        try:
            checked_note(work, form.note.data or "", form.no_name.data or ())
        except InvalidInput as error:
            form.refuse(error)


def _with_card(work: Work, form: LogForm) -> Answer:
    form.contact_answer.data = ContactAnswer.CARD.value
    try:
        form.card_code.data = make_card(work)
    except TooOften as error:
        work.rollback()
        form.form_errors.append(told(error))
        return _shown(form, 429)
    return _shown(form, 200, card_made=True)


def _taken_over(form: LogForm) -> Page:
    """The note comes back with the proposals in it, to be read again before it is sent."""
    status = replaced(form, NOTE_LIMIT)
    return _shown(form, status, taken_over=status == 200)


def _shown(
    form: LogForm,
    status: int,
    *,
    taken_over: bool = False,
    from_draft: bool = False,
    card_made: bool = False,
) -> Page:
    version = form.text_version.data or ""
    if version not in SPOKEN_TEXTS:
        form.text_version.data = version = CONTACT_TEXT_NOW
    return page(
        "signals/log.html",
        status,
        form=form,
        taken_over=taken_over,
        card_made=card_made,
        draft_place=place_of("signals.log"),
        from_draft=from_draft,
        consent_text=CONTACT_TEXTS[version],
        training=training_notice(),
        may_be_danger=[term.code for term in vocabulary("indicators") if term.extra["help_hint"]],
    )


def _offer(form: LogForm) -> None:
    named, groups = dict(choices("indicator_groups")), dict[str, list[tuple[str, str]]]()
    for code, text in choices("indicators"):
        group = vocabulary("indicators").term(code).extra["group"]
        groups.setdefault(named[group], []).append((code, text))
    form.indicators.choices = groups
    form.place.choices = [("", ""), *choices("places")]
    form.age_band.choices = choices("age_bands")
    form.lives_with.choices = choices("lives_with")
    form.duration.choices = choices("duration")
    form.loneliness.choices = choices("kinds_of_loneliness")
    form.main_wish.choices = choices("wishes")
    form.further_wishes.choices = [
        choice for choice in choices("wishes") if choice[0] not in {"nothing_now", "unknown"}
    ]
    form.talked_about.choices = choices("talked_about")
    form.request.choices = choices("requests")
    form.contact_answer.choices = choices("contact_answers")
