"""What the work loop does beside mail: each job in its own transaction, safe to run twice."""

from collections.abc import Callable, Mapping
from functools import partial
from time import monotonic
from types import MappingProxyType

import structlog
from sqlalchemy import delete
from sqlalchemy.exc import IntegrityError

from signalering.domain.audit_actions import AuditAction
from signalering.domain.lifecycles import DailyJob, MailKind
from signalering.domain.upkeep_names import MAIL, Marked
from signalering.domain.upkeep_terms import KEPT_NEWS, KEPT_RUNS
from signalering.models.network.job import JobRun
from signalering.models.network.outbox import OutboxMail
from signalering.services.accounts import covering, draft, invite, new_pairs, sessions, throttle
from signalering.services.accounts.digest import queue_digests
from signalering.services.api import signal_links
from signalering.services.api import token as api_tokens
from signalering.services.audit.mail_head import queue_head
from signalering.services.audit.record import record
from signalering.services.directory import ask_due
from signalering.services.directory import bring_in as directory_files
from signalering.services.directory import links as offer_links
from signalering.services.keys import sweep as orphan_keys
from signalering.services.network import _subscribers, meeting_links
from signalering.services.network.hand_out import hand_out
from signalering.services.network.send import send_due
from signalering.services.partners import clients as api_clients
from signalering.services.public import visitors
from signalering.services.referrals import expire as referrals
from signalering.services.retention.notice import give_notice
from signalering.services.retention.run import run_daily
from signalering.services.settings.marks import is_news, mark
from signalering.services.signals import cards, late
from signalering.services.signals import expire as signals
from signalering.services.statistics import open_data_keys
from signalering.services.statistics.release import release_due
from signalering.services.training import sessions as training_sessions
from signalering.services.training.remind import remind
from signalering.services.work import House, Work, open_work

log = structlog.get_logger()

Job = Callable[[Work], object]
# How long figures are audited in one round; mail waits for the check at hand.
RELEASE_SECONDS = 60.0
FIGURES = "figures"
ROUND = {Marked.WORK_LOOP.value: True}


def old_rows(work: Work) -> None:
    """Delete drafts and courses that nobody came back for; covers, keys and links of meetings that

    are over; addresses without a yes, old news, and last year's runs.

    News of half a year, kept, would tell by its mornings whose signals were taken when; it is
    read at the next log-in all the same.
    """
    draft.sweep(work)
    training_sessions.sweep_waiting(work)
    covering.sweep(work)
    open_data_keys.sweep(work)
    api_clients.sweep(work)
    meeting_links.sweep(work)
    _subscribers.sweep(work)
    work.data.execute(
        delete(OutboxMail).where(
            OutboxMail.kind == MailKind.SIGNAL_NEWS.value,
            OutboxMail.due_at < work.clock.now() - KEPT_NEWS,
        )
    )
    work.data.execute(delete(JobRun).where(JobRun.day < work.clock.today() - KEPT_RUNS))
    record(work, AuditAction.SWEEP_DONE, sweep=DailyJob.OLD_ROWS.value)


def reminders(work: Work) -> None:
    """Training reminders, with the entry that tells how many."""
    count = remind(work)
    record(work, AuditAction.SWEEP_DONE, sweep=DailyJob.TRAINING_REMINDERS.value, count=count)


def digests(work: Work) -> None:
    """Let the day's digests wait for 8:00, with the entry that tells how many."""
    count = queue_digests(work)
    record(work, AuditAction.SWEEP_DONE, sweep=DailyJob.DIGEST.value, count=count)


