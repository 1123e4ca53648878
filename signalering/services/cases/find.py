"""Find live cases by a resident's name, also when it was heard or typed differently.

No index of names is stored: they are opened into memory and compared there.
"""

from collections import defaultdict
from collections.abc import Iterator
from uuid import UUID

from rapidfuzz import fuzz, process
from sqlalchemy import select

from signalering.domain.access import Permission, require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.cases.find import FindCases
from signalering.domain.errors import InvalidInput
from signalering.domain.states import CaseState
from signalering.domain.views.cases.find import FoundCases
from signalering.domain.views.cases.list import CaseRow
from signalering.models.cases.case import Case
from signalering.models.signals.contact import ContactDetails
from signalering.services.audit.record import record
from signalering.services.cases._names import Names, fold, names_of_live_cases
from signalering.services.cases._rows import case_rows
from signalering.services.work import Work

AT_MOST = 20
# Of 100: a letter or two off still counts, another name does not.
ALIKE = 70.0
BEGINS = 90.0
# Small words of Dutch and other surnames, which say nothing by themselves.
SMALL = frozenset(
    ("van", "der", "den", "de", "het", "v", "d", "vd", "ter", "ten", "te", "t", "el", "al", "la")
)


def find_cases(work: Work, command: FindCases) -> FoundCases:
    """Live cases whose resident's name is like this one; one entry in the trail, with the count.

    Raises Denied, InvalidInput for less than two letters, CannotOpen without a grant.
    """
    require(Permission.CASEWORK, work.by(), None, work.clock.today())
    wanted = fold(command.name)
    if len(wanted.replace(" ", "")) < 2:
        raise InvalidInput("name", "name_too_short")
    names = names_of_live_cases(work)
    found = _alike(names, wanted)
    rows = _rows(work, found[:AT_MOST])
    record(work, AuditAction.CASE_SEARCHED, count=len(rows))
    return FoundCases(rows, more=len(found) > AT_MOST)


def _alike(names: Names, wanted: str) -> list[UUID]:
    """Details whose name has a word like each that was typed, the likeliest first.

    Every word counts alike, in whatever order; a typed beginning of a word is nearly the word.
    """
    words = [word for word in wanted.split() if word not in SMALL] or wanted.split()
    scores: dict[UUID, float] = defaultdict(float)
    for word in words:
        best: dict[UUID, float] = {}
        for other, score in _like(names, word):
            for contact_id in names.standing[other]:
                best[contact_id] = max(best.get(contact_id, 0.0), score)
        for contact_id, score in best.items():
            scores[contact_id] += score / len(words)
    alike = [one for one, score in scores.items() if score >= ALIKE]
    return sorted(alike, key=lambda one: (-scores[one], names.folded[one]))


def _like(names: Names, word: str) -> Iterator[tuple[str, float]]:
    near = process.extract_iter(word, names.standing.keys(), scorer=fuzz.ratio, score_cutoff=ALIKE)
    yield from ((other, score) for other, score, _ in near)
    if len(word) >= 3:
        yield from ((other, BEGINS) for other in names.standing if other.startswith(word))


def _rows(work: Work, contact_ids: list[UUID]) -> tuple[CaseRow, ...]:
    found = work.data.execute(
        select(ContactDetails.id, Case)
        .join(Case, Case.id == ContactDetails.case_id)
        .where(ContactDetails.id.in_(contact_ids), Case.state != CaseState.CLOSED.value)
    )
    cases = {row[0]: row[1] for row in found}
    rows = case_rows(work, [cases[one] for one in contact_ids if one in cases])
    # Details forgotten a moment ago have no name any more, whatever memory still says.
    return tuple(row for row in rows if row.name)
