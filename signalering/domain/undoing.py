"""Which steps are taken back at once by who took them, and by which other. Why these: 0052."""

from collections.abc import Mapping
from types import MappingProxyType

from signalering.domain.audit_words import AuditAction

UNDONE_BY: Mapping[AuditAction, AuditAction] = MappingProxyType(
    {
        AuditAction.SIGNAL_HANDED_BACK: AuditAction.SIGNAL_TAKEN,
        AuditAction.SIGNAL_CLOSED: AuditAction.SIGNAL_REOPENED,
        AuditAction.CASE_HANDED_BACK: AuditAction.CASE_TAKEN,
    }
)
