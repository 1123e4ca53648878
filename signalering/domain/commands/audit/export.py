"""A part of the trail as a file."""

from dataclasses import dataclass
from enum import StrEnum

from signalering.domain.commands.audit.trail import SearchTrail


class FileForm(StrEnum):
    """CSV for a spreadsheet, or JSON with an act on each line for programs."""

    CSV = "csv"
    JSON_LINES = "jsonl"


@dataclass(frozen=True)
class ExportTrail:
    """All that the search finds, on whatever page."""

    search: SearchTrail
    form: FileForm
