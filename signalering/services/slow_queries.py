"""Questions to a database that take long are told, without what they ask about."""

import time
from collections.abc import Callable
from typing import Any

import structlog
from sqlalchemy import Connection, Engine, event

log = structlog.get_logger()

# In milliseconds; a page asks some ten questions, and is to be there within a blink.
SLOW = 500
LONGEST = 600
STARTED = "question_started"


def watch(engine: Engine, counted: Callable[[], None] = lambda: None, slow: int = SLOW) -> None:
    """Log each statement on this engine that takes `slow` milliseconds or more, and count it.

    What is logged has placeholders where values stand: every value is passed beside the statement.
    """

    @event.listens_for(engine, "before_cursor_execute")
    def begun(connection: Connection, *rest: Any) -> None:
        del rest
        connection.info[STARTED] = time.monotonic()

    @event.listens_for(engine, "after_cursor_execute")
    def ended(connection: Connection, cursor: Any, statement: str, *rest: Any) -> None:
        del cursor, rest
        took = round((time.monotonic() - connection.info.pop(STARTED)) * 1000)
        if took >= slow:
            log.warning("slow_query", ms=took, statement=" ".join(statement.split())[:LONGEST])
            counted()
