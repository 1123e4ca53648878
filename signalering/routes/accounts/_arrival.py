"""What every log-in by passphrase ends with: the month's duties, a known browser, a way on."""

from flask import Response, make_response, redirect, url_for

from signalering.forms.accounts.second_factor import WayOn
from signalering.routes.accounts.resend import resend
from signalering.services.work import Work
from signalering.web import held, messages
from signalering.web.browsers import Browser, set_browser
from signalering.web.context import house
from signalering.web.duties import new_month
from signalering.web.paths import own_path


def arrived(work: Work, form: WayOn, browser: Browser) -> Response:
    """Show what was being typed when time ran out, or go where one was going; after the commit.

    The caller adds the session's cookie.
    """
    account_id = work.by().account_id
    new_month(house(), work.actor, work.opened)
    kept = held.opened(form.held.data or "", account_id, work.opened.secret)
    if kept is not None:
        answer = resend(kept)
    else:
        if form.held.data:
            messages.say("held_lost")
        answer = make_response(redirect(own_path(form.next.data) or url_for("accounts.start")))
    set_browser(answer, house().settings, browser.proven(account_id))
    return answer
