"""Cases as a list shows them: only the names of the rows on the page are opened."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from signalering.domain.views.cases.list import CaseRow
from signalering.models.accounts.account import Account
from signalering.models.cases.case import Case
from signalering.models.signals.contact import ContactDetails
from signalering.services.cases.contact import open_contact
from signalering.services.cases.talk import answered
from signalering.services.referrals.answers import cases_with_news
from signalering.services.work import Work


def case_rows(work: Work, cases: Sequence[Case]) -> tuple[CaseRow, ...]:
    """In the order given. The verb that calls it writes the audit entry. Raises CannotOpen."""
    ids = [case.id for case in cases]
    names = _names(work, ids)
    news = cases_with_news(work, ids) | _residents_news(work, ids) | answered(work, cases)
    owners = _owners(work, {case.owner_id for case in cases if case.owner_id})
    return tuple(_row(work, case, names, owners, case.id in news) for case in cases)


def _names(work: Work, case_ids: list[UUID]) -> dict[UUID, str]:
    rows = work.data.scalars(select(ContactDetails).where(ContactDetails.case_id.in_(case_ids)))
    return {row.case_id: open_contact(work, row).get("name") or "" for row in rows if row.case_id}


def _residents_news(work: Work, case_ids: list[UUID]) -> frozenset[UUID]:
    told = select(ContactDetails.case_id).where(
        ContactDetails.case_id.in_(case_ids), ContactDetails.news.is_not(None)
    )
    return frozenset(case_id for case_id in work.data.scalars(told) if case_id)


def _owners(work: Work, ids: set[UUID]) -> dict[UUID, str]:
    accounts = work.data.scalars(select(Account).where(Account.id.in_(ids)))
    return {account.id: account.name for account in accounts}


def _row(
    work: Work, case: Case, names: dict[UUID, str], owners: dict[UUID, str], news: bool
) -> CaseRow:
    today = work.clock.today()
    rests = case.paused_until is not None and case.paused_until >= today
    return CaseRow(
        id=case.id,
        reference=case.reference,
        state=case.state,
        owner=owners.get(case.owner_id, "") if case.owner_id else "",
        name=names.get(case.id, ""),
        deadline_on=case.deadline_on,
        deadline_kind=case.deadline_kind,
        paused_until=case.paused_until if rests else None,
        overdue=case.deadline_on is not None and case.deadline_on < today,
        news=news or bool(case.handed_over and work.by().keeps(case.owner_id)),
        covered=work.by().stands_in(case.owner_id),
        version=case.version,
        active_on=case.active_on,
    )
