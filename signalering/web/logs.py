"""Structured logs to standard error: what happened, never what was said.

A line is JSON, made of a closed list of events and fields. What is in neither is left out, so that
a careless line, ours or a library's, tells nothing about anybody.
"""

import json
import logging
import re
import sys
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any, TextIO, cast

import structlog

EVENTS = frozenset(
    {
        "denial_not_recorded",
        "details_not_swept",
        "failed_mails",
        "fault",
        "first_steps",
        "job_failed",
        "new_month",
        "notices",
        "refused",
        "remind_reporters",
        "session_not_named",
        "slow_query",
        "slow_request",
        "take_over_signals",
        "unavailable",
        "waiting",
    }
)
# What may stand in a line, and what its value looks like.
_WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_.: ]{0,79}")
_NUMBER = re.compile(r"\d{1,9}(\.\d{1,3})?")
FIELDS: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "level": re.compile(r"debug|info|warning|error|critical"),
        "timestamp": re.compile(r"[0-9TZ:.+-]{10,40}"),
        "request": re.compile(r"[0-9A-Za-z-]{8,64}"),
        "reference": re.compile(r"[0-9a-f]{8}"),
        "kind": _WORD,
        "cause": re.compile(r"origin|token"),
        "endpoint": _WORD,
        "permission": _WORD,
        "method": re.compile(r"[A-Z]{3,10}"),
        "job": _WORD,
        "where": re.compile(r"[\w./-]{1,120}:\d{1,6}"),
        "status": _NUMBER,
        "ms": _NUMBER,
        # Statements have placeholders for values; what stands between quotes goes all the same.
        "statement": re.compile(r"[^'\"\x00-\x1f]*(?:(?:''|\"[\w.]+\")[^'\"\x00-\x1f]*)*"),
    }
)
_QUOTED = re.compile(r"'(?:[^']|'')*'")
LEFT_OUT = "left_out"
# Libraries whose own words stand in their code; what they fill in is left out.
PLAIN_SPEAKERS = ("gunicorn", "waitress", "alembic")


def install() -> None:
    """JSON lines, our own and those of libraries."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            scrub,
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.WriteLoggerFactory(cast(TextIO, _StandardError())),
        cache_logger_on_first_use=True,
    )
    if not any(isinstance(handler, StandardError) for handler in logging.root.handlers):
        logging.root.addHandler(StandardError())
    for handler in logging.getLogger("gunicorn.error").handlers:
        handler.setFormatter(OfLibraries())


class _StandardError:
    """The stream as it is when a line is written. On a full disk a line is lost, not an answer."""

    def write(self, text: str) -> int:
        """Pass it on."""
        with suppress(OSError):
            return sys.stderr.write(text)
        return 0

    def flush(self) -> None:
        """At once."""
        with suppress(OSError):
            sys.stderr.flush()


def scrub(logger: object, method: str, line: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out what is in no list; a name that was left out is told, its value is not."""
    del logger, method
    event = line.get("event")
    known = isinstance(event, str) and event in EVENTS
    kept: dict[str, Any] = {"event": event if known else LEFT_OUT}
    for name, value in line.items():
        if name == "event":
            continue
        if name not in FIELDS:
            kept[LEFT_OUT] = True
        elif value is not None:
            kept[name] = _scrubbed(name, value)
    return kept


def _scrubbed(name: str, value: Any) -> Any:
    if isinstance(value, list):
        return [_scrubbed(name, one) for one in value]
    text = _QUOTED.sub("''", str(value))
    fits = FIELDS[name].fullmatch(text)
    return (value if isinstance(value, int | float) else text) if fits else LEFT_OUT


class StandardError(logging.Handler):
    """Where lines of libraries go: the same stream as ours."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.setFormatter(OfLibraries())

    def emit(self, record: logging.LogRecord) -> None:
        """One line."""
        _StandardError().write(f"{self.format(record)}\n")


class OfLibraries(logging.Formatter):
    """A line of somebody else's: who says it and where, and their fixed words without the rest."""

    def format(self, record: logging.LogRecord) -> str:
        """As JSON. With an exception its kind is told, never its text: it may quote somebody."""
        fault = record.exc_info[0] if record.exc_info else None
        told = {
            "event": "library",
            "level": record.levelname.lower(),
            "timestamp": datetime.fromtimestamp(record.created, UTC).isoformat(),
            "logger": record.name,
            "where": f"{record.module}:{record.lineno}",
        }
        if fault is not None:
            told["kind"] = fault.__name__
        elif record.name.startswith(PLAIN_SPEAKERS) and isinstance(record.msg, str):
            told["text"] = record.msg
        return json.dumps(told)
