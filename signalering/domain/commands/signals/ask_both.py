"""Whether two signals are about one person: only their reporters can tell."""

from dataclasses import dataclass, field
from uuid import UUID


@dataclass(frozen=True)
class AskBothReporters:
    """The same question on each; neither reporter hears of the other."""

    signal_id: UUID
    other_id: UUID
    text: str = field(repr=False)
    no_names: tuple[str, ...] = ()
