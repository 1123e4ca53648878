"""The work loop's jobs: each by itself, daily ones once a day whoever comes first, faults apart."""

import threading
from datetime import timedelta

from kit import trail
from kit.mail import never
from kit.signals import row_of, taken
from kit.town import Town
from sqlalchemy import select, text

from signalering.domain.lifecycles import DailyJob
from signalering.domain.states import SignalState
from signalering.models.accounts.invitation import Invitation
from signalering.models.network.job import JobRun
from signalering.models.signals.signal import Signal
from signalering.services.accounts.invite import new_link_token
from signalering.services.upkeep import run_jobs, send_mail


def runs(town: Town) -> list[tuple[str, object]]:
    with town.work(writes=False) as work:
        return sorted((run.name, run.day) for run in work.data.scalars(select(JobRun)))


def test_daily_jobs_once_a_day_for_all_nodes_at_once(town: Town) -> None:
    start = threading.Barrier(3)
    failed: list[str] = []

    def node() -> None:
        start.wait()
        failed.extend(run_jobs(town.house, never))

    nodes = [threading.Thread(target=node) for _ in range(3)]
    for one in nodes:
        one.start()
    for one in nodes:
        one.join()
    assert failed == []
    today = town.clock.today()
    assert runs(town) == sorted((job.value, today) for job in DailyJob)
    town.clock.move_to(town.clock.now() + timedelta(days=1))
    run_jobs(town.house, never)
    assert len(runs(town)) == 2 * len(DailyJob)


def test_a_job_that_fails_stops_no_other_and_is_done_later(file_town: Town) -> None:
    signal_id = taken(file_town)
    with file_town.committed() as work:
        work.data.get_one(Signal, signal_id).state = SignalState.QUESTION_ASKED.value
        work.data.execute(text("ALTER TABLE certificate RENAME TO gone"))
    file_town.clock.move_to(file_town.clock.now() + timedelta(days=30))
    assert run_jobs(file_town.house, never) == [DailyJob.TRAINING_REMINDERS.value]
    assert row_of(file_town, signal_id).state == SignalState.EXPIRED
    assert DailyJob.TRAINING_REMINDERS not in {name for name, _ in runs(file_town)}
    with file_town.committed() as work:
        work.data.execute(text("ALTER TABLE gone RENAME TO certificate"))
    assert run_jobs(file_town.house, never) == []
    assert len(runs(file_town)) == len(DailyJob)


def test_asked_to_stop_nothing_more_is_begun(file_town: Town) -> None:
    assert run_jobs(file_town.house, lambda: True) == []
    assert runs(file_town) == []


def test_links_that_ended_go(file_town: Town) -> None:
    with file_town.committed() as work:
        new_link_token(work, file_town.people["manager"].account_id)
    for hours, left in ((71, 1), (1, 0)):
        file_town.clock.move_to(file_town.clock.now() + timedelta(hours=hours))
        run_jobs(file_town.house, never)
        with file_town.work(writes=False) as work:
            assert len(list(work.data.scalars(select(Invitation)))) == left


def test_without_a_mail_server_mail_waits(file_town: Town) -> None:
    assert send_mail(file_town.house, never)


def test_what_was_done_stands_in_the_trail(file_town: Town) -> None:
    run_jobs(file_town.house, never)
    swept = [entry for entry in trail.entries(file_town) if entry["action"] == "sweep_done"]
    assert {entry["details"]["sweep"] for entry in swept} >= {"training_reminders", "old_rows"}
    assert {entry["actor"] for entry in swept} == {""}
