"""Take back the step that one has just taken: the same person, the same day, nothing since.

Nothing is kept for it. Who takes a step gets a proof of it, made with the own key, into the page
that comes after; of each step stands here how it is taken back. Why these: decision 0052.
"""

import hmac
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from uuid import UUID

from sqlalchemy import func, select

from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.accounts.undo import UndoStep
from signalering.domain.commands.signals.reopen import ReopenSignal
from signalering.domain.errors import NotAllowedNow
from signalering.domain.undoing import UNDONE_BY
from signalering.models.cases.case import Case
from signalering.models.signals.entries import ThreadEntry
from signalering.services.audit.record import record
from signalering.services.cases.take import take_up as take_case
from signalering.services.signals.duplicates import no_longer_repeats
from signalering.services.signals.reopen import bring_back
from signalering.services.signals.take import take_up as take_signal
from signalering.services.work import Work
from signalering.vault.tags import purpose_tag

PURPOSE = "undo"


@dataclass(frozen=True)
class Inverse:
    """How a step goes back, the entry that says both, and what shows that nothing came since."""

    take_back: Callable[[Work, UUID], None]
    told: AuditAction
    number: Callable[[Work, UUID], int]


def offer(work: Work, step: AuditAction, object_id: UUID, had: UUID | None) -> UndoStep | None:
    """What lets the actor take this step back, right after it was taken.

    None for who did it in a colleague's place (`had`): it would come into the wrong hands; and
    for who has unlocked nothing.
    """
    if had != work.by().account_id or work.opened.user_secret is None:
        return None
    number = INVERSES[step].number(work, object_id)
    return UndoStep(step, object_id, number, _proof(work, step, object_id, number))


def undo(work: Work, command: UndoStep) -> None:
    """Take it back with one entry that says both, unless anything came in between.

    Raises NotAllowedNow for what was not this person's step of today, or was overtaken; KeysNeeded,
    and whatever the way back raises.
    """
    inverse = INVERSES[command.step]
    proof = _proof(work, command.step, command.object_id, command.number)
    if not hmac.compare_digest(proof.encode(), command.proof.encode()):
        raise NotAllowedNow("undo_too_late")
    if inverse.number(work, command.object_id) != command.number:
        raise NotAllowedNow("undo_too_late")
    inverse.take_back(work, command.object_id)
    record(
        work,
        inverse.told,
        command.object_id,
        step=command.step.value,
        back=UNDONE_BY[command.step].value,
    )


def _proof(work: Work, step: AuditAction, object_id: UUID, number: int) -> str:
    """Of today: a reporter sees a step from the next working day on, so nobody has seen it yet."""
    day = work.clock.today().isoformat()
    return purpose_tag(work.opened.tags, PURPOSE, f"{step} {object_id} {number} {day}").hex()


def _entries_of_thread(work: Work, signal_id: UUID) -> int:
    """Every step that its reporter hears of adds one."""
    newest = select(func.max(ThreadEntry.number)).where(ThreadEntry.signal_id == signal_id)
    return work.data.scalar(newest) or 0


def _version_of_case(work: Work, case_id: UUID) -> int:
    return work.data.scalar(select(Case.version).where(Case.id == case_id)) or 0


def _take_again(work: Work, signal_id: UUID) -> None:
    take_signal(work, signal_id, anew=False)


def _reopen(work: Work, signal_id: UUID) -> None:
    bring_back(work, ReopenSignal(signal_id, "by_mistake"))
    no_longer_repeats(work, signal_id)


INVERSES: Mapping[AuditAction, Inverse] = MappingProxyType(
    {
        AuditAction.SIGNAL_HANDED_BACK: Inverse(
            _take_again, AuditAction.SIGNAL_STEP_UNDONE, _entries_of_thread
        ),
        AuditAction.SIGNAL_CLOSED: Inverse(
            _reopen, AuditAction.SIGNAL_STEP_UNDONE, _entries_of_thread
        ),
        AuditAction.CASE_HANDED_BACK: Inverse(
            take_case, AuditAction.CASE_STEP_UNDONE, _version_of_case
        ),
    }
)
