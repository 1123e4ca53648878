"""Made-up signals, the same for the same seed: to attack figures of without anybody's facts.

Inhabitants per area are those of the packaged reference data. The other shares are guesses that
lean as life does: most signals are about older people, and most come from care.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate

from signalering.domain.packaged import packaged

AGES: Mapping[str, int] = {"18-34": 8, "35-64": 20, "65-74": 24, "75+": 48}
GROUPS: Mapping[str, int] = {
    "care": 46,
    "housing": 16,
    "public": 14,
    "community": 14,
    "debt_finance": 10,
}
WISHES: Mapping[str, int] = {
    "encounters": 30,
    "activities": 25,
    "listening": 15,
    "practical": 12,
    "development": 10,
    "nothing_now": 8,
}
# How far signals have come within the year.
REACHED: Mapping[str, int] = {
    "registered": 10,
    "picked_up": 40,
    "referred": 15,
    "attended_first": 10,
    "attended_third": 10,
    "still_attending": 15,
}
QUARTERS: Mapping[str, int] = dict.fromkeys(("1", "2", "3", "4"), 1)
_BITS = 256


@dataclass(frozen=True)
class MadeUp:
    """One signal that nobody gave."""

    number: int
    quarter: int
    area: str
    age: str
    group: str
    wish: str
    reached: str


def made_up(seed: int, signals: int) -> Iterator[MadeUp]:
    """A year of signals. Nothing here is secret, so that a digest serves as chance."""
    areas = inhabitants()
    for number in range(signals):
        yield MadeUp(
            number,
            int(_drawn(QUARTERS, f"{seed} {number} quarter")),
            _drawn(areas, f"{seed} {number} area"),
            _drawn(AGES, f"{seed} {number} age"),
            _drawn(GROUPS, f"{seed} {number} group"),
            _drawn(WISHES, f"{seed} {number} wish"),
            _drawn(REACHED, f"{seed} {number} reached"),
        )


def inhabitants() -> dict[str, int]:
    """Inhabitants of the nine areas in which signals are counted."""
    counts: dict[str, int] = {}
    for village in packaged("westland_areas")["villages"]:
        area = village["area"]
        counts[area] = counts.get(area, 0) + (village["inhabitants"] or 0)
    return counts


def _drawn(shares: Mapping[str, int], what: str) -> str:
    """A code, as often as its share says."""
    chance = int.from_bytes(hashlib.sha256(what.encode()).digest(), "big")
    place = chance * sum(shares.values()) >> _BITS
    reached = zip(shares, accumulate(shares.values()), strict=True)
    return next(code for code, upto in reached if place < upto)
