"""The coordinators' queues."""

from flask import Blueprint, request

from signalering.domain.commands.signals.inbox import AskInbox, InboxFilter, Place
from signalering.services.signals.inbox import inbox as service
from signalering.services.work import Work
from signalering.web.context import Answer, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/signals/inbox", "inbox", inbox)


@unit_of_work(words=True)
def inbox(work: Work) -> Answer:
    """One page of one queue; an unknown queue is the first one."""
    queue = request.args.get("queue", "")
    ask = AskInbox(
        filter=InboxFilter(queue) if queue in list(InboxFilter) else InboxFilter.NEW,
        after=Place.read(request.args.get("after", "")),
    )
    return page("signals/inbox.html", view=service(work, ask), paged=ask.after is not None)
