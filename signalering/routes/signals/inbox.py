"""The coordinators' queues."""

from flask import Blueprint, Response, request

from signalering.domain.commands.signals.inbox import AskInbox, InboxFilter, Place
from signalering.services.signals.inbox import inbox as service
from signalering.services.work import Work
from signalering.web.context import Answer, house, page, unit_of_work
from signalering.web.duties import remind_reporters
from signalering.web.visitor import current_visitor


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/signals/inbox", "inbox", inbox)


def inbox() -> Response:
    """Reporters who owe an answer are reminded first, in a transaction of its own."""
    visitor = current_visitor()
    if visitor is not None:
        remind_reporters(house(), visitor.actor, visitor.opened)
    return _shown()


@unit_of_work(words=True)
def _shown(work: Work) -> Answer:
    """One page of one queue; an unknown queue is the first one."""
    queue = request.args.get("queue", "")
    ask = AskInbox(
        filter=InboxFilter(queue) if queue in list(InboxFilter) else InboxFilter.NEW,
        after=Place.read(request.args.get("after", "")),
    )
    return page("signals/inbox.html", view=service(work, ask), paged=ask.after is not None)
