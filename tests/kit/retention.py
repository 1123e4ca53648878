"""Time that goes by, notices and runs, for tests of retention."""

from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import select

from kit.mail import never
from kit.town import Town
from signalering.domain.clock import AMSTERDAM
from signalering.domain.commands.retention.change_policy import ChangePolicy
from signalering.domain.commands.retention.hold import Hold
from signalering.domain.commands.signals.close import CloseSignal
from signalering.domain.retention import Erasable, HoldFor, HoldReason, KeepFor, Kept, RunWay
from signalering.domain.states import SignalEnding
from signalering.models.retention.notice import ErasureNotice
from signalering.models.retention.run import ErasureCount, ErasureRun
from signalering.services.monthly import new_month
from signalering.services.retention.change_policy import change_policy
from signalering.services.retention.hold import hold
from signalering.services.retention.notice import give_notice
from signalering.services.retention.policy import newest
from signalering.services.signals.close import close
from signalering.services.upkeep import run_jobs

NOON = time(12, 0)


def on(town: Town, day: date, at: time = NOON) -> None:
    """Stand at that time of that day in Amsterdam."""
    town.clock.move_to(datetime.combine(day, at, AMSTERDAM))


def day_by_day(town: Town, until: date, *, keepers: bool = False) -> None:
    """Let the work loop run on each day up to and with this one; with `keepers` somebody unlocks

    on the first of each month.
    """
    day = town.clock.today()
    while day < until:
        day += timedelta(days=1)
        on(town, day)
        if keepers and day.day == 1:
            unlocked(town)
        assert run_jobs(town.house, never) == []


def ran_on(town: Town, *days: date) -> None:
    """Let the loop run on these days alone."""
    for day in days:
        on(town, day)
        assert run_jobs(town.house, never) == []


def noticed(town: Town) -> dict[UUID, tuple[date, date]]:
    """By object: the last day on which it is kept, and the day of the notice."""
    with town.work(writes=False) as work:
        rows = work.data.scalars(select(ErasureNotice))
        return {row.object_id: (row.due_on, row.noticed_on) for row in rows}


def notices(town: Town) -> int:
    """Give notice now; how many are new."""
    with town.committed() as work:
        return give_notice(work)


def unlocked(town: Town, key: str = "coordinator") -> None:
    """What a coordinator's unlocking sets going."""
    with town.committed(key) as work:
        new_month(work)


def closed_signal(town: Town, signal_id: UUID, key: str = "coordinator") -> None:
    """Finish a signal that this coordinator has in triage."""
    with town.committed(key) as work:
        close(work, CloseSignal(signal_id, SignalEnding.ADVICE_GIVEN))


def decided(town: Town, kept: Kept, keep_for: KeepFor, **changes: Any) -> None:
    """The privacy officer decides on a term."""
    with town.committed("privacy_officer") as work:
        row = newest(work, kept)
        said = {"reason": "Zo is het afgesproken.", "why_longer": "De archiefwet vraagt het."}
        number = row.number if row else 0
        change_policy(work, ChangePolicy(kept, number, keep_for, **(said | changes)))


def held(
    town: Town,
    kind: Erasable,
    reference: str,
    hold_for: HoldFor = HoldFor.MONTHS_3,
    key: str = "privacy_officer",
) -> UUID:
    """Hold something; gives the hold's id."""
    with town.committed(key) as work:
        return hold(work, Hold(kind, reference, HoldReason.COMPLAINT, hold_for))


def opened_run(town: Town) -> UUID:
    """A run that ended, with a count; nobody signed for it yet."""
    day, run_id = town.clock.today(), uuid4()
    with town.committed() as work:
        work.data.add(
            ErasureRun(
                id=run_id,
                way=RunWay.DAILY.value,
                began_on=day,
                ended_on=day,
                policy='{"signal": "24_months"}',
            )
        )
        work.data.flush()
        work.data.add(
            ErasureCount(
                run_id=run_id,
                object_kind=Erasable.CASE.value,
                month=day.replace(day=1),
                objects=3,
                keys_erased=6,
                rows_erased=41,
            )
        )
    return run_id
