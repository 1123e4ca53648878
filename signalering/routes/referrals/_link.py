"""A link that was made: mailed while its maker waits, or shown to be printed."""

from flask import Response, redirect, url_for

from signalering.domain.lifecycles import LinkWay
from signalering.domain.views.referrals.send import MadeLink
from signalering.services.referrals.mail_link import mail_link, note_failure
from signalering.services.work import open_work
from signalering.web import messages
from signalering.web.context import house, page, rendered
from signalering.web.visitor import current_visitor


def delivered(link: MadeLink) -> Response:
    """After the commit, or a slow mail server would keep everybody else waiting.

    What did not get away by mail is shown at once: the link is stored nowhere.
    """
    fault = mail_link(house(), link) if link.way is LinkWay.MAIL else None
    if link.way is LinkWay.MAIL and fault is None:
        messages.say("referral_mailed")
        return rendered(redirect(url_for("cases.show", case_id=link.case_id)))
    if fault is not None:
        visitor = current_visitor()
        actor = visitor.actor if visitor else None
        with open_work(house(), actor, visitor.opened if visitor else None, writes=True) as work:
            note_failure(work, link, fault)
            work.commit()
    return rendered(page("referrals/_link.html", link=link, fault=fault))
