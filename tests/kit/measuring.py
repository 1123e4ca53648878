"""How much of what is marked in a corpus the guard finds, and how often it cries for nothing."""

import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from signalering.privacy.guard import find

CORPUS = Path(__file__).parents[1] / "privacy" / "guard" / "corpus"


@dataclass
class Measured:
    """Counts by kind. A span counts as found when each letter and digit of it is inside a finding
    of its kind: the proposed replacement must be right too.
    """

    marked: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    findings: Counter[str] = field(default_factory=Counter)
    mistaken: Counter[str] = field(default_factory=Counter)
    clean: int = 0
    alarms: int = 0

    def recall(self, *kinds: str) -> float:
        """Of what is marked, the share that is found."""
        return sum(self.found[kind] for kind in kinds) / sum(self.marked[kind] for kind in kinds)

    def precision(self, kind: str) -> float:
        """Of what is found, the share that touches something marked."""
        return 1 - self.mistaken[kind] / max(1, self.findings[kind])


def measure(*names: str) -> Measured:
    """Read these halves of the corpus."""
    measured = Measured()
    for name in names:
        for line in (CORPUS / f"{name}.jsonl").read_text("utf-8").splitlines():
            _note(measured, json.loads(line))
    return measured


def _note(measured: Measured, note: dict[str, object]) -> None:
    text, spans = str(note["text"]), note["spans"]
    assert isinstance(spans, list)
    findings = find(text)
    inside = {(str(one.kind), place) for one in findings for place in range(one.start, one.end)}
    if not spans:
        measured.clean += 1
        measured.alarms += bool(findings)
    for span in spans:
        places = range(span["start"], span["end"])
        whole = all(
            (span["kind"], place) in inside or not text[place].isalnum() for place in places
        )
        measured.marked[span["kind"]] += 1
        measured.found[span["kind"]] += whole
    for one in findings:
        touches = any(
            one.kind == span["kind"] and one.start < span["end"] and span["start"] < one.end
            for span in spans
        )
        measured.findings[str(one.kind)] += 1
        measured.mistaken[str(one.kind)] += not touches
