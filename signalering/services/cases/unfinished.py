"""Cases with which somebody has something to do: live ones, and closed ones with a day left."""

from sqlalchemy import ColumnElement, literal_column, or_, select

from signalering.domain.states import CaseState
from signalering.models.cases.case import Case
from signalering.services.work import Work

# As the indexes have it: with a parameter in its place SQLite doesn't use them.
LIVE = Case.state != literal_column(f"'{CaseState.CLOSED.value}'")


def unfinished() -> ColumnElement[bool]:
    """Live, or closed with something left: a reporter or a resident to be told, a request to be

    answered, a word to take in. Those too have a day, and stand in a queue until that is done.
    """
    return or_(LIVE, Case.deadline_on.is_not(None))


def is_unfinished(work: Work, case: Case) -> bool:
    """The same of a row at hand."""
    query = select(Case.id).where(Case.id == case.id, unfinished())
    return work.data.scalar(query) is not None
