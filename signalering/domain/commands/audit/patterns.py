"""In which days a privacy officer looks for what stands out."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class LookForPatterns:
    """Days of Amsterdam, both included; without them the last seven days."""

    from_day: date | None = None
    to_day: date | None = None
