"""What stands on top of every page; a fault in it takes no page away."""

import structlog

from signalering.domain.views.keys.coverage import KeyNotice
from signalering.services.keys.notices import key_notices
from signalering.services.work import open_work
from signalering.web.context import house
from signalering.web.visitor import current_visitor

log = structlog.get_logger()


def notices() -> tuple[KeyNotice, ...]:
    """About keys, for who is logged in; asked after the page's own work is committed."""
    visitor = current_visitor()
    if visitor is None:
        return ()
    try:
        with open_work(house(), visitor.actor, visitor.opened, writes=False) as work:
            return key_notices(work)
    except Exception as error:  # the page itself matters more
        log.error("notices", kind=type(error).__name__)
        return ()
