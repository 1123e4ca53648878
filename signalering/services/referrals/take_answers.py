"""What receivers answered is written into the case, where everybody reads it."""

from typing import Any
from uuid import UUID

from signalering.domain.audit_actions import AuditAction
from signalering.domain.case_clocks import task
from signalering.domain.errors import NotAllowedNow
from signalering.domain.lifecycles import ReceiverSaid
from signalering.domain.states import CaseState
from signalering.models.cases.case import Case
from signalering.services.audit.record import record
from signalering.services.cases.clocks import deadline
from signalering.services.cases.entries import Entries, case_entries, case_key
from signalering.services.cases.finding import PERIODS, change, kept_case
from signalering.services.cases.handovers import ask_again
from signalering.services.referrals.answers import payloads, write_in
from signalering.services.work import Work

# After these somebody has to decide how to go on.
TO_DECIDE = frozenset(
    {
        ReceiverSaid.DECLINED,
        ReceiverSaid.NOT_STARTED,
        ReceiverSaid.STOPPED,
        ReceiverSaid.EXPIRED,
        ReceiverSaid.CALL,
    }
)


def take_answers(work: Work, case_id: UUID, version: int) -> None:
    """Write down all that waits, count what it stands for, and set the day by which to go on.

    Raises NotFound, Denied, Conflict, NotAllowedNow when there is nothing new, CannotOpen.
    """
    case = kept_case(work, case_id, version)
    news: Entries = [(0, payload) for payload in payloads(work, case.id)]
    if not news:
        raise NotAllowedNow
    key = case_key(work, case)
    entries = case_entries(work, case, key)
    change(work, case, **_clock(work, case, entries, news))
    write_in(work, case, key, entries)
    record(work, AuditAction.RECEIVER_NEWS_TAKEN, case.id, count=len(news))


def _clock(work: Work, case: Case, entries: Entries, news: Entries) -> dict[str, Any]:
    if case.state == CaseState.CLOSED:
        return {}
    columns = ask_again(work, case, entries, news)
    if any(payload["said"] in TO_DECIDE for _, payload in news):
        decide = deadline(work, case, task(work.calendar, PERIODS, work.clock.today()))
        days = (columns.get("deadline_on"), case.deadline_on)
        if all(day is None or decide["deadline_on"] < day for day in days):
            return decide
    return columns
