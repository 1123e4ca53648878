"""What of the work is one person's, by day: counted from columns in clear, no key is needed."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import BindParameter, CompoundSelect, Select, func, or_, select, union

from signalering.domain.lifecycles import CaseDeadline
from signalering.domain.states import Hat, SignalState
from signalering.domain.views.accounts.digest import Digest
from signalering.models.cases.case import Case
from signalering.models.cases.task import CaseTask
from signalering.models.referrals.answer import ReferralAnswer
from signalering.models.referrals.referral import Referral
from signalering.models.signals.contact import ContactDetails
from signalering.models.signals.signal import Signal
from signalering.services.accounts.covering import covered_by
from signalering.services.cases.clocks import put_off
from signalering.services.cases.unfinished import LIVE
from signalering.services.retention.leaving import leaving
from signalering.services.work import Work

Owners = frozenset[UUID]
# In a form that no index has: what is found from its news is not to be sought from its keeper.
_KEEPER = func.nullif(Case.owner_id, UUID(int=0), type_=Case.owner_id.type)


def whose(work: Work, account_id: UUID) -> Owners:
    """Whose work falls to this account: its own, and that of whom it stands in for today."""
    return covered_by(work, account_id, Hat.COORDINATOR) | {account_id}


def dated(owners: Owners) -> tuple[Select[date | None], ...]:
    """The days of what these people have to do: a line for each kind of work."""
    beside = or_(LIVE, Case.deadline_kind == CaseDeadline.FEEDBACK.value)
    return (
        # What waits for an answer is its reporter's or its resident's to do.
        select(Signal.deadline_on).where(
            Signal.owner_id.in_(owners), Signal.state == SignalState.IN_TRIAGE.value
        ),
        # A case at rest falls due after its rest (services/cases/clocks.py). One that is closed has
        # a day as long as its reporter is to be told, or a word of the resident to be taken in.
        select(Case.deadline_on).where(Case.owner_id.in_(owners), Case.deadline_on.is_not(None)),
        # What the law sets a day for: a rest doesn't put it off, nor does an end. Of a closed case
        # whose reporter has heard it is the day itself, counted above.
        select(Case.inform_by).where(Case.owner_id.in_(owners), beside),
        select(Case.request_by).where(Case.owner_id.in_(owners), beside),
    )


def planned(work: Work, owners: Owners) -> tuple[date, ...]:
    """The days of what is planned; what falls in a rest is due after it, as the case itself."""
    query = (
        select(CaseTask.due_on, Case.paused_until)
        .join(Case, Case.id == CaseTask.case_id)
        .where(Case.owner_id.in_(owners), LIVE)
    )
    return tuple(put_off(work, day, until) for day, until in work.data.execute(query))


def days_of(work: Work, account_id: UUID) -> Mapping[date, int]:
    """How many things fall due on each day that has any, past days too."""
    owners = whose(work, account_id)
    found = (day for query in dated(owners) for day in work.data.scalars(query))
    return Counter([*(day for day in found if day is not None), *planned(work, owners)])


def digest_of(work: Work, account_id: UUID) -> Digest:
    """The bare counts of this moment."""
    today = work.clock.today()
    days = days_of(work, account_id)
    return Digest(
        today=days.get(today, 0),
        overdue=sum(count for day, count in days.items() if day < today),
        new=_count(work, of_nobody()),
        news=_count(work, with_news(whose(work, account_id))),
        leaving=leaving(work, whose(work, account_id)).total,
    )


def of_nobody() -> Select[UUID]:
    """What waits in everybody's inbox."""
    return select(Signal.id).where(Signal.state == SignalState.NEW.value)


def with_news(owners: Owners | BindParameter[Any]) -> CompoundSelect[UUID]:
    """Cases of which a resident or an initiative let something know that nobody took in yet, closed

    ones too, and those that were handed over and not opened by their keeper since. Looked for from
    the news, which is little: a keeper may have cases by the thousand.
    """
    residents = select(ContactDetails.case_id).where(
        ContactDetails.case_id.is_not(None), ContactDetails.news.is_not(None)
    )
    initiatives = select(Referral.case_id).join(
        ReferralAnswer, ReferralAnswer.referral_id == Referral.id
    )
    news = union(residents, initiatives).subquery()
    told = select(Case.id).join(news, news.c.case_id == Case.id).where(_KEEPER.in_(owners))
    given = select(Case.id).where(_KEEPER.in_(owners), Case.handed_over.is_(True), LIVE)
    return union(told, given)


def _count(work: Work, query: Select[UUID] | CompoundSelect[UUID]) -> int:
    return work.data.scalar(select(func.count()).select_from(query.subquery())) or 0
