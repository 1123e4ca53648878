"""One's own passkeys."""

from flask import Blueprint, request

from signalering.forms.accounts.passkey_add import PasskeyAddForm
from signalering.services.accounts.passkeys import list_passkeys
from signalering.services.work import Work
from signalering.web.context import Answer, Page, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/passkeys", "passkeys", passkeys)


@unit_of_work()
def passkeys(work: Work) -> Answer:
    """What there is, and a form to add one."""
    return shown(work, PasskeyAddForm())


def shown(work: Work, form: PasskeyAddForm, status: int = 200) -> Page:
    """The page; `first` says that somebody has just come in for the first time."""
    first = request.args.get("first") is not None
    view = list_passkeys(work)
    return page("accounts/passkeys.html", status, view=view, form=form, first=first)
