"""The accountability pack: its parts as they are now, and what changed since they were signed."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby

from signalering.domain.pack_lines import Line, LineKind, Lines, PackPart


class Change(StrEnum):
    """What became of a line."""

    ADDED = "added"
    GONE = "gone"


@dataclass(frozen=True)
class Drift:
    """A line that is not as it was signed. A changed one is a line gone and a line added."""

    change: Change
    line: Line


@dataclass(frozen=True)
class Block:
    """Lines that belong together on a page: a list, or a table with its columns in front."""

    kind: LineKind
    lines: Lines


@dataclass(frozen=True)
class PartView:
    """One part. `signed` says whether this part stood in what was signed last, and its text is

    there; `lost` that it stood in it, and its text is gone.
    """

    part: PackPart
    title: str
    lines: Lines
    signed: bool
    lost: bool
    drift: tuple[Drift, ...]

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The lines as a page shows them."""
        blocks: list[Block] = []
        for kind, lines in groupby(self.lines, lambda line: line.kind):
            if kind is LineKind.ROW and blocks and blocks[-1].kind is LineKind.COLUMNS:
                blocks[-1] = Block(LineKind.COLUMNS, (*blocks[-1].lines, *lines))
            else:
                blocks.append(Block(kind, tuple(lines)))
        return tuple(blocks)


@dataclass(frozen=True)
class PackView:
    """All parts, and the number of the last signature, 0 before the first."""

    parts: tuple[PartView, ...]
    number: int
    signed_on: date | None
    # Whether what was signed is all there, and still the text that its digests were made of.
    intact: bool
    # Stands for exactly this text, on paper and in the audit trail.
    check_number: str
    may_sign: bool

    @property
    def seen(self) -> str:
        """What a signature is under: this text, beside what was signed last."""
        return f"{self.number}.{self.check_number}"

    @property
    def changed(self) -> tuple[PartView, ...]:
        """Parts that are not as they were signed, or were never signed, or lost what was."""
        return tuple(part for part in self.parts if not part.signed or part.drift)
