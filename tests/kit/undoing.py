"""A step that can still be taken back, with what the page of its taker says of it."""

from uuid import UUID

from kit.signals import taken
from kit.town import Town
from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.accounts.undo import UndoStep
from signalering.services.accounts.undo import offer
from signalering.services.signals.hand_back import hand_back


def back_in_queue(town: Town, signal_id: UUID, key: str = "coordinator") -> UndoStep | None:
    """This person hands it back, and is offered to take that back."""
    with town.committed(key) as work:
        had = hand_back(work, signal_id)
        return offer(work, AuditAction.SIGNAL_HANDED_BACK, signal_id, had)


def handed_back(town: Town) -> dict[str, str]:
    """What the button sends, of a signal that the coordinator has just handed back."""
    step = back_in_queue(town, taken(town))
    assert step is not None
    return {
        "step": step.step.value,
        "object": str(step.object_id),
        "number": str(step.number),
        "proof": step.proof,
    }
