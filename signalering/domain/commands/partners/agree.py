"""What was agreed with an organisation."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True)
class RecordAgreement:
    """The day and the version of the paper; `version` is that of the row that was looked at."""

    partner_id: UUID
    agreement_on: date
    agreement_version: str
    version: int
