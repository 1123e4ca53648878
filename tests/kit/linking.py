"""A program that ties rows together: by equal values, near days, sizes, and order of rows.

It is told half of the truth, keeps the way that serves best there, and is judged by the other half.
"""

import hashlib
import hmac
import statistics
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from kit.dump import Loot, Row

Features = dict[str, Any]
PLACE = ": place of "


@dataclass(frozen=True)
class Puzzle:
    """One thing, what it may belong to, and which of these it does belong to."""

    features: Features
    candidates: Sequence[Features]
    truth: int


@dataclass(frozen=True)
class Verdict:
    """How often the best way was right on the half that it had not seen."""

    way: str
    right: float
    chances: tuple[float, ...]

    @property
    def of(self) -> int:
        """How many were asked."""
        return len(self.chances)

    @property
    def by_luck(self) -> float:
        """How probable it is that guessing does as well: the exact tail of so many guesses."""
        exactly = [1.0]
        for chance in self.chances:
            missed = [p * (1 - chance) for p in exactly] + [0.0]
            hit = [0.0] + [p * chance for p in exactly]
            exactly = [p + q for p, q in zip(missed, hit, strict=True)]
        return sum(exactly[int(self.right) :])

    def __str__(self) -> str:
        rate, guess = self.right / self.of, sum(self.chances) / self.of
        return f"{rate:.0%} right by {self.way}, {guess:.0%} by guessing, of {self.of}"


def rank_places(all_features: Sequence[Features]) -> None:
    """Where each stands among these alone: order tells most when nothing else is in between."""
    names = {name for features in all_features for name in features if PLACE in name}
    for name in names:
        order = sorted({features[name] for features in all_features if name in features})
        for features in all_features:
            if name in features:
                features[f"{name}, among these"] = float(order.index(features[name]))


def judge(puzzles: Sequence[Puzzle]) -> Verdict:
    """Learn from every other puzzle, be judged by the rest."""
    told, asked = puzzles[::2], puzzles[1::2]
    ways = list(_ways(told))
    best = max(ways, key=lambda way: _right(way, told))
    return _verdict(best.name, _right(best, asked), asked)


def judge_clock(puzzles: Sequence[Puzzle], day: str, since: str, kinds: Sequence[str]) -> Verdict:
    """How well a day tells an earlier one, when each kind of day comes about so long after it.

    How long is learned from all other puzzles of that kind.
    """
    right = 0.0
    for asked in puzzles:
        gaps = [
            other.features[day] - other.candidates[other.truth][since]
            for other in puzzles
            if other is not asked
            and all(other.features[kind] == asked.features[kind] for kind in kinds)
        ]
        offset = statistics.median(gaps) if gaps else 0.0
        right += _right(Way(day, _near(day, since, -offset)), [asked])
    return _verdict(f"{day} after {since}", right, puzzles)


def _verdict(way: str, right: float, asked: Sequence[Puzzle]) -> Verdict:
    return Verdict(way, right, tuple(1 / len(puzzle.candidates) for puzzle in asked))


@dataclass(frozen=True)
class Way:
    """Ranks candidates by one feature of each side; the least value is the guess."""

    name: str
    distance: Callable[[Features, Features], float]


def _right(way: Way, puzzles: Iterable[Puzzle]) -> float:
    """Among several that look alike it guesses."""
    total = 0.0
    for puzzle in puzzles:
        found = [way.distance(puzzle.features, one) for one in puzzle.candidates]
        alike = [at for at, value in enumerate(found) if value == min(found)]
        total += (puzzle.truth in alike) / len(alike)
    return total


def _ways(told: Sequence[Puzzle]) -> Iterable[Way]:
    left = _telling([puzzle.features for puzzle in told])
    right = _telling([one for puzzle in told for one in puzzle.candidates])
    for one in left:
        for other in right:
            pairs = [
                (puzzle.features.get(one), puzzle.candidates[puzzle.truth].get(other))
                for puzzle in told
            ]
            known = [pair for pair in pairs if None not in pair]
            if len(known) < 4:
                continue
            if all(isinstance(value, float) for pair in known for value in pair):
                offset = statistics.median(b - a for a, b in known)
                yield Way(f"{one} near {other}", _near(one, other, offset))
            elif not any(isinstance(value, float) for pair in known for value in pair):
                yield Way(f"{one} equal to {other}", _equal(one, other))


def _telling(all_features: Sequence[Features]) -> list[str]:
    """Names of features that are not the same for all."""
    seen: dict[str, set[Any]] = {}
    for features in all_features:
        for name, value in features.items():
            seen.setdefault(name, set()).add(value)
    return sorted(name for name, values in seen.items() if len(values) > 1)


def _near(one: str, other: str, offset: float) -> Callable[[Features, Features], float]:
    def distance(left: Features, right: Features) -> float:
        a, b = left.get(one), right.get(other)
        return float("inf") if a is None or b is None else abs(b - a - offset)

    return distance


def _equal(one: str, other: str) -> Callable[[Features, Features], float]:
    def distance(left: Features, right: Features) -> float:
        a, b = left.get(one), right.get(other)
        return 1.0 if a is None or b is None or not a & b else 0.0

    return distance


class Reader:
    """Turns rows of a dump into features: numbers to be compared, values to be equal."""

    def __init__(self, loot: Loot, *, days: bool = True) -> None:
        self._loot, self._days = loot, days
        self._secrets = [v for v in vars(loot.settings).values() if isinstance(v, bytes)]
        self._at = {
            name: {id(row): at / max(len(rows), 1) for at, row in enumerate(rows)}
            for name, rows in loot.tables.items()
        }

    def rows(self, table: str, column: str, value: object) -> list[Row]:
        """Rows that hang on something."""
        return [row for row in self._loot.tables[table] if row[column] == value]

    def features(self, groups: Mapping[str, tuple[str, Sequence[Row]]]) -> Features:
        """`label -> (table, rows)`: how many, where they stand, how long and what they hold."""
        found: Features = {}
        for label, (table, rows) in groups.items():
            found[f"{label}: how many"] = float(len(rows))
            ends = {"first": rows[0]} if rows else {}
            if len(rows) > 1:
                ends["last"] = rows[-1]
            for end, row in ends.items():
                found[f"{label}{PLACE}{end}"] = self._at[table][id(row)]
                for column, value in row.items():
                    found |= self._values(f"{label}.{column} of {end}", value)
            sizes = [len(v) for row in rows for v in row.values() if isinstance(v, bytes)]
            found[f"{label}: size"] = float(sum(sizes))
        return found

    def _values(self, name: str, value: Any) -> Features:
        if value is None:
            return {}
        if isinstance(value, datetime):
            return {name: value.timestamp() / 86400} if self._days else {}
        if isinstance(value, date):
            return {name: float(value.toordinal())} if self._days else {}
        if isinstance(value, int):
            return {name: float(value)}
        plain = value.bytes if isinstance(value, UUID) else value
        plain = plain.encode() if isinstance(plain, str) else plain
        size = {f"{name}: length": float(len(plain))}
        return {name: frozenset(self._alike(plain)), **size}

    def _alike(self, plain: bytes) -> Iterable[bytes]:
        """The value, and what anybody with the configuration can make of it."""
        yield plain
        yield hashlib.sha256(plain).digest()[:16]
        for secret in self._secrets:
            yield hmac.digest(secret, plain, "sha256")[:16]
