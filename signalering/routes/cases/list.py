"""The coordinators' cases."""

from flask import Blueprint, request

from signalering.domain.commands.cases.list import CaseFilter, ListCases, PageKey
from signalering.services.accounts.covering import note_for
from signalering.services.cases.list import MOST
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
    view = service(work, ask)
    return page(
        "cases/list.html",
        view=view,
        counts={queue.value: count for queue, count in view.counts.items()},
        most=MOST,
        cover=note_for(work, work.by().account_id),
        queues=[one.value for one in CaseFilter],
        paged=ask.after is not None,
    )
