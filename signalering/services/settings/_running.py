"""What runs: the work loop, its jobs, mail."""

from collections.abc import Iterator, Mapping
from datetime import timedelta

from sqlalchemy import func, select

from signalering.domain.lifecycles import MailState
from signalering.domain.state_texts import Check
from signalering.domain.upkeep_names import JOBS, Marked
from signalering.domain.views.settings.state import JobLine, StateLine
from signalering.models.network.outbox import OutboxMail
from signalering.services.work import Work

# The loop looks round every ten minutes; as a timer perhaps once an hour.
LATE, STOPPED = timedelta(hours=2), timedelta(hours=24)
MAIL_LATE = timedelta(hours=1)
TEST_OLD = timedelta(days=92)


def running(work: Work, marks: Mapping[str, JobLine]) -> Iterator[StateLine]:
    """The loop, what failed in it, and what waits to be mailed."""
    yield _loop(work, marks.get(Marked.WORK_LOOP))
    failed = [one.name for one in jobs_of(marks) if one.failed]
    stopped = [one.name for one in jobs_of(marks) if _stopped(one, marks.get(Marked.WORK_LOOP))]
    if failed:
        yield StateLine(Check.JOBS, "jobs_failed", {"jobs": ", ".join(failed)})
    elif stopped:
        yield StateLine(Check.JOBS, "jobs_stopped", {"jobs": ", ".join(stopped)})
    elif jobs_of(marks):
        yield StateLine(Check.JOBS, "jobs_done")
    yield _outbox(work)
    yield from _mail(work, marks.get(Marked.MAIL_TESTED))


def jobs_of(marks: Mapping[str, JobLine]) -> tuple[JobLine, ...]:
    """The jobs alone."""
    return tuple(one for name, one in marks.items() if name in JOBS)


def _stopped(job: JobLine, loop: JobLine | None) -> bool:
    """Whether the loop went on for long without this job."""
    if loop is None or loop.done_at is None or job.done_at is None:
        return False
    return loop.done_at - job.done_at > LATE


def _loop(work: Work, last: JobLine | None) -> StateLine:
    if last is None or last.done_at is None:
        return StateLine(Check.LOOP, "loop_never")
    ago = work.clock.now() - last.done_at
    code = "loop_stopped" if ago > STOPPED else "loop_late" if ago > LATE else "loop_runs"
    return StateLine(Check.LOOP, code, {"when": last.done_at})


def _outbox(work: Work) -> StateLine:
    mails = (
        select(func.count(), func.min(OutboxMail.due_at))
        .select_from(OutboxMail)
        .group_by(OutboxMail.state)
        .add_columns(OutboxMail.state)
    )
    found = {state: (count, due) for count, due, state in work.data.execute(mails)}
    waiting, oldest = found.get(MailState.WAITING.value, (0, None))
    failed, _ = found.get(MailState.FAILED.value, (0, None))
    if failed:
        return StateLine(Check.OUTBOX, "outbox_failed", {"failed": failed, "waiting": waiting})
    if oldest is None:
        return StateLine(Check.OUTBOX, "outbox_empty")
    late = work.clock.now() - oldest > MAIL_LATE and not work.settings.demonstration
    if late:
        return StateLine(Check.OUTBOX, "outbox_late", {"waiting": waiting, "when": oldest})
    return StateLine(Check.OUTBOX, "outbox_waits", {"waiting": waiting})


def _mail(work: Work, test: JobLine | None) -> Iterator[StateLine]:
    if work.settings.demonstration:
        yield StateLine(Check.MAIL, "mail_demonstration")
        return
    server = work.settings.mail
    if server is None:
        yield StateLine(Check.MAIL, "mail_missing")
        return
    yield StateLine(Check.MAIL, "mail_set", {"host": server.host})
    if test is None or (test.done_at is None and test.failed_at is None):
        yield StateLine(Check.MAIL_TEST, "mail_never_tested")
    elif test.failed and test.failed_at is not None:
        yield StateLine(Check.MAIL_TEST, "mail_test_failed", {"when": test.failed_at})
    elif test.done_at is not None:
        is_old = work.clock.now() - test.done_at > TEST_OLD
        code = "mail_test_old" if is_old else "mail_tested"
        yield StateLine(Check.MAIL_TEST, code, {"when": test.done_at})
