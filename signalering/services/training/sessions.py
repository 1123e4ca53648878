"""Trainings in a classroom that are planned, and who would like one."""

from datetime import timedelta

from sqlalchemy import select

from signalering.domain.access import Permission, require
from signalering.domain.views.training.session import SessionsView
from signalering.models.accounts.account import Account
from signalering.models.training.session import TrainingRequest, TrainingSession
from signalering.services.training._rows import erase, people
from signalering.services.training.course import line_of
from signalering.services.work import Work

# A list that nobody recorded goes after a month: it tells who was where on which day.
KEPT = timedelta(days=31)


def sessions(work: Work) -> SessionsView:
    """All that are not yet recorded, and who asked for one. Raises Denied."""
    require(Permission.TRAINING, work.by(), None, work.clock.today())
    rows = work.data.scalars(
        select(TrainingSession).order_by(TrainingSession.day, TrainingSession.id)
    )
    asked = select(TrainingRequest.account_id)
    return SessionsView(tuple(line_of(row) for row in rows), people(work, Account.id.in_(asked)))


def sweep(work: Work) -> int:
    """Erase lists that nobody recorded; how many."""
    late = work.data.scalars(
        select(TrainingSession).where(TrainingSession.day < work.clock.today() - KEPT)
    ).all()
    for row in late:
        erase(work, row)
    return len(late)
