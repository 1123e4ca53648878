"""Where somebody stands with the own training."""

from uuid import UUID

from sqlalchemy import or_, select

from signalering.domain.access import Permission, require
from signalering.domain.course import COURSE, Chapter, ends_soon, in_grace, may_refresh
from signalering.domain.errors import Misconfigured
from signalering.domain.views.training.course import ChapterLine, CourseView, SessionLine
from signalering.models.training.certificate import Certificate
from signalering.models.training.session import TrainingRequest, TrainingSeat, TrainingSession
from signalering.services.training._rows import partner_name
from signalering.services.training.content import lesson, packaged
from signalering.services.training.exam import passed_chapters, valid_until
from signalering.services.work import Work


def course(work: Work, language: str) -> CourseView:
    """Chapters, certificate, and trainings to sign up for. Raises Denied."""
    require(Permission.COURSE, work.by(), None, work.clock.today())
    today = work.clock.today()
    passed = passed_chapters(work)
    until = valid_until(work)
    newest = work.data.scalar(
        select(Certificate.id)
        .where(Certificate.account_id == work.by().account_id)
        .order_by(Certificate.valid_until.desc())
        .limit(1)
    )
    refresher = _line(work, Chapter.REFRESHER, language, passed)
    return CourseView(
        chapters=tuple(_line(work, chapter, language, passed) for chapter in COURSE),
        refresher=refresher if may_refresh(until, work.periods, today) else None,
        certificate_id=newest,
        valid_until=until,
        in_grace=in_grace(until, work.periods, today),
        ends_soon=ends_soon(until, work.periods, today),
        closes_on=until + work.periods.training_grace if until is not None else None,
        sessions=_sessions(work),
        asked=work.data.get(TrainingRequest, work.by().account_id) is not None,
    )


def _line(work: Work, chapter: Chapter, language: str, passed: set[str]) -> ChapterLine:
    shut = False
    try:
        content = lesson(work.settings.instance, chapter, language)
    except Misconfigured:
        content, shut = packaged(chapter, language), True
    return ChapterLine(chapter, content.title, content.minutes, chapter.value in passed, shut)


def _sessions(work: Work) -> tuple[SessionLine, ...]:
    rows = work.data.scalars(
        select(TrainingSession)
        .where(
            TrainingSession.day >= work.clock.today(),
            or_(
                TrainingSession.partner_id.is_(None),
                TrainingSession.partner_id == work.by().partner_id,
            ),
        )
        .order_by(TrainingSession.day, TrainingSession.starts_at, TrainingSession.id)
    ).all()
    mine: set[UUID] = set(
        work.data.scalars(
            select(TrainingSeat.session_id).where(TrainingSeat.account_id == work.by().account_id)
        )
    )
    return tuple(line_of(work, row, mine=row.id in mine) for row in rows)


def line_of(work: Work, row: TrainingSession, *, mine: bool = False) -> SessionLine:
    """A training as lists show it."""
    return SessionLine(
        session_id=row.id,
        day=row.day,
        starts_at=row.starts_at,
        place=row.place,
        trainer=row.trainer,
        seats=row.seats,
        left=row.seats - row.taken,
        partner=partner_name(work, row.partner_id),
        mine=mine,
    )
