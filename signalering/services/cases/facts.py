"""What is counted of a case: codes out of its first entry, never out of a column."""

from signalering.domain.commands.statistics.pend import Fact
from signalering.domain.states import CaseOutcome, ChangeClass, StatisticsEvent
from signalering.models.cases.case import Case
from signalering.services.cases.entries import Entries
from signalering.services.statistics.pend import pend
from signalering.services.work import Work
from signalering.vault.kinds import RecordKey


def count(
    work: Work,
    case: Case,
    key: RecordKey,
    entries: Entries,
    event: StatisticsEvent,
    *,
    pillar: str | None = None,
    outcome: CaseOutcome | None = None,
    change: ChangeClass | None = None,
) -> None:
    """Let one fact wait under the case's key."""
    origin = entries[0][1]
    fact = Fact(
        event=event,
        registered_in=origin["registered_in"],
        area=origin["area"],
        age_band=origin["age_band"],
        reporter_group=origin["reporter_group"],
        pillar=pillar,
        outcome=outcome,
        change=change,
    )
    pend(work, case.key_id, key, fact)
