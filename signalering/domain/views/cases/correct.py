"""An entry that is to be put right."""

from dataclasses import dataclass
from uuid import UUID

from signalering.domain.views.cases.show import CaseHead, TimelineEntry


@dataclass(frozen=True)
class CorrectingView:
    """The case's head, and the entry as it stands."""

    head: CaseHead
    signal_id: UUID
    entry: TimelineEntry
    # Where an entry is shown with what puts it right; here it stands alone.
    timeline: tuple[TimelineEntry, ...] = ()
