"""List cases, the most pressing first, with the names of the rows on the page."""

from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, or_, select

from signalering.domain.access import Permission, require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.cases.list import CaseFilter, ListCases, PageKey
from signalering.domain.states import CaseState
from signalering.domain.views.cases.list import CasePage, CaseRow
from signalering.models.accounts.account import Account
from signalering.models.cases.case import Case
from signalering.models.signals.contact import ContactDetails
from signalering.services.audit.record import record
from signalering.services.cases.contact import open_contact
from signalering.services.work import Work

PAGE_SIZE = 50


def list_cases(work: Work, command: ListCases) -> CasePage:
    """At most 50 cases of a queue; opening their names is one entry in the trail, with the count.

    Raises Denied, CannotOpen.
    """
    require(Permission.CASEWORK, work.by(), None, work.clock.today())
    cases = work.data.scalars(_query(work, command).limit(PAGE_SIZE + 1)).all()
    on_page = cases[:PAGE_SIZE]
    names = _names(work, [case.id for case in on_page])
    owners = _owners(work, {case.owner_id for case in on_page if case.owner_id})
    record(work, AuditAction.CASE_LISTED, count=len(on_page))
    more = len(cases) > PAGE_SIZE
    last = on_page[-1] if more else None
    return CasePage(
        filter=command.filter,
        rows=tuple(_row(work, case, names, owners) for case in on_page),
        after=PageKey(last.deadline_on, last.id) if last else None,
    )


def _query(work: Work, command: ListCases) -> Select[Case]:
    mine = Case.owner_id == work.by().account_id
    live = Case.state != CaseState.CLOSED
    wanted: dict[CaseFilter, ColumnElement[bool]] = {
        CaseFilter.OWN: and_(live, mine),
        CaseFilter.ALL: live,
        CaseFilter.UNOWNED: and_(live, Case.owner_id.is_(None)),
        CaseFilter.CLOSED: Case.state == CaseState.CLOSED,
    }
    query = select(Case).where(wanted[command.filter]).order_by(Case.deadline_on, Case.id)
    if command.after is not None:
        query = query.where(_after(command.after))
    return query


def _after(key: PageKey) -> ColumnElement[bool]:
    if key.deadline_on is None:
        return Case.id > key.case_id
    return or_(
        Case.deadline_on > key.deadline_on,
        and_(Case.deadline_on == key.deadline_on, Case.id > key.case_id),
    )


def _names(work: Work, case_ids: list[UUID]) -> dict[UUID, str]:
    rows = work.data.scalars(select(ContactDetails).where(ContactDetails.case_id.in_(case_ids)))
    return {row.case_id: open_contact(work, row).get("name") or "" for row in rows if row.case_id}


def _owners(work: Work, ids: set[UUID]) -> dict[UUID, str]:
    accounts = work.data.scalars(select(Account).where(Account.id.in_(ids)))
    return {account.id: account.name for account in accounts}


def _row(work: Work, case: Case, names: dict[UUID, str], owners: dict[UUID, str]) -> CaseRow:
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
    )
