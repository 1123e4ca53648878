"""Size classes, so that a length tells little about what was written."""

from signalering.domain.errors import CannotOpen

_LENGTH_BYTES = 4
SMALLEST = 256
LARGEST = SMALLEST * 4**9


def size_class(length: int) -> int:
    """Give the class in bytes (256, 1 KiB, 4 KiB, ...) that holds a text of `length` bytes.

    Raises ValueError above the largest class, 64 MiB.
    """
    size = SMALLEST
    while size < length + _LENGTH_BYTES:
        size *= 4
    if size > LARGEST:
        raise ValueError("too long for one seal")
    return size


def pad(data: bytes, size: int | None = None) -> bytes:
    """Fill up to `size` bytes, or to the data's own class.

    Raises ValueError when the data and its length don't fit.
    """
    total = size_class(len(data)) if size is None else size
    padded = len(data).to_bytes(_LENGTH_BYTES, "big") + data
    if len(padded) > total:
        raise ValueError("too long for its fixed size")
    return padded.ljust(total, b"\0")


def unpad(padded: bytes) -> bytes:
    """Undo `pad`. Raises CannotOpen when the bytes were never padded."""
    end = _LENGTH_BYTES + int.from_bytes(padded[:_LENGTH_BYTES], "big")
    filling = len(padded) - end
    if filling < 0 or padded.count(b"\0", end) != filling:
        raise CannotOpen
    return padded[_LENGTH_BYTES:end]
