"""What is counted of a case: codes out of its first entry, never out of a column."""

from signalering.domain.clock import day_of
from signalering.domain.commands.statistics.pend import Fact
from signalering.domain.speed import FIRST_CONTACT, class_of_days
from signalering.domain.states import CaseOutcome, ChangeClass, StatisticsEvent
from signalering.models.cases.case import Case
from signalering.services.cases.entries import Entries, first_moment
from signalering.services.cases.tries import had_contact
from signalering.services.statistics.pend import pend, take_back
from signalering.services.work import Work
from signalering.vault.kinds import RecordKey

# In the entry of a case that goes on: the end before it was taken back and waits no more.
UNCOUNTED = "uncounted"


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
    days: str | None = None,
) -> None:
    """Let one fact wait under the case's key.

    Of a case whose resident asked that nothing is done with it nothing is counted; GDPR article
    18(2).
    """
    if case.restricted:
        return
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
        days=days,
    )
    pend(work, case.key_id, key, fact)


def count_first_contact(work: Work, case: Case, key: RecordKey, entries: Entries) -> None:
    """The first word with the resident, and in which class of working days after triage."""
    if had_contact(entries):
        return
    days = work.calendar.working_days_between(day_of(first_moment(entries)), work.clock.today())
    found = class_of_days(FIRST_CONTACT, days)
    count(work, case, key, entries, StatisticsEvent.FIRST_CONTACT, days=found)


def count_end(
    work: Work,
    case: Case,
    key: RecordKey,
    entries: Entries,
    outcome: CaseOutcome,
    pillar: str | None,
) -> None:
    """How the case ended: once, unless its earlier end was taken back before it was counted."""
    ended = False
    for _, payload in entries:
        ended |= payload["kind"] == "outcome"
        ended &= not payload.get(UNCOUNTED, False)
    if not ended:
        event = StatisticsEvent.CLOSED
        count(work, case, key, entries, event, outcome=outcome, pillar=pillar)


def uncount_end(work: Work, case: Case, key: RecordKey) -> dict[str, bool]:
    """The case goes on after all; gives what its entry says of it. What was moved is counted."""
    return {UNCOUNTED: take_back(work, case.key_id, key, StatisticsEvent.CLOSED)}
