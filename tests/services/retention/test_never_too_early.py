"""Whatever happens to cases, and to the clock: none goes too early, none held, none lingers.

What may go is reckoned here apart, in days, beside the application.
"""

import tempfile
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from kit.cases import case_row, closed_case, contact_row, do, version
from kit.databases import SqliteTowns
from kit.dump import tables
from kit.mail import never
from kit.retention import decided, held, noticed, unlocked
from kit.rights import lifted, restricted
from kit.signals import row_of
from kit.town import Town
from sqlalchemy import select

from signalering.domain.commands.cases.close import CloseCase
from signalering.domain.commands.cases.reopen import ReopenCase
from signalering.domain.errors import DomainError
from signalering.domain.lifecycles import DailyJob
from signalering.domain.retention import Erasable, HoldFor, KeepFor, Kept
from signalering.domain.states import CaseOutcome
from signalering.models.keys.group import Wrap
from signalering.models.network.job import JobRun
from signalering.models.tables import METADATA
from signalering.services.cases.close import close
from signalering.services.cases.reopen import reopen
from signalering.services.cases.show import open_record
from signalering.services.retention.end_hold import end_hold
from signalering.services.retention.notice import give_notice
from signalering.services.retention.run import run_daily

# Each beside a moment at which days are easily miscounted.
STARTS = (
    datetime(2026, 11, 23, 9, 30, tzinfo=UTC),
    datetime(2026, 12, 31, 22, 30, tzinfo=UTC),
    datetime(2027, 3, 28, 0, 30, tzinfo=UTC),
    datetime(2027, 10, 31, 0, 30, tzinfo=UTC),
    datetime(2028, 2, 29, 22, 59, tzinfo=UTC),
)
MONTHS = {KeepFor.MONTHS_3: 3, KeepFor.MONTHS_6: 6, KeepFor.MONTHS_12: 12}
HELD = {HoldFor.MONTHS_1: 1, HoldFor.MONTHS_3: 3, HoldFor.MONTHS_6: 6, HoldFor.MONTHS_12: 12}
HANGS_ON_A_CASE = ("case_entry", "case_task", "referral", "contact_details")
BESIDE_A_CASE = set(METADATA[""].tables) - {"case_record", "pending_fact", *HANGS_ON_A_CASE}
WHICH = st.integers(0, 1)
STEPS = st.one_of(
    st.tuples(st.just("days"), st.integers(1, 17)),
    st.tuples(st.just("leap"), st.sampled_from([20, 15, 3, -10, -40])),
    st.tuples(st.just("leap"), st.sampled_from([16, 14, 13])),
    st.tuples(st.just("reopen"), WHICH),
    st.tuples(st.just("close"), WHICH),
    st.tuples(st.just("hold"), WHICH, st.sampled_from(list(HELD))),
    st.tuples(st.just("release"), WHICH),
    st.tuples(st.just("restrict"), WHICH),
    st.tuples(st.just("lift"), WHICH),
    st.tuples(st.just("term"), st.sampled_from(list(MONTHS))),
    st.tuples(st.just("unlock")),
    st.tuples(st.just("shift"), st.sampled_from([1, -1, 24, -24, 24 * 40, 24 * 400, -24 * 40])),
)


def month_end(day: date, months: int) -> date:
    """The last day of the month so many months later, reckoned by stepping over days."""
    for _ in range(months + 1):
        day = day.replace(day=28) + timedelta(days=4)
        day = day.replace(day=1)
    return day - timedelta(days=1)


@dataclass
class Told:
    """What this test knows of a case."""

    id: UUID
    signal: UUID
    keys: set[UUID]
    closed: date
    last: date
    is_closed: bool = True
    held: date | None = None
    hold_id: UUID | None = None
    restricted: bool = False
    # Since when a notice stands, as seen here.
    noticed: date | None = None
    gone: bool = False

    def may_go_after(self) -> date | None:
        if not self.is_closed or self.restricted:
            return None
        return max(self.last, self.held or self.last)


