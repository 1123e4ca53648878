"""Sealing words into the one place in the database where they belong."""

from dataclasses import dataclass
from uuid import UUID

from signalering.vault import symmetric
from signalering.vault.kinds import RecordKey, SegmentKey
from signalering.vault.padding import pad, unpad


@dataclass(frozen=True, slots=True)
class Slot:
    """The place of a sealed text. Entries are immutable: a correction is a new entry."""

    table: str
    column: str
    record: UUID
    entry: int


def seal(key: RecordKey | SegmentKey, slot: Slot, text: bytes | str) -> bytes:
    """Seal a text into its slot, padded to a size class.

    It opens only under this key and in this slot. Raises ValueError above 64 MiB.
    """
    return _sealed(key, slot, pad(_as_bytes(text)))


def seal_fixed(key: RecordKey | SegmentKey, slot: Slot, text: bytes | str, size: int) -> bytes:
    """Seal a text padded to exactly `size` bytes, so that all entries of a kind are alike.

    Four bytes of `size` serve for the length. Raises ValueError when the text doesn't fit.
    """
    return _sealed(key, slot, pad(_as_bytes(text), size))


def open_sealed(key: RecordKey | SegmentKey, slot: Slot, blob: bytes) -> bytes:
    """Open what `seal` or `seal_fixed` made. Every failure is CannotOpen."""
    bound = (slot.table, slot.column, slot.record, slot.entry)
    return unpad(symmetric.decrypt(key, blob, *bound))


def _sealed(key: bytes, slot: Slot, padded: bytes) -> bytes:
    return symmetric.encrypt(key, padded, slot.table, slot.column, slot.record, slot.entry)


def _as_bytes(text: bytes | str) -> bytes:
    return text.encode() if isinstance(text, str) else text
