"""List cases, the most pressing first, with the names of the rows on the page."""

from sqlalchemy import ColumnElement, Select, and_, func, or_, select

from signalering.domain.access import Permission, require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.cases.list import CaseFilter, ListCases, PageKey
from signalering.domain.states import CaseState
from signalering.domain.views.cases.list import CasePage
from signalering.models.cases.case import Case
from signalering.services.audit.record import record
from signalering.services.cases._rows import case_rows
from signalering.services.work import Work

PAGE_SIZE = 50
MOST = 1000
COUNTED = (CaseFilter.OWN, CaseFilter.ALL, CaseFilter.UNOWNED)


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
        counts={queue: _count(work, queue) for queue in COUNTED},
    )


def _count(work: Work, queue: CaseFilter) -> int:
    """Up to MOST: nobody needs to know how many more, and counting them all takes long."""
    some = select(Case.id).where(_queue(work, queue)).limit(MOST).subquery()
    return work.data.scalar(select(func.count()).select_from(some)) or 0


def _queue(work: Work, queue: CaseFilter) -> ColumnElement[bool]:
    mine = Case.owner_id.in_(work.by().in_hand)
    live = Case.state != CaseState.CLOSED
    wanted: dict[CaseFilter, ColumnElement[bool]] = {
        CaseFilter.OWN: and_(live, mine),
        CaseFilter.ALL: live,
        CaseFilter.UNOWNED: and_(live, Case.owner_id.is_(None)),
        CaseFilter.CLOSED: Case.state == CaseState.CLOSED,
    }
    return wanted[queue]


def _query(work: Work, command: ListCases) -> Select[Case]:
    query = select(Case).where(_queue(work, command.filter)).order_by(Case.deadline_on, Case.id)
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