@dataclass
class World:
    """A town with two closed cases, and what is reckoned beside it."""

    town: Town
    cases: list[Told] = field(default_factory=list)
    term: KeepFor = KeepFor.MONTHS_3
    applied: bool = True
    waits: bool = False
    ran: set[date] = field(default_factory=set)

    @property
    def today(self) -> date:
        return self.town.clock.today()

    def begin(self) -> None:
        for _ in range(2):
            case_id = closed_case(self.town)
            contact = contact_row(self.town, case_id)
            assert contact is not None
            with self.town.work("coordinator") as work:
                signal = open_record(work, case_id).signal_id
            keys = {case_row(self.town, case_id).key_id, contact.key_id}
            last = month_end(self.today, MONTHS[self.term])
            self.cases.append(Told(case_id, signal, keys, self.today, last))

    def move(self, by: timedelta) -> None:
        self.town.clock.move_to(self.town.clock.now() + by)

    def daily(self) -> None:
        """What the loop does on a day; then all is compared."""
        today = self.today
        steady = any(today - timedelta(days=back) in self.ran for back in (1, 2, 3))
        before = {case.id: case.noticed for case in self.cases}
        with self.town.committed() as work:
            if work.data.get(JobRun, (DailyJob.ERASURE_NOTICES.value, today)) is None:
                work.data.add(JobRun(name=DailyJob.ERASURE_NOTICES.value, day=today))
            give_notice(work)
        self.ran.add(today)
        there = noticed(self.town)
        for case in self.cases:
            standing = there.get(case.id)
            case.noticed = standing[1] if standing else None
            if before[case.id] is not None and case.noticed is not None:
                assert case.noticed <= (before[case.id] or today) or case.noticed == today
        run_daily(self.town.house, never)
        kept = tables(self.town.house.data, "", without=BESIDE_A_CASE)
        rows = {row["id"] for row in kept["case_record"]}
        with self.town.work(writes=False) as work:
            wraps = set(work.keys.scalars(select(Wrap.key_id)))
        for case in self.cases:
            if case.gone:
                continue
            after = case.may_go_after()
            ready = (
                after is not None
                and today > after
                and case.noticed is not None
                and today >= case.noticed + timedelta(days=14)
                and not self.waits
            )
            if case.id not in rows:
                assert ready, f"too early on {today}: {case}"
                case.gone = True
                assert not case.keys & wraps
                # Nothing that hung on it outlives it.
                for name in HANGS_ON_A_CASE:
                    assert case.id not in {row["case_id"] for row in kept[name]}
                assert not {row["key_id"] for row in kept["pending_fact"]} & case.keys
            else:
                assert not (ready and steady), f"lingers on {today}: {case}"
                assert case.keys <= wraps
                # Its signal is there as long as the case is.
                assert row_of(self.town, case.signal)

    def step(self, name: str, *said: Any) -> None:
        case = (
            self.cases[said[0]] if said and name not in {"days", "leap", "term_", "shift"} else None
        )
        if case is not None and case.gone:
            return
        with suppress(DomainError):
            getattr(self, name)(*([case] if case else []), *said[1 if case else 0 :])

    def days(self, count: int) -> None:
        for _ in range(count):
            self.move(timedelta(days=1))
            self.daily()

    def leap(self, before: int) -> None:
        """The loop stands still until so many days before the next case's last day."""
        days = [day for case in self.cases if not case.gone and (day := case.may_go_after())]
        if days and (ahead := (min(days) - self.today).days - before) > 0:
            self.move(timedelta(days=ahead))
        self.daily()

    def shift(self, hours: int) -> None:
        """The clock goes wrong, the loop runs, somebody sets it right."""
        self.move(timedelta(hours=hours))
        self.daily()
        self.move(timedelta(hours=-hours))
        self.daily()

    def reopen(self, case: Told) -> None:
        do(
            self.town,
            lambda w: reopen(w, ReopenCase(case.id, version(w, case.id), "by_mistake")),
        )
        case.is_closed = False

    def close(self, case: Told) -> None:
        outcome = CaseOutcome.OWN_STRENGTH
        do(self.town, lambda w: close(w, CloseCase(case.id, version(w, case.id), outcome)))
        case.is_closed, case.closed = True, self.today
        case.last = month_end(self.today, MONTHS[self.term])

    def hold(self, case: Told, how_long: HoldFor) -> None:
        reference = case_row(self.town, case.id).reference
        case.hold_id = held(self.town, Erasable.CASE, reference, how_long)
        case.held = month_end(self.today, HELD[how_long])

    def release(self, case: Told) -> None:
        hold_id = case.hold_id
        if hold_id is not None:
            do(self.town, lambda w: end_hold(w, hold_id), "privacy_officer")
            case.held = case.hold_id = None

    def restrict(self, case: Told) -> None:
        restricted(self.town, case.id)
        case.restricted = True

    def lift(self, case: Told) -> None:
        lifted(self.town, case.id)
        case.restricted = False

    def term_(self, keep_for: KeepFor) -> None:
        decided(self.town, Kept.CASE_WITHOUT_FOLLOW_UP, keep_for)
        if MONTHS[keep_for] > MONTHS[self.term]:
            self.waits = True
        self.term, self.applied = keep_for, False

    def unlock(self) -> None:
        unlocked(self.town)
        if not self.applied:
            for case in self.cases:
                if case.is_closed:
                    case.last = month_end(case.closed, MONTHS[self.term])
        self.applied, self.waits = True, False


@given(start=st.sampled_from(STARTS), steps=st.lists(STEPS, min_size=4, max_size=14))
@settings(
    max_examples=15,
    deadline=None,
    database=None,
    derandomize=True,
    phases=[Phase.generate, Phase.shrink],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
def test_reckoned_apart(
    sqlite_towns: SqliteTowns, start: datetime, steps: list[tuple[Any, ...]]
) -> None:
    with tempfile.TemporaryDirectory() as folder, sqlite_towns.town(Path(folder)) as town:
        town.clock.move_to(start)
        world = World(town)
        world.begin()
        for name, *said in steps:
            world.step(f"{name}_" if name == "term" else name, *said)
        # In the end all that may go does: two weeks of notice, and a day.
        world.leap(16)
        world.days(18)
