"""Choose a language."""

from flask import Blueprint, abort, make_response, redirect, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from signalering.web.context import house
from signalering.web.cookies import set_language
from signalering.web.language import CARD_LANGUAGES
from signalering.web.paths import own_path


def register(blueprint: Blueprint) -> None:
    """Put the step on the blueprint."""
    blueprint.add_url_rule("/language", "language", language, methods=["POST"])


def language() -> BaseResponse:
    """Remember the language in a cookie and go back to the page."""
    chosen = request.form.get("language", "")
    if chosen not in CARD_LANGUAGES:
        abort(400)
    back = own_path(request.form.get("next")) or url_for("public.home")
    answer = make_response(redirect(back))
    set_language(answer, house().settings, chosen)
    return answer
