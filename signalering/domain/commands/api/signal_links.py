"""Lay codes ready for a worker of one's own."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True)
class MakeLink:
    """Codes by the field of the form that they stand in. `key` is the program's Idempotency-Key."""

    codes: Mapping[str, tuple[str, ...]] = field(repr=False)
    key: str = field(default="", repr=False)


# What a program can know of somebody, beside its closed list. What the resident said, wants or
# agreed to is for the worker who heard it, and words are nobody's but theirs.
FROM_PROGRAMS: Mapping[str, str] = MappingProxyType(
    {
        "indicators": "indicators",
        "place": "places",
        "age_band": "age_bands",
        "lives_with": "lives_with",
        "duration": "duration",
        "loneliness": "kinds_of_loneliness",
    }
)
SEVERAL = frozenset({"indicators"})
