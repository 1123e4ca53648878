"""The audit trail's hash chain: it verifies without any key.

Each process writes segments of its own. A segment's first entry follows the opening hash, which
names the heads that the process then knew of the other segments; each next entry follows the one
before. A tail that was cut off shows only against a head kept elsewhere.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from uuid import UUID

from signalering.vault.encoding import frame

OPENING = 0
"""Stands for a segment's opening where a number is asked for; entries count from 1."""


@dataclass(frozen=True)
class Head:
    """The last entry that was known of a segment."""

    segment: UUID
    number: int
    hash: bytes


@dataclass(frozen=True)
class Segment:
    """A segment and the heads that it opened with."""

    id: UUID
    heads: Sequence[Head]


@dataclass(frozen=True)
class Entry:
    """One stored entry; `sealed` stays sealed."""

    segment: UUID
    number: int
    previous: bytes
    hash: bytes
    sealed: bytes


class FaultKind(StrEnum):
    """What can be wrong with a chain."""

    EDIT = "edit"
    GAP = "gap"
    MISSING_HEAD = "missing_head"
    ORDER = "order"


@dataclass(frozen=True)
class ChainFault:
    """A fault and the first place where it shows."""

    kind: FaultKind
    segment: UUID
    number: int


def entry_hash(previous: bytes, segment: UUID, number: int, sealed: bytes) -> bytes:
    """Hash an entry together with what it follows."""
    return hashlib.sha256(frame("entry", "v1", previous, segment, number, sealed)).digest()


def opening_hash(segment: UUID, heads: Sequence[Head]) -> bytes:
    """Hash a segment's opening; the order in which heads are given makes no difference."""
    ordered = sorted(heads, key=lambda head: (head.segment.bytes, head.number, head.hash))
    parts = [part for head in ordered for part in (head.segment, head.number, head.hash)]
    return hashlib.sha256(frame("opening", "v1", segment, *parts)).digest()


def faults(
    segments: Iterable[Segment], entries: Iterable[Entry], kept_heads: Iterable[Head] = ()
) -> Iterator[ChainFault]:
    """Check a whole trail and give every fault.

    `entries` come grouped by segment, in any order within one (a stream sorted by segment will
    do, so a long trail needn't fit in memory). `kept_heads` are heads kept outside the database,
    such as the one mailed weekly. Raises ValueError when a segment's entries come in two parts.
    """
    known = {segment.id: segment for segment in segments}
    expected: dict[UUID, set[Head]] = defaultdict(set)
    for head in (*kept_heads, *(head for segment in known.values() for head in segment.heads)):
        expected[head.segment].add(head)
    done: set[UUID] = set()
    for segment_id, group in groupby(entries, key=lambda entry: entry.segment):
        if segment_id in done:
            raise ValueError("entries must come grouped by segment")
        done.add(segment_id)
        stored = sorted(group, key=lambda entry: entry.number)
        yield from _within(segment_id, known.get(segment_id), stored)
        yield from _missing(expected.pop(segment_id, set()), stored)
    for heads in expected.values():
        yield from _missing(heads, [])


def _within(
    segment_id: UUID, segment: Segment | None, stored: Sequence[Entry]
) -> Iterator[ChainFault]:
    if segment is None:
        yield ChainFault(FaultKind.GAP, segment_id, OPENING)
    last_number = OPENING
    last_hash = opening_hash(segment.id, segment.heads) if segment else None
    hashes = {entry.hash for entry in stored} | {last_hash}
    for entry in stored:
        if entry.number <= last_number:
            yield ChainFault(FaultKind.ORDER, segment_id, entry.number)
            continue
        if entry.number > last_number + 1:
            yield ChainFault(FaultKind.GAP, segment_id, last_number + 1)
            last_hash = None
        follows = last_hash is None or entry.previous == last_hash
        whole = entry.hash == entry_hash(entry.previous, segment_id, entry.number, entry.sealed)
        if not follows and entry.previous in hashes:
            # It follows another entry than the one before it: it was moved, not rewritten.
            yield ChainFault(FaultKind.ORDER, segment_id, entry.number)
        elif not (follows and whole):
            yield ChainFault(FaultKind.EDIT, segment_id, entry.number)
        last_number, last_hash = entry.number, entry.hash


def _missing(heads: Iterable[Head], stored: Sequence[Entry]) -> Iterator[ChainFault]:
    present = {(entry.number, entry.hash) for entry in stored}
    for head in sorted(heads, key=lambda head: (head.number, head.hash)):
        if (head.number, head.hash) not in present:
            yield ChainFault(FaultKind.MISSING_HEAD, head.segment, head.number)
