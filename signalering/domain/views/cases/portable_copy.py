"""What a resident gave, to take along: the shape is data/portable_copy.schema.json."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

FORMAT = "signalering-portable-copy"
VERSION = 1


@dataclass(frozen=True)
class PortableCopy:
    """Parts of the document, in plain values."""

    case: str
    made_on: date
    contact: dict[str, str] | None = field(repr=False)
    consents: tuple[dict[str, Any], ...] = field(repr=False)
    wishes: tuple[dict[str, Any], ...] = field(repr=False)
    measures: tuple[dict[str, Any], ...] = field(repr=False)
    requests: tuple[dict[str, Any], ...] = field(repr=False)

    @property
    def document(self) -> dict[str, Any]:
        """What stands in the file."""
        return {
            "format": FORMAT,
            "version": VERSION,
            "case": self.case,
            "made_on": self.made_on.isoformat(),
            "contact": self.contact,
            "consents": list(self.consents),
            "wishes": list(self.wishes),
            "measures": list(self.measures),
            "requests": list(self.requests),
        }