# Sessions, throttles and links end by themselves; their rows go without an entry of their own.
EVERY_TIME: Mapping[str, Job] = MappingProxyType(
    {
        "sessions": sessions.sweep,
        "throttles": throttle.sweep,
        "invitations": invite.sweep,
        "new key pairs": new_pairs.settle,
        "signals": signals.expire,
        "cards": cards.sweep,
        "trainings": training_sessions.sweep,
        "day keys": visitors.sweep_keys,
        "referrals": referrals.expire,
        "api tokens": api_tokens.sweep,
        "signal links": signal_links.sweep,
        "offer links": offer_links.sweep,
        "directory files": directory_files.sweep,
        # Of itself no more than once a day: an offer that was asked is not asked again today.
        "offers": ask_due.ask_due,
    }
)
ONCE_A_DAY: Mapping[DailyJob, Job] = MappingProxyType(
    {
        DailyJob.TRAINING_REMINDERS: reminders,
        DailyJob.OLD_ROWS: old_rows,
        DailyJob.ORPHAN_KEYS: orphan_keys.sweep,
        DailyJob.LATE_TRIAGE: late.tell_administrators,
        DailyJob.DIGEST: digests,
        DailyJob.ERASURE_NOTICES: give_notice,
        DailyJob.CHAIN_HEAD: queue_head,
    }
)


# What takes more than one transaction; each time, so that what broke off is finished soon.
IN_STEPS: Mapping[str, Callable[[House, Callable[[], bool]], object]] = MappingProxyType(
    {"erasure": run_daily, "newsletter": hand_out}
)


def run_jobs(house: House, stopped: Callable[[], bool]) -> list[str]:
    """Do every job that is due, the release of figures last; gives the names of those that failed.

    They are tried again. Of each it is written down whether it went well, for the page of state.

    A fault in one doesn't stop the others, and is logged by its kind alone.
    """
    jobs: dict[str, Job] = dict(EVERY_TIME)
    jobs |= {name.value: _once_today(name, job) for name, job in ONCE_A_DAY.items()}
    acts: dict[str, Callable[[], object]] = {
        name: partial(_in_transaction, house, job) for name, job in jobs.items()
    }
    acts |= {name: partial(steps, house, stopped) for name, steps in IN_STEPS.items()}
    acts[FIGURES] = partial(_release, house, stopped)
    went: dict[str, bool] = {}
    for name, act in acts.items():
        if stopped():
            break
        went[name] = _done(name, act)
    failed = [name for name, well in went.items() if not well]
    marked = partial(_in_transaction, house, lambda work: mark(work, {**went, **ROUND}))
    if went and not _done(Marked.WORK_LOOP, marked):
        failed.append(Marked.WORK_LOOP.value)
    return failed


def send_mail(house: House, stopped: Callable[[], bool]) -> bool:
    """Send what is due; whether that could be done, and written down for the page of state.

    Without a mail server, mail waits.
    """
    server = house.settings.mail
    if server is None or house.settings.demonstration:
        return True
    well = _done(MAIL, lambda: send_due(house, server, stopped))
    return _done(MAIL, partial(_mark_mail, house, well=well)) and well


def _mark_mail(house: House, *, well: bool) -> None:
    with open_work(house, writes=False) as work:
        news = is_news(work, MAIL, well=well)
    if news:
        _in_transaction(house, lambda work: mark(work, {MAIL: well}))


def _release(house: House, stopped: Callable[[], bool]) -> None:
    """Go on with the release of what is due, for a while: an audit may take many rounds."""
    until = monotonic() + RELEASE_SECONDS
    release_due(house, lambda: stopped() or monotonic() > until)


def _done(name: str, action: Callable[[], object]) -> bool:
    try:
        action()
    except Exception as error:
        log.error("job_failed", job=name, kind=type(error).__name__)
        return False
    return True


def _in_transaction(house: House, job: Job) -> None:
    with open_work(house, writes=True) as work:
        job(work)
        work.commit()


def _once_today(name: DailyJob, job: Job) -> Job:
    """The job, done by whoever writes the day's row first; the row goes when the job fails."""

    def once(work: Work) -> None:
        day = work.clock.today()
        if work.data.get(JobRun, (name.value, day)) is not None:
            return
        try:
            with work.data.begin_nested():
                work.data.add(JobRun(name=name.value, day=day))
                work.data.flush()
        except IntegrityError:  # another node, at this very moment
            return
        job(work)

    return once
