"""How somebody wants to work."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ChangePreferences:
    """Whether the counts of the day come by mail, and whether single keys do something."""

    digest: bool
    shortcuts: bool
