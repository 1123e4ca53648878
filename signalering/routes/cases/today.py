"""Where a coordinator begins the day."""

from flask import Blueprint, Response

from signalering.domain.states import AttemptResult, Channel
from signalering.services.accounts.covering import note_for
from signalering.services.cases.today import today as service
from signalering.services.signals.today import MOST
from signalering.services.work import Work
from signalering.web.context import Answer, house, page, unit_of_work
from signalering.web.duties import remind_reporters
from signalering.web.visitor import current_visitor

# What a call that is logged from the list can have come to; the rest wants a word, in the case.
RESULTS = (
    AttemptResult.NO_ANSWER,
    AttemptResult.MESSAGE_LEFT,
    AttemptResult.REACHED,
    AttemptResult.APPOINTMENT,
)


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/today", "today", today)


def today() -> Response:
    """Reporters who owe an answer are reminded first, in a transaction of its own."""
    visitor = current_visitor()
    if visitor is not None:
        remind_reporters(house(), visitor.actor, visitor.opened)
    return _shown()


@unit_of_work(words=True)
def _shown(work: Work) -> Answer:
    """The list, with a button for each way a call can end."""
    return page(
        "cases/today.html",
        view=service(work),
        cover=note_for(work, work.by().account_id),
        most=MOST,
        phone=Channel.PHONE.value,
        results=[one.value for one in RESULTS],
    )
