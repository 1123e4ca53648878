"""What the guard found in a note, for the one who typed it."""

from dataclasses import dataclass

from signalering.domain.errors import InvalidInput


@dataclass(frozen=True)
class NoteFinding:
    """A stretch of the cleaned note that could tell who it is about, and what may stand instead."""

    kind: str
    start: int
    end: int
    replacement: str


class NoteIdentifies(InvalidInput):
    """The note could tell who it is about. Carries places and kinds, never the words."""

    default_code = "note_identifies"

    def __init__(self, findings: tuple[NoteFinding, ...]) -> None:
        kinds = sorted({finding.kind for finding in findings})
        super().__init__("note", kinds=" ".join(kinds))
        self.findings = findings
