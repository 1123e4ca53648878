"""Messages in a thread: written by one side, sealed to both."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from signalering.domain.errors import InvalidInput
from signalering.domain.text import clean_text
from signalering.domain.views.signals.reply import Message, MessageKind
from signalering.services.signals.entries import Payload
from signalering.services.work import Work

# Inside the seal of a question: the day on which its reporter is reminded.
REMIND_ON = "remind_on"
KINDS = frozenset(kind.value for kind in MessageKind)


def written(text: str, limit: int, field: str = "text") -> str:
    """The text, cleaned. Raises InvalidInput on `field`."""
    cleaned = clean_text(text, limit, field=field)
    if not cleaned:
        raise InvalidInput(field, "required")
    return cleaned


def from_coordinator(
    work: Work, text: str, kind: MessageKind = MessageKind.MESSAGE
) -> dict[str, Any]:
    """A coordinator's message, as the thread has it; it shows from the next working day on."""
    now = work.clock.now()
    return {
        "kind": kind.value,
        "side": "coordinator",
        "text": text,
        "by": str(work.by().account_id),
        "at": now.isoformat(timespec="seconds"),
        "from": work.calendar.visible_from(now).isoformat(timespec="seconds"),
    }


def is_message(payload: Payload) -> bool:
    """Whether somebody wrote it, rather than the application."""
    return payload["kind"] in KINDS


def shows(payload: Payload, now: datetime) -> bool:
    """Whether its reporter sees it by now."""
    return datetime.fromisoformat(payload["from"]) <= now


def messages_of(
    entries: Iterable[tuple[int, Payload]],
    names: Mapping[str, str] | None = None,
    now: datetime | None = None,
) -> tuple[Message, ...]:
    """In their order; with `now` only what a reporter sees by then."""
    return tuple(
        Message(
            kind=MessageKind(payload["kind"]),
            text=payload["text"],
            at=datetime.fromisoformat(payload["at"]),
            from_reporter=payload["side"] == "reporter",
            author=(names or {}).get(payload["by"] or "", ""),
        )
        for _, payload in entries
        if is_message(payload) and (now is None or shows(payload, now))
    )


def open_question(entries: Iterable[tuple[int, Payload]], now: datetime) -> bool:
    """Whether a question that shows by now has had no answer."""
    asked = False
    for _, payload in entries:
        if payload["kind"] == MessageKind.QUESTION and shows(payload, now):
            asked = True
        elif payload["kind"] == MessageKind.ANSWER:
            asked = False
    return asked
