"""Whether a node lives and can serve, as it is told on its own port and on that of the pages."""

from signalering.services.settings.ready import ready
from signalering.services.work import House

ALIVE = {"alive": True}


def readiness(house: House) -> tuple[int, dict[str, bool]]:
    """The status, and each thing that has to be there."""
    parts = dict(ready(house))
    return (200 if all(parts.values()) else 503), parts
