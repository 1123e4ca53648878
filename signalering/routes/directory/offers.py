"""What there is in the neighbourhood, for everybody: no log-in, no cookie, no trace.

The language stands in the address, so that each has its own for whoever searches the web.
"""

from flask import Blueprint, request

from signalering.forms.directory.list import SearchForm
from signalering.routes.directory.list import search_form
from signalering.services.directory.offers import offers as service
from signalering.services.work import Work
from signalering.web.context import Answer, page, unit_of_work
from signalering.web.paging import asked_page


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/offers", "offers", offers)


@unit_of_work()
def offers(work: Work) -> Answer:
    """One page of what meets the search; a foreign code narrows nothing."""
    form = search_form(SearchForm(request.args))
    view = service(work, form.to_command(asked_page(request.args)))
    return page("directory/offers.html", search=form, view=view)
