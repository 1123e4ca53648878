"""List cases, the most pressing first, with the names of the rows on the page."""

from sqlalchemy import ColumnElement, Select, and_, or_, select

from signalering.domain.access import Permission, require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.cases.list import CaseFilter, ListCases, PageKey
from signalering.domain.states import CaseState
from signalering.domain.views.cases.list import CasePage
from signalering.models.cases.case import Case
from signalering.services.audit.record import record
from signalering.services.cases._rows import case_rows
from signalering.services.cases.unfinished import unfinished
from signalering.services.work import Work

PAGE_SIZE = 50


def list_cases(work: Work, command: ListCases) -> CasePage:
    """At most 50 cases of a queue; opening their names is one entry in the trail, with the count.

    Raises Denied, CannotOpen.
    """
    require(Permission.CASEWORK, work.by(), None, work.clock.today())
    cases = work.data.scalars(_query(work, command).limit(PAGE_SIZE + 1)).all()
    on_page = cases[:PAGE_SIZE]
    rows = case_rows(work, on_page)
    record(work, AuditAction.CASE_LISTED, count=len(on_page))
    more = len(cases) > PAGE_SIZE
    last = on_page[-1] if more else None
    return CasePage(
        filter=command.filter,
        rows=rows,
        after=PageKey(last.deadline_on, last.id) if last else None,
    )


def _query(work: Work, command: ListCases) -> Select[Case]:
    mine = Case.owner_id == work.by().account_id
    to_do = unfinished()
    wanted: dict[CaseFilter, ColumnElement[bool]] = {
        CaseFilter.OWN: and_(to_do, mine),
        CaseFilter.ALL: to_do,
        CaseFilter.UNOWNED: and_(to_do, Case.owner_id.is_(None)),
        CaseFilter.CLOSED: Case.state == CaseState.CLOSED,
    }
    # A closed case with news alone has no day; databases differ in where that stands.
    order = Case.deadline_on.is_(None), Case.deadline_on, Case.id
    query = select(Case).where(wanted[command.filter]).order_by(*order)
    if command.after is not None:
        query = query.where(_after(command.after))
    return query


def _after(key: PageKey) -> ColumnElement[bool]:
    if key.deadline_on is None:
        return and_(Case.deadline_on.is_(None), Case.id > key.case_id)
    return or_(
        Case.deadline_on.is_(None),
        Case.deadline_on > key.deadline_on,
        and_(Case.deadline_on == key.deadline_on, Case.id > key.case_id),
    )
