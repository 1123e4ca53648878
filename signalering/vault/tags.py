"""Tags by which one person finds what is theirs, and nobody else can tell two of them together."""

import hmac
import re

from signalering.vault.encoding import Part, frame
from signalering.vault.kinds import TagKey

TAG_LENGTH = 16
_MONTH = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])")


def tags(tag_key: TagKey, month: str, start: int, count: int) -> list[bytes]:
    """Give `count` tags of a month ("2026-11") from number `start` on; each serves once.

    Raises ValueError for another spelling of a month or a negative number.
    """
    if not _MONTH.fullmatch(month):
        raise ValueError("a month is written as 2026-11")
    # A frame of parts is the frames of the parts in a row; a page asks for hundreds of tags.
    framed_month = frame(month)
    return [_tag(tag_key, framed_month + frame(number)) for number in range(start, start + count)]


def purpose_tag(tag_key: TagKey, purpose: str, value: Part) -> bytes:
    """Give the tag of something else that one person must find: a draft, a session, a repeat.

    Three parts are framed instead of two, so it is never the tag of a signal.
    """
    return _tag(tag_key, frame("purpose", purpose, value))


def _tag(tag_key: TagKey, framed: bytes) -> bytes:
    return hmac.digest(tag_key, framed, "sha256")[:TAG_LENGTH]
