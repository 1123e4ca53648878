"""What receivers answered is written into the case, where everybody reads it."""

from uuid import UUID

from signalering.domain.audit_actions import AuditAction
from signalering.domain.errors import NotAllowedNow
from signalering.services.audit.record import record
from signalering.services.cases.entries import case_entries, case_key
from signalering.services.cases.finding import change, kept_case
from signalering.services.referrals.answers import write_in
from signalering.services.referrals.news import day_to_go_on, held_news
from signalering.services.work import Work


def take_answers(work: Work, case_id: UUID, version: int) -> None:
    """Write down all that waits, count what it stands for, and set the day by which to go on.

    Raises NotFound, Denied, Conflict, NotAllowedNow when there is nothing new, CannotOpen.
    """
    case = kept_case(work, case_id, version)
    news = held_news(work, case)
    if not news:
        raise NotAllowedNow
    key = case_key(work, case)
    entries = case_entries(work, case, key)
    change(work, case, **day_to_go_on(work, case, entries, news))
    write_in(work, case, key, entries)
    record(work, AuditAction.RECEIVER_NEWS_TAKEN, case.id, count=len(news))
