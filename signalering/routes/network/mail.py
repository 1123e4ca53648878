"""The outbox."""

from flask import Blueprint, request

from signalering.services.network.mail import mail as outbox
from signalering.services.work import Work
from signalering.web.context import Answer, page, unit_of_work
from signalering.web.paging import asked_page


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/mail", "mail", mail)


@unit_of_work(words=True)
def mail(work: Work) -> Answer:
    """What waits and what failed."""
    return page("network/mail.html", view=outbox(work, asked_page(request.args)))
