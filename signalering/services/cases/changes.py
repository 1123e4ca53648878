"""What is counted of the measures of a case: once, whether loneliness changed since the start."""

from signalering.domain.measures import change
from signalering.domain.moments import START
from signalering.domain.states import CaseOutcome, CaseState, ChangeClass, StatisticsEvent
from signalering.models.cases.case import Case
from signalering.services.cases.entries import Entries
from signalering.services.cases.facts import count
from signalering.services.cases.measured import KIND, is_settled, measured, support_began
from signalering.services.statistics.pend import take_back
from signalering.services.work import Work
from signalering.vault.kinds import RecordKey

EVENT = StatisticsEvent.MEASURED


def count_change(work: Work, case: Case, key: RecordKey, before: Entries, after: Entries) -> None:
    """Let the change wait to be counted, with the first moment after the start.

    A word that puts an earlier one right takes the place of what still waits. What was moved to
    the figures is counted as it was.
    """
    if not is_settled(after):
        return
    found = _change(after)
    if is_settled(before) and found is _change(before):
        return
    waited = take_back(work, case.key_id, key, EVENT)
    if waited or not (is_settled(before) or _ended_without(before)):
        count(work, case, key, after, EVENT, change=found)


def count_none(
    work: Work, case: Case, key: RecordKey, entries: Entries, outcome: CaseOutcome
) -> None:
    """A case that had support ends without a measure: counted as such, once."""
    counted = is_settled(entries) or _ended_without(entries)
    if support_began(entries) is None or counted or outcome is CaseOutcome.DUPLICATE:
        return
    count(work, case, key, entries, EVENT, change=ChangeClass.NOT_MEASURED)


def _change(entries: Entries) -> ChangeClass:
    found = measured(entries)
    start = found.get(START)
    later = next(one for months, one in found.items() if months > START)
    return change(start.values if start else None, later.values)


def _ended_without(entries: Entries) -> bool:
    """Whether it ended once before, with support and without a measure: then that was counted."""
    supported = settled = False
    for _, payload in entries:
        kind = payload["kind"]
        supported |= kind == "status" and payload["to"] == CaseState.SUPPORTED
        settled |= kind == KIND and payload["months"] > START
        counts = kind == "outcome" and payload["outcome"] != CaseOutcome.DUPLICATE
        if counts and supported and not settled:
            return True
    return False
