"""List cases, the most pressing first, with the names of the rows on the page."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select, tuple_

from signalering.domain.access import Permission, require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.cases.list import CaseFilter, ListCases, Narrowing, PageKey
from signalering.domain.flows.referral import FINISHED
from signalering.domain.quiet import Quiet, last_week_of
from signalering.domain.states import CaseState
from signalering.domain.views.cases.list import CasePage
from signalering.models.cases.case import Case
from signalering.models.directory.initiative import Initiative
from signalering.models.referrals.referral import Referral
from signalering.services.audit.record import record
from signalering.services.cases._rows import case_rows
from signalering.services.cases.unfinished import LIVE, unfinished
from signalering.services.work import Work

PAGE_SIZE = 50
MOST = 1000
CLOSED = Case.state == CaseState.CLOSED.value
EVERYTHING = Narrowing()


def list_cases(work: Work, command: ListCases) -> CasePage:
    """At most 50 cases of a queue; opening their names is one entry in the trail, with the count.

    Raises Denied, CannotOpen.
    """
    require(Permission.CASEWORK, work.by(), None, work.clock.today())
    closed = command.filter is CaseFilter.CLOSED
    only = EVERYTHING if closed else command.only
    wanted = _wanted(work, command.filter, only)
    order: tuple[Any, ...] = (Case.id,) if closed else (Case.deadline_on, Case.id)
    # First where they stand, out of the index alone; then the rows of this page.
    query = select(Case.id, Case.deadline_on).where(wanted).order_by(*order)
    if command.after is not None:
        query = query.where(_behind(command.after, closed=closed))
    found = work.data.execute(query.limit(PAGE_SIZE + 1)).all()
    on_page = found[:PAGE_SIZE]
    rows = case_rows(work, _in_order(work, [case_id for case_id, _ in on_page]))
    record(work, AuditAction.CASE_LISTED, count=len(rows))
    last = on_page[-1] if len(found) > PAGE_SIZE else None
    whole = last is None and command.after is None
    return CasePage(
        filter=command.filter,
        rows=rows,
        counts={queue: _count(work, _wanted(work, queue, EVERYTHING)) for queue in CaseFilter},
        left=None if only.is_empty else (len(rows) if whole else _count(work, wanted)),
        after=PageKey(last.deadline_on, last.id) if last else None,
    )


def _wanted(work: Work, queue: CaseFilter, only: Narrowing) -> ColumnElement[bool]:
    parts = {
        CaseFilter.OWN: [unfinished(), Case.owner_id.in_(work.by().in_hand)],
        CaseFilter.ALL: [unfinished()],
        CaseFilter.UNOWNED: [unfinished(), Case.owner_id.is_(None)],
        CaseFilter.CLOSED: [CLOSED],
    }[queue]
    if only.state:
        parts.append(Case.state == only.state)
    if only.due:
        parts.append(Case.deadline_kind == only.due)
    if only.quiet:
        parts.append(_quiet(work, Quiet(only.quiet)))
    if only.area:
        parts.append(Case.id.in_(_referred_to(only.area)))
    return and_(*parts)


def _quiet(work: Work, quiet: Quiet) -> ColumnElement[bool]:
    """Nothing was written for so long, as far as is known; who rests has a reason to be quiet."""
    today = work.clock.today()
    return and_(
        LIVE,
        or_(Case.active_on.is_(None), Case.active_on <= last_week_of(quiet, today)),
        or_(Case.paused_until.is_(None), Case.paused_until < today),
    )


def _referred_to(area: str) -> Select[Any]:
    running = Referral.state.not_in([state.value for state in FINISHED])
    return select(Referral.case_id).join(
        Initiative, and_(Initiative.id == Referral.initiative_id, Initiative.area == area, running)
    )


def _behind(key: PageKey, *, closed: bool) -> ColumnElement[bool]:
    if closed or key.deadline_on is None:
        return Case.id > key.case_id
    # As a pair: so the index leads there at once, however far behind it is.
    return tuple_(Case.deadline_on, Case.id) > tuple_(key.deadline_on, key.case_id)


def _count(work: Work, wanted: ColumnElement[bool]) -> int:
    """Up to MOST: nobody needs to know how many more, and counting them all takes long."""
    some = select(Case.id).where(wanted).limit(MOST).subquery()
    return work.data.scalar(select(func.count()).select_from(some)) or 0


def _in_order(work: Work, ids: Sequence[Any]) -> list[Case]:
    cases = {case.id: case for case in work.data.scalars(select(Case).where(Case.id.in_(ids)))}
    return [cases[one] for one in ids if one in cases]
