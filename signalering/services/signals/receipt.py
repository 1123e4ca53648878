"""What a reporter gets at once: a reference, and by which day somebody looks at it."""

from datetime import date
from typing import Protocol
from uuid import UUID

from signalering.domain.states import Request
from signalering.domain.views.signals.receipt import Receipt
from signalering.models.signals.signal import Signal
from signalering.services.signals.due import triage_due
from signalering.services.signals.own import own_day, own_signal
from signalering.services.work import Work


class Answered(Protocol):
    """What a signal's row and the form's command both say."""

    @property
    def request(self) -> str:
        """What is asked of us."""

    @property
    def contact_answer(self) -> str:
        """Whether we may make contact."""


def receipt(work: Work, signal_id: UUID) -> Receipt:
    """The receipt of one's own signal, always the same. Raises NotFound, Denied, CannotOpen."""
    return receipt_of(work, own_signal(work, signal_id))


def receipt_of(work: Work, signal: Signal) -> Receipt:
    """The receipt of this row. The day is what was promised, not where it stands by now.

    Raises CannotOpen.
    """
    day = own_day(work, signal)
    return receipt_as_of(work, signal.id, signal.reference, day, signal)


def receipt_as_of(
    work: Work, signal_id: UUID, reference: str, day: date, answered: Answered
) -> Receipt:
    """The receipt of what was registered on this day."""
    asked = answered.request != Request.NONE
    return Receipt(
        signal_id=signal_id,
        reference=reference,
        registered_on=day,
        due_on=triage_due(work, day) if asked else None,
        request=answered.request,
        contact_answer=answered.contact_answer,
    )
