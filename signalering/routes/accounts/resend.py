"""The way out for a form that came too late: shown again, to be sent afresh."""

from flask import Blueprint, Response, make_response, redirect, render_template, request
from flask_babel import gettext

from signalering.domain.access import PUBLIC
from signalering.domain.errors import Denied
from signalering.forms.accounts.log_in import LogInForm
from signalering.forms.accounts.unlock import UnlockForm
from signalering.services.accounts.unlock import ways_in
from signalering.services.work import open_work
from signalering.web import messages
from signalering.web.context import house
from signalering.web.held import LETTING_IN, ComeBackLater, Held, WayBack
from signalering.web.language import CARD_PAGES
from signalering.web.visitor import current_locked, current_visitor

BEGIN_AGAIN = frozenset({"accounts.activate", "accounts.recover", "accounts.passphrase"})

# Whoever has the link of a referral has no account.
RECEIVERS = frozenset({"referrals.receive", "referrals.answer"})


def register(blueprint: Blueprint) -> None:
    """Answer every late form of the application."""
    blueprint.app_errorhandler(ComeBackLater)(late)


def late(error: ComeBackLater) -> Response:
    """With a live session: send afresh. Without: log in first, what was typed comes along."""
    if request.endpoint in CARD_PAGES:
        return resend_here("public/_resend.html")
    if request.endpoint in RECEIVERS:
        return resend_here("referrals/_resend.html")
    here = request.endpoint in PUBLIC or current_visitor() is not None
    if request.endpoint in BEGIN_AGAIN and here:  # nothing of it was stored: words are drawn anew
        messages.say("link_page_late")
        return make_response(redirect(request.path))
    letting_in = request.endpoint in LETTING_IN
    if error.way is WayBack.RESEND and not letting_in:
        return resend(error.posted, 403)
    kept = error.held or request.form.get("held", "") if letting_in else error.held
    ended = error.way is not WayBack.RESEND
    lost = error.posted if ended and not kept else None
    unlocking = error.way is WayBack.UNLOCK or request.endpoint == "accounts.unlock"
    if unlocking and lost is None and (current_locked() or current_visitor()):
        return unlock_page(UnlockForm(held=kept, next=request.form.get("next", "")), 403)
    form = LogInForm(held=kept, email=request.form.get("email", ""))
    return make_response(
        render_template("accounts/log_in.html", form=form, ended=ended, lost=lost), 403
    )


def unlock_page(form: UnlockForm, status: int = 200) -> Response:
    """The page that opens a locked session again, for whoever stands before it."""
    who = current_locked() or current_visitor()
    if who is None:
        raise Denied
    with open_work(house(), who.actor, writes=False) as work:
        view = ways_in(work, who.state)
    return make_response(render_template("accounts/unlock.html", form=form, view=view), status)


def log_in_again(held: str, onward: str) -> Response:
    """The session is over; what was being typed goes along. Its cookie stays as it is: when a form

    was sent twice, the browser may have another one by now, and that one is good.
    """
    form = LogInForm(held=held, next=onward)
    form.form_errors.append(gettext("Deze sessie is beëindigd. Log opnieuw in."))
    return make_response(render_template("accounts/log_in.html", form=form), 403)


def resend(held: Held, status: int = 200) -> Response:
    """What was typed, with a token of now."""
    return make_response(render_template("accounts/resend.html", held=held), status)


def resend_here(template: str) -> Response:
    """The same for who has nothing to log in to: a resident, whose code comes along as well, or

    the receiver of a referral.
    """
    fields = [one for one in request.form.items(multi=True) if one[0] != "csrf_token"]
    return make_response(render_template(template, fields=fields), 403)
