"""The PIN of a session: six digits, and not the first ones that anybody would try."""

import re
from itertools import pairwise

from signalering.domain.errors import InvalidInput

DIGITS = 6
TRIES = 3
"""The third wrong one ends the session for good."""


def checked_pin(typed: str) -> str:
    """The six digits. Raises InvalidInput on `pin` for something else, or for an obvious one."""
    pin = re.sub(r"\s", "", typed)
    if not re.fullmatch(rf"[0-9]{{{DIGITS}}}", pin):
        raise InvalidInput("pin", "pin_six_digits")
    if is_obvious(pin):
        raise InvalidInput("pin", "pin_obvious")
    return pin


def is_obvious(pin: str) -> bool:
    """Whether it repeats itself (111111, 121212, 123123, 112233) or counts (123456, 987654)."""
    digits = [int(sign) for sign in pin]
    steps = {(later - first) % 10 for first, later in pairwise(digits)}
    counts = steps in ({0}, {1}, {9})
    repeats = pin[:2] * 3 == pin or pin[:3] * 2 == pin
    doubles = pin[::2] == pin[1::2]
    mirrored = pin == pin[::-1]
    return counts or repeats or doubles or mirrored or len(set(pin)) < 3
