"""Codes that change every half minute, as RFC 6238 has them and every app knows them."""

import hmac
import secrets
from datetime import datetime, timedelta

from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP

SECRET_LENGTH = 20
DIGITS = 6
STEP = 30
"""Seconds that a code is shown."""


def new_secret() -> bytes:
    """Give a fresh secret."""
    return secrets.token_bytes(SECRET_LENGTH)


def code_at(secret: bytes, moment: datetime) -> str:
    """Give the code of this moment. Raises ValueError for a secret under 16 bytes."""
    # SHA-1 is what the apps understand; as a keyed hash it is not weakened by its collisions.
    maker = TOTP(secret, DIGITS, SHA1(), STEP)
    return maker.generate(int(moment.timestamp())).decode()


def step_of(secret: bytes, code: str, now: datetime) -> int | None:
    """Give the step that this code belongs to, one step early or late included; None when wrong.

    Blanks are dropped: apps show the code in two groups.
    """
    typed = "".join(code.split())
    if len(typed) != DIGITS or not (typed.isascii() and typed.isdigit()):
        return None
    found = None
    for away in (-1, 0, 1):
        moment = now + timedelta(seconds=away * STEP)
        if hmac.compare_digest(code_at(secret, moment), typed):
            found = int(moment.timestamp()) // STEP
    return found
