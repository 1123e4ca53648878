"""A name under the accountability pack."""

from dataclasses import dataclass


@dataclass(frozen=True)
class SignPack:
    """What was seen, as the page had it: `PackView.seen`."""

    seen: str
