"""An alarm about a swapped public key, as it is shown."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True)
class Alarm:
    """`whose` is a colleague's name, or the code of a key group."""

    object_id: UUID
    kind: str
    whose: str
    noticed_on: date
    acknowledged: bool
