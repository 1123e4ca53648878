"""Cleans what people type before anything else looks at it."""

import re
import unicodedata

from signalering.domain.errors import InvalidInput

# Embeddings, overrides and isolates make a text read otherwise than it is stored (UAX #9).
_OVERRIDES = re.compile("[\u202a-\u202e\u2066-\u2069]")
# Invisible marks that pages and word processors leave behind; they would split words unseen.
_INVISIBLE = re.compile("[\u00ad\u061c\u180e\u200b\u200e\u200f\u2060-\u2064\ufeff]")
_LINE_ENDS = re.compile("\r\n|[\r\u0085\u2028\u2029]")
_BROKEN = frozenset({"Cs", "Co"})


def clean_text(raw: str, limit: int, multiline: bool = True, *, field: str = "text") -> str:
    """Normalise to NFC with plain line ends, without outer blanks or invisible marks.

    `limit` counts characters of the result. Raises InvalidInput for `field` with the code
    broken_text, control_character, direction_override, one_line or too_long.
    """
    text = _LINE_ENDS.sub("\n", raw).replace("\t", " ")
    if _OVERRIDES.search(text):
        raise InvalidInput(field, "direction_override")
    _refuse_unwritable(text, field)
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    text = "\n".join(line.rstrip() for line in text.split("\n")).strip()
    if not multiline and "\n" in text:
        raise InvalidInput(field, "one_line")
    if len(text) > limit:
        raise InvalidInput(field, "too_long", limit=str(limit))
    return text


def clean_line(raw: str, limit: int, *, field: str = "text") -> str:
    """`clean_text` for one line; runs of blanks become one."""
    return re.sub(r" {2,}", " ", clean_text(raw, limit, multiline=False, field=field))


def _refuse_unwritable(text: str, field: str) -> None:
    for character in text:
        category = unicodedata.category(character)
        # The web puts U+FFFD where bytes were no UTF-8.
        if category in _BROKEN or character == "\ufffd":
            raise InvalidInput(field, "broken_text")
        if category == "Cc" and character != "\n":
            raise InvalidInput(field, "control_character")
