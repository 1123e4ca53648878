"""The coordinators' cases."""

from flask import Blueprint, request

from signalering.domain.commands.cases.list import CaseFilter, ListCases, PageKey
from signalering.services.cases.list import list_cases as service
from signalering.services.work import Work
from signalering.web.context import Answer, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/cases", "list", list_cases)


@unit_of_work(words=True)
def list_cases(work: Work) -> Answer:
    """One page of one queue; an unknown queue is one's own."""
    queue = request.args.get("queue", "")
    ask = ListCases(
        filter=CaseFilter(queue) if queue in [*CaseFilter] else CaseFilter.OWN,
        after=PageKey.read(request.args.get("after", "")),
    )
    return page(
        "cases/list.html",
        view=service(work, ask),
        queues=[one.value for one in CaseFilter],
        paged=ask.after is not None,
    )
