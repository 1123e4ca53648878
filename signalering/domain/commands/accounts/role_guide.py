"""Whether the guide of a role stands on the start page."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PutGuide:
    """Away, or back on top of the start page."""

    away: bool
