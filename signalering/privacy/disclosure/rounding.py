"""Rounding to fives with one secret offset per published cell (integers only)."""

import hashlib
import hmac
from typing import NewType

from signalering.privacy.disclosure.addresses import Address

# A secret of the installation, kept with the keystore.
RoundingSecret = NewType("RoundingSecret", bytes)

STEP = 5
# A figure is at most this far from its count.
MOST_OFF = STEP - 1
_SCALE = 1 << 256
_SHORTEST_SECRET = 32


def rounded(count: int, address: Address, secret: RoundingSecret) -> int:
    """The figure that is published for a count: 5 * floor((count + s) / 5).

    s = 5 * HMAC-SHA256(secret, address) / 2**256 lies in [0, 5). The figure is a multiple of five,
    at most 4 off, right on average over secrets, never falls as the count grows, and 0 stays 0.
    Stages of one family ask with one address and so never rise.
    Raises ValueError for a negative count or a secret under 32 bytes.
    """
    if count < 0 or len(secret) < _SHORTEST_SECRET:
        raise ValueError("a count from 0 and a secret of 32 bytes are needed")
    digest = hmac.digest(secret, address.canonical(), hashlib.sha256)
    offset = STEP * int.from_bytes(digest, "big")
    return STEP * ((count * _SCALE + offset) // (STEP * _SCALE))


def possible_counts(figure: int) -> range:
    """The counts that can have been published as a figure: 0 is 0-4, f is f-4 to f+4.

    Raises ValueError for a figure that is no multiple of five from 0.
    """
    if figure < 0 or figure % STEP:
        raise ValueError("no published figure")
    return range(max(0, figure - MOST_OFF), figure + MOST_OFF + 1)


def weight(count: int, figure: int) -> int:
    """How many fifths of all offsets publish a count as a figure (0 to 5)."""
    return max(0, STEP - abs(count - figure)) if count >= 0 else 0
