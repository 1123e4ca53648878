"""Forms of the room of the audit trail, whole."""

from uuid import uuid4

from kit.form import Form
from kit.town import Town
from signalering.models.audit.segment import AuditSegment
from signalering.services.audit.pack import pack


def audit_forms(town: Town) -> dict[str, Form]:
    """By endpoint; each would be carried out as it is."""
    with town.committed() as work:
        work.data.add(AuditSegment(id=uuid4(), opened_in="2026-09", heads="[]"))
    with town.work("privacy_officer", writes=False) as work:
        seen = pack(work).seen
    return {
        "audit.export": Form(
            "privacy_officer",
            values={"written_as": "csv", "action": "log_in", "from_day": "2026-11-01"},
            codes=("written_as", "action", "from_day"),
            optional=frozenset({"action", "from_day"}),
        ),
        "audit.sign_pack": Form("privacy_officer", values={"seen": seen}, codes=("seen",)),
        "audit.sign_review": Form(
            "privacy_officer",
            values={"month": "2026-10", "outcome": "explained"},
            codes=("month", "outcome"),
        ),
    }
