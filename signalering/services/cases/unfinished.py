"""Cases with which somebody has something to do: live ones, and some that are closed."""

from sqlalchemy import ColumnElement, or_, select

from signalering.domain.states import CaseState
from signalering.models.cases.case import Case
from signalering.models.signals.contact import ContactDetails


def unfinished() -> ColumnElement[bool]:
    """Live, or closed with the reporter still to be told, or with a word of the resident to take

    in: those too stand in a queue until that is done.
    """
    news = select(ContactDetails.case_id).where(
        ContactDetails.case_id.is_not(None), ContactDetails.news.is_not(None)
    )
    return or_(
        Case.state != CaseState.CLOSED.value, Case.deadline_on.is_not(None), Case.id.in_(news)
    )
