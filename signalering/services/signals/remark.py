"""A coordinator writes a remark for the other coordinators."""

from signalering.domain.access import Permission, Subject, require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.signals.remark import REMARK_LIMIT, RemarkOnSignal
from signalering.domain.errors import InvalidInput
from signalering.domain.text import clean_text
from signalering.services.audit.record import record
from signalering.services.signals.finding import signal_of
from signalering.services.signals.triage import add_triage_entry, signed, triage_key
from signalering.services.work import Work


def remark(work: Work, command: RemarkOnSignal) -> None:
    """Add a remark to a signal that the actor has in hand.

    Raises NotFound, Denied, InvalidInput, CannotOpen.
    """
    signal = signal_of(work, command.signal_id)
    subject = Subject(owner_id=signal.owner_id)
    require(Permission.KEEP_SIGNAL, work.by(), subject, work.clock.today())
    text = clean_text(command.text, REMARK_LIMIT)
    if not text:
        raise InvalidInput("text", "required")
    payload = signed(work, {"kind": "remark", "text": text})
    number = add_triage_entry(work, signal, triage_key(work, signal), payload)
    record(work, AuditAction.SIGNAL_REMARKED, signal.id, entry_id=number)
