"""Trainings in a classroom that are planned, and who would like one."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import delete, func, select

from signalering.domain.access import Permission, require
from signalering.domain.retention import add_months
from signalering.domain.views.training.session import SessionsView
from signalering.models.accounts.account import Account
from signalering.models.partners.partner import Partner
from signalering.models.training.session import (
    PassedChapter,
    TrainingRequest,
    TrainingSession,
)
from signalering.services.public.site import check as check_site
from signalering.services.training._rows import erase, people
from signalering.services.training.content import check
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
    return SessionsView(
        tuple(line_of(work, row) for row in rows),
        people(work, Account.id.in_(asked)),
        check(work.settings.instance),
        check_site(work.settings.instance),
    )


def partners(work: Work) -> tuple[tuple[UUID, str], ...]:
    """The coalition's organisations by name. Raises Denied."""
    require(Permission.TRAINING, work.by(), None, work.clock.today())
    rows = work.data.execute(
        select(Partner.id, Partner.name).where(Partner.active).order_by(Partner.name)
    )
    return tuple((partner_id, name) for partner_id, name in rows)


def sweep(work: Work) -> int:
    """Erase lists that nobody recorded; how many."""
    late = work.data.scalars(
        select(TrainingSession).where(TrainingSession.day < work.clock.today() - KEPT)
    ).all()
    for row in late:
        erase(work, row)
    return len(late)


def sweep_waiting(work: Work) -> None:
    """Erase courses that were left half done, and wishes that nobody answered, after a year.

    A course counts from the chapter that was passed last.
    """
    month = work.clock.today().replace(day=1)
    for table, months in (
        (PassedChapter, work.periods.half_course_months),
        (TrainingRequest, work.periods.training_request_months),
    ):
        waiting = (
            select(table.account_id)
            .group_by(table.account_id)
            .having(func.max(table.since) < add_months(month, -months))
        )
        work.data.execute(
            delete(table)
            .where(table.account_id.in_(waiting))
            .execution_options(synchronize_session=False)
        )
