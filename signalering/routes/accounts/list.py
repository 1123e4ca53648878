"""The list of accounts."""

from flask import Blueprint, request

from signalering.forms.named import NamedForm
from signalering.services.accounts.list import list_accounts
from signalering.services.work import Work
from signalering.web.context import Answer, page, unit_of_work
from signalering.web.paging import asked_page


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/accounts", "list", show_list)


@unit_of_work(words=True)
def show_list(work: Work) -> Answer:
    """One page of colleagues, by name."""
    search = NamedForm(request.args)
    name = search.wanted()
    view = list_accounts(work, asked_page(request.args), name)
    return page("accounts/list.html", view=view, search=search, name=name)
