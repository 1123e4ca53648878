"""Once a week the head of the chain goes outside; with it a tail that was cut off shows."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from kit.town import START, Town
from kit.trail import entries
from sqlalchemy import delete, select

from signalering.domain.audit_actions import AuditAction
from signalering.domain.lifecycles import DailyJob, MailKind
from signalering.models.audit.segment import AuditEntry
from signalering.models.network.job import JobRun
from signalering.models.network.outbox import OutboxMail
from signalering.services.audit.mail_head import queue_head
from signalering.services.audit.record import record
from signalering.services.audit.verify import verify
from signalering.services.network.send import letter_of
from signalering.services.network.write import text_of
from signalering.services.upkeep import run_jobs

ADDRESS = "bewaren@voorbeeld.nl"


def with_address(town: Town, address: str = ADDRESS) -> Town:
    settings = replace(town.house.settings, audit_head_address=address)
    return replace(town, house=replace(town.house, settings=settings))


def waiting(town: Town) -> list[tuple[str | None, UUID | None]]:
    """To which address, or to whom, heads wait to be sent."""
    with town.work(writes=False) as work:
        query = select(OutboxMail.address, OutboxMail.account_id)
        rows = work.data.execute(query.where(OutboxMail.kind == MailKind.CHAIN_HEAD.value))
        return [(address, account_id) for address, account_id in rows]


def days(town: Town, *numbers: int) -> list[int]:
    """On which of these days after a Monday a mail comes to wait."""
    came = []
    for number in numbers:
        town.clock.move_to(START + timedelta(days=number))
        before = len(waiting(town))
        with town.committed() as work:
            queue_head(work)
            work.data.add(JobRun(name=DailyJob.CHAIN_HEAD.value, day=work.clock.today()))
        came += [number] * (len(waiting(town)) - before)
        with town.committed() as work:
            work.data.execute(delete(OutboxMail))
    return came


def test_it_waits_once_a_week_on_the_first_day_that_the_loop_runs(town: Town) -> None:
    assert START.weekday() == 0
    assert days(with_address(town), 0, 1, 2, 6, 7, 8, 16, 17) == [0, 7, 16]


def test_without_an_address_nothing_waits(town: Town) -> None:
    assert days(town, 0, 1, 7) == []


def test_the_work_loop_does_it_and_the_trail_tells(town: Town) -> None:
    town = with_address(town)
    assert run_jobs(town.house, lambda: False) == []
    assert waiting(town) == [(ADDRESS, None)]
    assert "chain_head" in {one["details"]["sweep"] for one in entries(town, "sweep_done")}
    assert run_jobs(town.house, lambda: False) == []
    assert len(waiting(town)) == 1


def test_with_what_was_mailed_a_tail_that_was_cut_off_shows(town: Town) -> None:
    town = with_address(town)
    with town.committed() as work:
        record(work, AuditAction.SETUP_DONE, version="1")
        queue_head(work)
    with town.work(writes=False) as work:
        letter = letter_of(work, work.data.scalars(select(OutboxMail)).one())
        assert letter is not None
        assert letter.address == ADDRESS
        _, body = text_of(letter, town.house.settings, work.periods, str)
        kept = letter.said["head"]
        assert kept
        assert kept in body
        assert verify(work, kept).whole
    with town.committed() as work:
        segment, number, _ = kept.split()[-1].split(":")
        work.data.execute(
            delete(AuditEntry).where(
                AuditEntry.segment_id == UUID(segment), AuditEntry.number == int(number)
            )
        )
    with town.work(writes=False) as work:
        assert verify(work).whole
        assert not verify(work, kept).whole


def test_an_address_that_is_taken_away_gets_nothing_more(town: Town) -> None:
    with with_address(town).committed() as work:
        queue_head(work)
    with town.work(writes=False) as work:
        assert letter_of(work, work.data.scalars(select(OutboxMail)).one()) is None
