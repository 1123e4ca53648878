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
    # One loop without a call for each part: a search frames tens of thousands of them.
    framed = b""
    for part in parts:
        if isinstance(part, str):
            letter, content = b"s", part.encode()
        elif isinstance(part, UUID):
            letter, content = b"u", part.int.to_bytes(16, "big")
        elif isinstance(part, bytes):
            letter, content = b"b", part
        elif part < 0:
            raise ValueError("a framed number is never negative")
        else:
            letter, content = b"i", part.to_bytes((part.bit_length() + 7) // 8, "big")
        framed += letter + len(content).to_bytes(_LENGTH_BYTES, "big") + content
    return framed
