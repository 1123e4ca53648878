"""Give closed cases the day that goes with a changed term: which term each has is sealed."""

from datetime import date, datetime

from sqlalchemy import select, update

from signalering.domain.clock import day_of
from signalering.domain.errors import CannotOpen
from signalering.domain.lifecycles import KeyGroup
from signalering.domain.retention import CASES, kept_through_month, kind_of_case
from signalering.domain.states import CaseOutcome, CaseState
from signalering.models.cases.case import Case
from signalering.models.retention.policy import RetentionPolicy
from signalering.services.cases.entries import case_entries, case_key
from signalering.services.keys.groups import open_group
from signalering.services.retention.policy import terms, unapplied
from signalering.services.work import Work


def renew_terms(work: Work) -> int:
    """All at once, so that no row tells by itself what it is; gives how many got another day.

    For the first coordinator to unlock after the change. What can't be read keeps its day. Raises
    CannotOpen without the group's key.
    """
    if not unapplied(work):
        return 0
    open_group(work, KeyGroup.CASEWORK)
    # Whoever decides at this moment comes after: what is marked here is what was counted with.
    work.data.execute(
        update(RetentionPolicy)
        .where(RetentionPolicy.kept.in_([kept.value for kept in CASES]))
        .values(applied=True)
        .execution_options(synchronize_session=False)
    )
    now = terms(work)
    count = 0
    for case in work.data.scalars(
        select(Case).where(Case.state == CaseState.CLOSED.value).order_by(Case.id)
    ).all():
        found = _end_of(work, case)
        if found is None:
            continue
        day = kept_through_month(now[kind_of_case(found[0])], found[1])
        if day != case.erase_after:
            count += bool(_move(work, case, day))
    return count


def _end_of(work: Work, case: Case) -> tuple[CaseOutcome, date] | None:
    """With which outcome it was closed last, and when."""
    try:
        entries = case_entries(work, case, case_key(work, case))
    except CannotOpen:
        return None
    for _, payload in reversed(entries):
        if payload["kind"] == "outcome":
            closed = day_of(datetime.fromisoformat(payload["at"]))
            return CaseOutcome(payload["outcome"]), closed
    return None


def _move(work: Work, case: Case, day: date) -> object:
    return work.data.scalar(
        update(Case)
        .where(Case.id == case.id, Case.state == CaseState.CLOSED.value)
        .values(erase_after=day)
        .returning(Case.id)
        .execution_options(synchronize_session=False)
    )
