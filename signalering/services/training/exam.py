"""Answer the questions of a chapter; the last one passed makes the certificate."""

from datetime import date

from sqlalchemy import delete, func, select

from signalering.domain.access import Permission, require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.training.exam import TakeExam
from signalering.domain.commands.training.record import RecordTraining
from signalering.domain.course import COURSE, Chapter, may_refresh, right_answers
from signalering.domain.errors import InvalidInput, NotAllowedNow
from signalering.domain.lifecycles import TrainingWay
from signalering.domain.views.training.course import ExamResult
from signalering.models.training.certificate import Certificate
from signalering.models.training.session import PassedChapter
from signalering.services.accounts.throttle import insert_of
from signalering.services.audit.record import record
from signalering.services.training.content import lesson
from signalering.services.training.record import add_certificate
from signalering.services.work import Work

# Nobody taught it in person.
COURSE_TRAINER = "Signalering"


def exam(work: Work, command: TakeExam, language: str) -> ExamResult:
    """What came of it. One may try as often as one likes; no score is kept.

    Raises Denied, InvalidInput, NotAllowedNow for a refresher without a training to refresh.
    """
    require(Permission.COURSE, work.by(), None, work.clock.today())
    account_id = work.by().account_id
    refreshing = command.chapter is Chapter.REFRESHER
    if refreshing and not may_refresh(valid_until(work), work.periods, work.clock.today()):
        raise NotAllowedNow("refresher_too_late")
    content = lesson(work.settings.instance, command.chapter, language)
    try:
        right = right_answers(content, command.chosen)
    except ValueError:
        raise InvalidInput("answers", "required") from None
    passed = sum(right) >= content.needed
    certified = False
    if passed and refreshing:
        certified = True
        _certify(work, TrainingWay.REFRESHER)
    elif passed:
        certified = _pass(work, command.chapter)
    if not certified:
        record(work, AuditAction.EXAM_TAKEN, account_id, chapter=command.chapter.value)
    return ExamResult(content, command.chosen, right, passed, certified)


def valid_until(work: Work) -> date | None:
    """The last day of the actor's newest certificate."""
    mine = Certificate.account_id == work.by().account_id
    return work.data.scalar(select(func.max(Certificate.valid_until)).where(mine))


def passed_chapters(work: Work) -> set[str]:
    """What the actor has passed of a course that isn't finished."""
    mine = PassedChapter.account_id == work.by().account_id
    return set(work.data.scalars(select(PassedChapter.chapter).where(mine)))


def _pass(work: Work, chapter: Chapter) -> bool:
    account_id = work.by().account_id
    if _certified_this_month(work):
        # The last answers were sent twice, or somebody reads on: it is no half course.
        return False
    since = work.clock.today().replace(day=1)
    values = {"account_id": account_id, "chapter": chapter.value, "since": since}
    passed = insert_of(work, PassedChapter).values(values)
    work.data.execute(passed.on_conflict_do_nothing())
    if not passed_chapters(work).issuperset(COURSE):
        return False
    work.data.execute(delete(PassedChapter).where(PassedChapter.account_id == account_id))
    _certify(work, TrainingWay.COURSE)
    return True


def _certify(work: Work, way: TrainingWay) -> None:
    today = work.clock.today()
    add_certificate(work, RecordTraining(work.by().account_id, way, COURSE_TRAINER, today))


def _certified_this_month(work: Work) -> bool:
    mine = select(Certificate.id).where(
        Certificate.account_id == work.by().account_id,
        Certificate.way == TrainingWay.COURSE.value,
        Certificate.trained_in == work.clock.today().replace(day=1),
    )
    return work.data.scalar(mine.limit(1)) is not None
