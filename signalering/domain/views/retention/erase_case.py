"""The vernietigingsverklaring: what was erased, never a word of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

# In Dutch: it is a document of the municipality, whoever typed the command.
LABELS: Mapping[str, str] = MappingProxyType(
    {
        "case_record": "dossier",
        "case_entry": "regels in het dossier",
        "case_task": "geplande taken en afspraken",
        "contact_details": "contactgegevens",
        "referral": "verwijzingen",
        "referral_answer": "antwoorden op verwijzingen",
        "pending_fact": "tellingen die nog niet waren overgebracht",
    }
)


@dataclass(frozen=True)
class Declaration:
    """Reference, kinds and counts, days, and who did it."""

    reference: str
    erased_on: date
    by: str
    keys: int
    rows: tuple[tuple[str, int], ...]
    keystore_until: date
    data_until: date

    @property
    def lines(self) -> tuple[str, ...]:
        """The document, in Dutch."""
        return (
            "VERNIETIGINGSVERKLARING",
            f"Dossier {self.reference} is vernietigd op {self.erased_on:%d-%m-%Y}, door {self.by}.",
            f"Sleutels vernietigd: {self.keys}. Niemand kan de inhoud nog openen.",
            *(f"  {LABELS.get(table, table)}: {count}" for table, count in self.rows),
            "Het logboek bewaart dat dit is gebeurd, niet wat er stond.",
            f"De laatste reservekopie met een sleutel vervalt na {self.keystore_until:%d-%m-%Y}, "
            f"de laatste met verzegelde regels na {self.data_until:%d-%m-%Y}.",
        )
