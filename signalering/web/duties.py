"""What a log-in sets going; a fault in it keeps nobody out."""

import structlog

from signalering.domain.access import Actor
from signalering.domain.states import Hat
from signalering.services import monthly
from signalering.services.opened import Opened
from signalering.services.work import House, open_work

log = structlog.get_logger()


def new_month(house: House, actor: Actor | None, opened: Opened) -> None:
    """Let a coordinator do the month's duties, in a transaction after the log-in's."""
    if actor is None or actor.hat is not Hat.COORDINATOR:
        return
    try:
        with open_work(house, actor, opened, writes=True) as work:
            monthly.new_month(work)
            work.commit()
    except Exception as error:
        log.error("new_month", kind=type(error).__name__)
