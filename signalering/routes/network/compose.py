"""Write the issue of the newsletter that goes out next."""

from flask import Blueprint, redirect, request, url_for

from signalering.domain.errors import InvalidInput
from signalering.domain.newsletter import INTRO_LIMIT
from signalering.domain.views.network.compose import ComposeView
from signalering.forms.network.compose import ComposeForm
from signalering.routes.keeping import DONE, OVERTAKEN, kept
from signalering.routes.signals._found import which_finding
from signalering.services.accounts import draft as drafts
from signalering.services.network.compose import compose as service
from signalering.services.network.compose import composing
from signalering.services.signals.note import with_replacements
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, page, unit_of_work
from signalering.web.drafts import draft_for, place_of
from signalering.web.language import language

PLACE = place_of("network.compose")


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/newsletter/compose", "compose", compose, methods=["GET", "POST"])


@unit_of_work()
def compose(work: Work) -> Answer:
    """Choose and write; whatever is refused, what was typed and ticked stays."""
    view = composing(work, language())
    if request.method != "POST":
        data = {"intro_nl": view.intro_nl, "intro_en": view.intro_en, "chosen": view.chosen}
        draft = draft_for(work, PLACE)
        return _shown(ComposeForm(draft, data=data), view, from_draft=draft is not None)
    form = ComposeForm(request.form)
    if "take_over" in request.form:
        return _shown(form, view, _replaced(form))
    status = kept(work, form, lambda: service(work, form.to_command()))
    if status == DONE:
        drafts.sent(work, PLACE)
        if view.gone(form.chosen.data or ()):
            messages.say("newsletter_some_gone")
        return redirect(url_for("network.preview"))
    return _shown(form, composing(work, language()), status)


def _replaced(form: ComposeForm) -> int:
    """Put the proposals into the text that was marked; gives the status that answers."""
    name = form.guarded_field()
    try:
        form[name].data = with_replacements(
            form[name].data or "", which_finding(), limit=INTRO_LIMIT, field=name
        )
    except InvalidInput as error:
        form.refuse(error)
        return 422
    return 200


def _shown(
    form: ComposeForm, view: ComposeView, status: int = 200, *, from_draft: bool = False
) -> Answer:
    """The page. Who sends it again after a conflict has read what it replaces."""
    chosen = form.chosen.data or ()
    form.chosen.data = list(view.ticked(chosen))
    return page(
        "network/compose.html",
        status,
        form=form,
        view=view,
        limit=INTRO_LIMIT,
        overtaken=status == OVERTAKEN,
        draft_place=PLACE,
        from_draft=from_draft,
        gone=view.gone(chosen),
    )
