"""One's own fingerprint."""

from flask import Blueprint

from signalering.services.accounts.fingerprint import own_fingerprint
from signalering.services.work import Work
from signalering.web.context import Answer, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/fingerprint", "fingerprint", fingerprint)


@unit_of_work()
def fingerprint(work: Work) -> Answer:
    """Twenty digits to read out by phone."""
    return page("accounts/fingerprint.html", view=own_fingerprint(work))
