"""Release what is due: each closed period once, in order, audited, then frozen.

An audit may take minutes: no transaction is open meanwhile, and none of it is done twice.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import delete, insert
from sqlalchemy.exc import IntegrityError

from signalering.domain.audit_actions import AuditAction
from signalering.models.statistics.fact import StatFact
from signalering.models.statistics.release import PublishedCell, Release
from signalering.privacy.disclosure.audit import Rung
from signalering.privacy.disclosure.candidates import candidates, digest, rungs
from signalering.privacy.disclosure.checks import Check, Figures, checks
from signalering.privacy.disclosure.periods import Length, Period
from signalering.privacy.disclosure.rounding import RoundingSecret
from signalering.services.audit.record import record
from signalering.services.statistics._counts import count
from signalering.services.statistics._due import fix_plans, next_due
from signalering.services.statistics._frozen import inside
from signalering.services.statistics._plan_rows import hold_years
from signalering.services.statistics._published import categories
from signalering.services.statistics._release_checks import Audit, Overtaken, forget, run
from signalering.services.statistics.plan import TOTAL, foreseen
from signalering.services.work import House, Work, open_work

# Which checks candidate figures have to pass, beside frozen ones.
Asked = Callable[[Figures, Sequence[Figures]], Sequence[Check]]


@dataclass(frozen=True)
class Step:
    """How far an audit is. It names the rung and never a cell."""

    period: str
    rung: str
    done: int
    of: int


@dataclass(frozen=True)
class Released:
    """Which periods were released; `stopped` says that the rest goes on another time."""

    periods: tuple[str, ...]
    stopped: bool = False


@dataclass(frozen=True)
class Verdict:
    """Of which figures it is, which rungs failed, which passed, and how many checks were made."""

    digest: bytes
    failed: tuple[Rung, ...]
    passed: Rung
    checks: int

    def written(self) -> str:
        """As it is kept with the release: never which cell, and never which check."""
        told = {"failed": self.failed, "passed": self.passed, "checks": self.checks}
        return json.dumps(told, sort_keys=True)


def release_due(
    house: House,
    stopped: Callable[[], bool] = lambda: False,
    tell: Callable[[Step], None] = lambda _: None,
    asked: Asked | None = None,
) -> Released:
    """Release every closed period that is due; needs no key and no actor.

    A period waits until facts were moved in a month after its end (or none wait at all), and
    everything after it waits with it. Asked to stop it does so after the check at hand, which is
    kept. Of two who release at once one does. `asked` says which checks there are; only who
    releases figures of made-up people may ask for fewer.
    """
    done: list[str] = []
    fix_plans(house)
    while (period := next_due(house)) is not None:
        try:
            verdict = None if stopped() else _audited(house, period, stopped, tell, asked or checks)
        except Overtaken:
            continue
        if verdict is None:
            return Released(tuple(done), stopped=True)
        if _publish(house, period, verdict):
            done.append(period.code)
    return Released(tuple(done))


def candidates_of(work: Work, period: Period) -> Figures:
    """All that a period would publish on the first rung, counted now."""
    plan, _ = foreseen(work, period.year)
    counts = count(work, period, plan.of(period.length))
    return candidates(period, counts, RoundingSecret(work.settings.figures_key))


def digest_of(work: Work, figures: Figures, frozen: tuple[Figures, ...]) -> bytes:
    """Which figures are meant."""
    return digest(figures, frozen, RoundingSecret(work.settings.figures_key))


def _audited(
    house: House,
    period: Period,
    stopped: Callable[[], bool],
    tell: Callable[[Step], None],
    asked: Asked,
) -> Verdict | None:
    """The first rung that passes; None when it was stopped."""
    with open_work(house, writes=False) as work:
        whole, frozen = candidates_of(work, period), inside(work, period)
        steps = [
            (Audit(period.code, rung, digest_of(work, figures, frozen)), figures)
            for rung, figures in rungs(whole, frozen)
        ]
        kept = digest_of(work, whole, frozen)
    failed: list[Rung] = []
    made = 0
    for audit, figures in steps[:-1]:
        every = asked(figures, frozen)
        made += len(every)

        def told(number: int, audit: Audit = audit, of: int = len(every)) -> None:
            tell(Step(audit.period, audit.rung, number, of))

        passed = run(house, audit, every, stopped, told)
        if passed is None:
            return None
        if passed:
            return Verdict(kept, tuple(failed), audit.rung, made)
        failed.append(audit.rung)
    # The total alone needs no audit: so it always ends.
    return Verdict(kept, tuple(failed), Rung.TOTAL, made)


def _publish(house: House, period: Period, verdict: Verdict) -> bool:
    """Claim the period and write its figures; not when others were faster, or counts changed."""
    with open_work(house, writes=True) as work:
        try:
            row = Release(period=period.code, rung=verdict.passed, verdict=verdict.written())
            work.data.add(row)
            work.data.flush()
        except IntegrityError:  # somebody else has just released it
            return False
        hold_years(work)
        whole, frozen = candidates_of(work, period), inside(work, period)
        if digest_of(work, whole, frozen) != verdict.digest:
            # What came late changed the figures: they are audited anew.
            return False
        figures = next(held for rung, held in rungs(whole, frozen) if rung is verdict.passed)
        work.data.execute(insert(PublishedCell), _rows(figures))
        forget(work, period.code)
        if period.length is Length.YEAR:
            # Facts have served once their year is out; published cells stay.
            work.data.execute(delete(StatFact).where(StatFact.period.like(f"{period.code}Q_")))
        record(work, AuditAction.STATISTICS_RELEASED, period=period.code, rung=verdict.passed.value)
        work.commit()
    return True


def _rows(figures: Figures) -> list[dict[str, str | int]]:
    cells = [(counted.value, TOTAL, "", figure) for counted, figure in figures.totals.items()]
    cells += [
        (table.counted.value, table.code, categories(codes), figure)
        for table, held in figures.tables.items()
        for codes, figure in held.items()
    ]
    return [
        {
            "family": family,
            "period": figures.period.code,
            "table": table,
            "categories": codes,
            "figure": figure,
        }
        for family, table, codes, figure in cells
    ]
