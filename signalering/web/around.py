"""What is asked for around a page, for who is logged in: in one unit of work, after the page's own

is committed. A fault in it takes no page away.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import structlog
from flask import g

from signalering.services.work import Work, open_work
from signalering.web.context import house
from signalering.web.visitor import current_visitor

log = structlog.get_logger()

Found = TypeVar("Found")


@contextmanager
def around() -> Iterator[Work | None]:
    """The visitor's; nothing for a stranger, who is told none of it."""
    visitor = current_visitor()
    if visitor is None:
        yield None
        return
    rules = g.get("house_rules")
    with open_work(house(), visitor.actor, visitor.opened, writes=False, rules=rules) as work:
        yield work


def asked(work: Work, event: str, ask: Callable[[Work], Found], otherwise: Found) -> Found:
    """What is found; where it fails that is logged, and the page itself matters more."""
    try:
        return ask(work)
    except Exception as error:
        log.error(event, kind=type(error).__name__)
        work.rollback()
        return otherwise
