"""How somebody wants to work, as it is now."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Preferences:
    """Whether the counts of the day come by mail, and whether single keys do something."""

    digest: bool
    shortcuts: bool
