"""One unambiguous way to write several values as bytes."""

from uuid import UUID

Part = bytes | str | int | UUID

_LENGTH_BYTES = 4


def frame(*parts: Part) -> bytes:
    """Join parts so that no two different lists of parts give the same bytes.

    Each part is a letter for its type, its length in four bytes and its content. Everything that
    is hashed, derived from or bound to a seal is framed, so that moving a byte from one field to
    the next can't go unnoticed. Raises ValueError for a negative number.
    """
    return b"".join(_framed(part) for part in parts)


def _framed(part: Part) -> bytes:
    letter, content = _content(part)
    return letter + len(content).to_bytes(_LENGTH_BYTES, "big") + content


def _content(part: Part) -> tuple[bytes, bytes]:
    if isinstance(part, bytes):
        return b"b", part
    if isinstance(part, str):
        return b"s", part.encode()
    if isinstance(part, UUID):
        return b"u", part.bytes
    if part < 0:
        raise ValueError("a framed number is never negative")
    return b"i", part.to_bytes((part.bit_length() + 7) // 8, "big")
