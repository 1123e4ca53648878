"""Choose light, dark, or as the device is set."""

from flask import Blueprint, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from signalering.forms.accounts.scheme import DEVICE, SchemeForm
from signalering.web import messages
from signalering.web.context import house
from signalering.web.cookies import set_scheme
from signalering.web.look import colour_scheme


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/scheme", "scheme", scheme, methods=["GET", "POST"])


def scheme() -> BaseResponse:
    """The choice as it stands in this browser, to be changed."""
    form = SchemeForm(request.form, scheme=colour_scheme() or DEVICE)
    if request.method == "POST" and form.validate():
        answer = make_response(redirect(url_for("accounts.scheme")))
        set_scheme(answer, house().settings, form.chosen())
        messages.say("scheme_kept")
        return answer
    page = render_template("accounts/scheme.html", form=form)
    return make_response(page, 422 if form.errors else 200)
