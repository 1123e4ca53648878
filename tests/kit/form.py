"""A form as a person would send it, and what of it can be wrong."""

from dataclasses import dataclass, field
from typing import Any

MARK = "Een zin die niet weg mag"
Values = dict[str, list[str]]


# Buttons without a form of their own.
FIRST_COUNTS = frozenset({"language", "hat"})


@dataclass(frozen=True)
class Form:
    """What a person would send, by whom and where; `codes` and `words` are what can go wrong."""

    who: str
    ids: dict[str, Any] = field(default_factory=dict)
    values: dict[str, Any] = field(default_factory=dict)
    codes: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    # May be left out; all else may not.
    optional: frozenset[str] = frozenset()
    # More than one value is no mistake.
    several: frozenset[str] = frozenset()

    @property
    def body(self) -> Values:
        """Every field with its values."""
        return {
            name: [str(one) for one in value] if isinstance(value, list) else [str(value)]
            for name, value in self.values.items()
        }
