"""Find a resident's case by name, phone number, address, e-mail or reference, also misheard.

No index is stored: details are opened into memory and compared there.
"""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from signalering.domain.access import Permission, require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.cases.find import FindCases
from signalering.domain.errors import InvalidInput
from signalering.domain.finding import LONGEST, SearchKind, is_enough, readings
from signalering.domain.references import read_references
from signalering.domain.states import CaseState
from signalering.domain.text import clean_line
from signalering.domain.views.cases.find import FoundCases
from signalering.domain.views.cases.list import CaseRow
from signalering.models.cases.case import Case
from signalering.models.signals.contact import ContactDetails
from signalering.services.audit.record import record
from signalering.services.cases._details import details_of_closed_cases, details_of_live_cases
from signalering.services.cases._index import Index
from signalering.services.cases._rows import case_rows
from signalering.services.work import Work

AT_MOST = 20


def find_cases(work: Work, command: FindCases) -> FoundCases:
    """Cases whose resident is like this text, in the first way of reading it that finds any.

    Live ones, and closed ones where they are asked for; a reference finds its case in any state.
    One entry in the trail, with the count. Raises Denied, InvalidInput for too little to tell
    people apart, CannotOpen without a grant.
    """
    require(Permission.CASEWORK, work.by(), None, work.clock.today())
    text = clean_line(command.text, LONGEST)
    possible = readings(text)
    kinds = possible if command.kind is None else (command.kind,)
    if not kinds or not all(is_enough(kind, text) for kind in kinds):
        raise InvalidInput("text", "search_too_short")
    indexes: list[Index] = []
    searched: list[SearchKind] = []
    rows: tuple[CaseRow, ...] = ()
    more = False
    while not rows and len(searched) < len(kinds):
        kind = kinds[len(searched)]
        searched.append(kind)
        if kind is SearchKind.REFERENCE:
            rows = _of_references(work, text)
            continue
        indexes = indexes or _indexes(work, command)
        found = _likeliest(indexes, kind, text)
        rows, more = _rows(work, found[:AT_MOST], command), len(found) > AT_MOST
    record(work, AuditAction.CASE_SEARCHED, count=len(rows))
    others = tuple(kind for kind in possible if kind not in searched)
    return FoundCases(rows, more, tuple(searched), others)


def _indexes(work: Work, command: FindCases) -> list[Index]:
    indexes = [details_of_live_cases(work)]
    if command.closed:
        indexes.append(details_of_closed_cases(work))
    return indexes


def _likeliest(indexes: Sequence[Index], kind: SearchKind, text: str) -> list[UUID]:
    found = [
        (-score, index.known[one].name, one)
        for index in indexes
        for one, score in index.alike(kind, text).items()
    ]
    return [one for _, _, one in sorted(found)]


def _of_references(work: Work, text: str) -> tuple[CaseRow, ...]:
    query = select(Case).where(Case.reference.in_(read_references(text)))
    return case_rows(work, work.data.scalars(query.order_by(Case.reference).limit(AT_MOST)).all())


def _rows(work: Work, contact_ids: list[UUID], command: FindCases) -> tuple[CaseRow, ...]:
    query = (
        select(ContactDetails.id, Case)
        .join(Case, Case.id == ContactDetails.case_id)
        .where(ContactDetails.id.in_(contact_ids))
    )
    if not command.closed:
        query = query.where(Case.state != CaseState.CLOSED.value)
    cases = {row[0]: row[1] for row in work.data.execute(query)}
    rows = case_rows(work, [cases[one] for one in contact_ids if one in cases])
    # Details forgotten a moment ago have no name any more, whatever memory still says.
    return tuple(row for row in rows if row.name)
