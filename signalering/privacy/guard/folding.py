"""One spelling for characters that look alike, without moving any of them.

Every character becomes exactly one other, so a place in the folded text is a place in the text.
"""

import unicodedata
from functools import lru_cache

_FIXED = {
    # Hyphens, dashes and minus signs.
    **dict.fromkeys([*range(0x2010, 0x2016), 0x2212, 0xFE58, 0xFE63, 0xFF0D], "-"),
    # Curled and backward quotes.
    **dict.fromkeys([0x2018, 0x2019, 0x0060, 0x00B4], "'"),
    # Full-width signs that numbers and addresses are made with.
    **{0xFEE0 + ord(sign): sign for sign in "@./+():_"},
}
# Characters that take no room or only room: they keep nothing from being read as one number.
_INVISIBLE = {"Zs", "Zl", "Zp", "Cc", "Cf"}


@lru_cache(maxsize=512)
def _folded(character: str) -> str:
    fixed = _FIXED.get(ord(character))
    if fixed is not None:
        return fixed
    category = unicodedata.category(character)
    if category == "Nd":
        return str(unicodedata.decimal(character))
    return " " if category in _INVISIBLE else character


def fold(text: str) -> str:
    """The text with plain digits, dashes, quotes and spaces; as long as it was.

    The cache holds single characters, never text.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(_folded(character) for character in text)
