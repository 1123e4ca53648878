"""One's own passkeys."""

from flask import Blueprint, request

from signalering.forms.accounts.passkey_add import PasskeyAddForm
from signalering.services.accounts.passkey_add import is_fresh
from signalering.services.accounts.passkeys import list_passkeys
from signalering.services.work import Work
from signalering.web.context import Answer, Page, page, unit_of_work
from signalering.web.visitor import current_visitor


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
    view, visitor = list_passkeys(work), current_visitor()
    may_add = visitor is not None and is_fresh(work, visitor.state)
    return page(
        "accounts/passkeys.html", status, view=view, form=form, first=first, may_add=may_add
    )
