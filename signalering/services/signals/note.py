"""A note that could tell who it is about is refused before anything is stored."""

from signalering.domain.commands.signals.log import NOTE_LIMIT
from signalering.domain.text import clean_text
from signalering.domain.views.signals.note import DangerAsked, NoteFinding, NoteIdentifies
from signalering.privacy.guard import find
from signalering.privacy.guard.danger import speaks_of_danger

# The worker called for help, or writes of what is over.
ANSWERS = frozenset({"helped", "past"})


def checked_note(raw: str) -> str:
    """The note, cleaned. Raises InvalidInput, and NoteIdentifies with what was found where."""
    return check_text(clean_text(raw, NOTE_LIMIT, field="note"), "note")


def check_text(text: str, field: str = "text") -> str:
    """A cleaned text of a reporter. Raises NoteIdentifies on `field` with what was found where."""
    findings = _findings(text)
    if findings:
        raise NoteIdentifies(findings, field)
    return text


def check_danger(note: str, answer: str) -> None:
    """Raise DangerAsked for a note with a cue of danger, until the worker has answered."""
    if answer not in ANSWERS and speaks_of_danger(note):
        raise DangerAsked


def with_replacements(raw: str, limit: int = NOTE_LIMIT, field: str = "note") -> str:
    """The note with the proposed replacement in each place where the guard found something.

    Raises InvalidInput for a note that is too long or broken.
    """
    note = clean_text(raw, limit, field=field)
    for finding in reversed(_findings(note)):
        note = note[: finding.start] + finding.replacement + note[finding.end :]
    return note


def _findings(note: str) -> tuple[NoteFinding, ...]:
    return tuple(
        NoteFinding(str(found.kind), found.start, found.end, found.replacement)
        for found in find(note)
    )
