"""What of the work is one person's, by day: counted from columns in clear, no key is needed."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from uuid import UUID

from sqlalchemy import Select, func, or_, select

from signalering.domain.states import CaseState, Hat, SignalState
from signalering.domain.views.accounts.digest import Digest
from signalering.models.cases.case import Case
from signalering.models.cases.task import CaseTask
from signalering.models.referrals.answer import ReferralAnswer
from signalering.models.referrals.referral import Referral
from signalering.models.signals.contact import ContactDetails
from signalering.models.signals.signal import Signal
from signalering.services.accounts.covering import covered_by
from signalering.services.work import Work

Owners = frozenset[UUID]


def whose(work: Work, account_id: UUID) -> Owners:
    """Whose work falls to this account: its own, and that of whom it stands in for today."""
    return covered_by(work, account_id, Hat.COORDINATOR) | {account_id}


def dated(owners: Owners) -> tuple[Select[date | None], ...]:
    """The days of what these people have to do: a line for each kind of work."""
    return (
        # What waits for an answer is its reporter's or its resident's to do.
        select(Signal.deadline_on).where(
            Signal.owner_id.in_(owners), Signal.state == SignalState.IN_TRIAGE.value
        ),
        # A case at rest falls due after its rest (services/cases/clocks.py). A closed one has a day
        # for as long as something of it is left.
        select(Case.deadline_on).where(Case.owner_id.in_(owners), Case.deadline_on.is_not(None)),
        # A case that rests is silent.
        select(CaseTask.due_on)
        .join(Case, Case.id == CaseTask.case_id)
        .where(
            Case.owner_id.in_(owners),
            Case.state != CaseState.CLOSED.value,
            or_(Case.paused_until.is_(None), Case.paused_until < CaseTask.due_on),
        ),
    )


def days_of(work: Work, account_id: UUID) -> Mapping[date, int]:
    """How many things fall due on each day that has any, past days too."""
    owners = whose(work, account_id)
    found = (day for query in dated(owners) for day in work.data.scalars(query))
    return Counter(day for day in found if day is not None)


def digest_of(work: Work, account_id: UUID) -> Digest:
    """The bare counts of this moment."""
    today = work.clock.today()
    days = days_of(work, account_id)
    return Digest(
        today=days.get(today, 0),
        overdue=sum(count for day, count in days.items() if day < today),
        new=_count(work, select(Signal.id).where(Signal.state == SignalState.NEW.value)),
        news=_count(work, _with_news(whose(work, account_id))),
    )


def _with_news(owners: Owners) -> Select[UUID]:
    """Cases of which a resident or an initiative let something know that nobody took in yet."""
    residents = select(ContactDetails.case_id).where(
        ContactDetails.case_id.is_not(None), ContactDetails.news.is_not(None)
    )
    initiatives = select(Referral.case_id).join(
        ReferralAnswer, ReferralAnswer.referral_id == Referral.id
    )
    return select(Case.id).where(
        Case.owner_id.in_(owners),
        or_(Case.id.in_(residents), Case.id.in_(initiatives)),
    )


def _count(work: Work, query: Select[UUID]) -> int:
    return work.data.scalar(select(func.count()).select_from(query.subquery())) or 0
