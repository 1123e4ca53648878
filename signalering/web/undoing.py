"""The button that takes back what was just done: on the page that comes after, and on no other.

Until that page is there the cookie carries where the button leads and what it sends: codes, ids and
a proof, never a word.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from flask import session, url_for

from signalering.domain.commands.accounts.undo import UndoStep
from signalering.web.visitor import current_visitor

KEPT = "undo"


@dataclass(frozen=True)
class Undo:
    """Where the button leads, and what it sends."""

    url: str
    fields: Mapping[str, str]


def of_step(step: UndoStep | None) -> Undo | None:
    """A step whose proof the service gave, if it did."""
    if step is None:
        return None
    fields = {
        "step": step.step.value,
        "object": str(step.object_id),
        "number": str(step.number),
        "proof": step.proof,
    }
    return Undo(url_for("accounts.undo"), fields)


def offer(undo: Undo) -> None:
    """Let the next page of who is logged in show it."""
    visitor = current_visitor()
    if visitor is not None:
        session[KEPT] = {"whose": visitor.get_id(), **asdict(undo)}


def offered() -> Undo | None:
    """What this page shows; nothing for whoever came to the browser after who took the step.

    Asked without reading a session that has none: see presenting.py.
    """
    if KEPT not in session:
        return None
    kept, visitor = session.pop(KEPT), current_visitor()
    whose = kept.pop("whose", "")
    return Undo(**kept) if visitor is not None and visitor.get_id() == whose else None
