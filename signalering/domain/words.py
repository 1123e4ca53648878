"""The words that passphrases are drawn from."""

from functools import cache
from importlib.resources import files


@cache
def passphrase_words() -> tuple[str, ...]:
    """Plain Dutch words that differ in their first four letters."""
    text = (files("signalering") / "data" / "passphrase_words.txt").read_text("utf-8")
    return tuple(text.split())
