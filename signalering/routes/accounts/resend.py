"""The way out for a form that came too late: shown again, to be sent afresh."""

from flask import Blueprint, Response, make_response, render_template, request

from signalering.forms.accounts.log_in import LogInForm
from signalering.web.held import ComeBackLater, Held


def register(blueprint: Blueprint) -> None:
    """Answer every late form of the application."""
    blueprint.app_errorhandler(ComeBackLater)(late)


def late(error: ComeBackLater) -> Response:
    """With a live session: send afresh. Without: log in first, what was typed comes along."""
    if not error.ended and request.endpoint != "accounts.log_in":
        return resend(error.posted, 403)
    form = LogInForm(held=error.held or "", email=request.form.get("email", ""))
    lost = error.posted if error.ended and not error.held else None
    return make_response(
        render_template("accounts/log_in.html", form=form, ended=error.ended, lost=lost), 403
    )


def resend(held: Held, status: int = 200) -> Response:
    """What was typed, with a token of now."""
    return make_response(render_template("accounts/resend.html", held=held), status)
