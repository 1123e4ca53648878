"""What somebody can do with the own account, on one page."""

from flask import Blueprint

from signalering.services.work import Work
from signalering.web.context import Answer, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/account", "own", own)


@unit_of_work()
def own(work: Work) -> Answer:
    """Where everything is: PIN, passkeys, codes, passphrase, sessions, fingerprint."""
    del work
    return page("accounts/own.html")
