"""What the guard found in a note, for the one who typed it."""

from dataclasses import dataclass, field
from hashlib import sha256

from signalering.domain.errors import InvalidInput


@dataclass(frozen=True)
class NoteFinding:
    """A stretch of the cleaned note that could tell who it is about, and what may stand instead."""

    kind: str
    start: int
    end: int
    replacement: str
    # False for a name that rests on the lists alone: "this is no name" is an answer to it.
    certain: bool = True


def word_key(word: str) -> str:
    """By which a word that is no name comes back with the form; the word itself doesn't."""
    return sha256(word.casefold().encode()).hexdigest()[:16]


class NoteIdentifies(InvalidInput):
    """The note could tell who it is about. Carries places and kinds, never the words."""

    default_code = "note_identifies"

    def __init__(self, findings: tuple[NoteFinding, ...], field: str = "note") -> None:
        kinds = sorted({finding.kind for finding in findings})
        super().__init__(field, kinds=" ".join(kinds))
        self.findings = findings


class DangerAsked(InvalidInput):
    """The note may speak of danger, and nobody said yet whether help was called in.

    `key` stands for the cues that it was found by.
    """

    default_code = "danger_asked"

    def __init__(self, key: str) -> None:
        super().__init__("note")
        self.key = key


@dataclass(frozen=True)
class Stretch:
    """A stretch of the note as it was typed; with a replacement where something was found."""

    text: str = field(repr=False)
    replacement: str = ""
    # Which of the findings it is, from 1, and the key of a word that may be no name.
    number: int = 0
    key: str = ""


def stretches(note: str, findings: tuple[NoteFinding, ...]) -> tuple[Stretch, ...]:
    """The whole cleaned note, cut where something was found. Findings stand in their order."""
    cut: list[Stretch] = []
    start = 0
    for number, finding in enumerate(findings, start=1):
        cut.append(Stretch(note[start : finding.start]))
        word = note[finding.start : finding.end]
        key = "" if finding.certain else word_key(word)
        cut.append(Stretch(word, finding.replacement, number, key))
        start = finding.end
    cut.append(Stretch(note[start:]))
    return tuple(one for one in cut if one.text)
