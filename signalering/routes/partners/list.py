"""The list of partner organisations."""

from flask import Blueprint, request

from signalering.forms.named import NamedForm
from signalering.services.partners.list import list_partners
from signalering.services.work import Work
from signalering.web.context import Answer, page, unit_of_work
from signalering.web.paging import asked_page


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/partners", "list", show_list)


@unit_of_work(words=True)
def show_list(work: Work) -> Answer:
    """One page of organisations, by name."""
    search = NamedForm(request.args)
    name = search.wanted()
    view = list_partners(work, asked_page(request.args), name)
    return page("partners/list.html", view=view, search=search, name=name)
