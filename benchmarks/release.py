"""Releasing a quarter with a million signals beside the bare GROUP BY, and the audit by itself."""

import time
from collections.abc import Iterator, Sequence

from sqlalchemy import func, select, text

from benchmarks import settings, towns
from benchmarks.measure import Row, beside, interleaved, within
from signalering.models.signals.signal import Signal
from signalering.privacy.disclosure.checks import Figures, checks
from signalering.privacy.disclosure.made_up import made_up
from signalering.privacy.disclosure.periods import Length, Period
from signalering.services.statistics._methods import Method, publish
from signalering.services.statistics.release import candidates_of, digest_of
from signalering.services.work import Work

SIGNALS = 1_000_000
QUARTER = Period(2026, Length.QUARTER, 3)
RUNS = 5
YEARLY = 200
MOST_OF_PERIOD, MOST_OF_YEAR = 60.0, 600.0

# One statement: a million rows would take the program itself minutes to make.
MADE_UP = text(
    """
    INSERT INTO signal (id, reference, state, registered_on, area, age_band, reporter_group,
      lives_with, duration, loneliness, main_wish, request, contact_answer, reporter_tag,
      thread_key_id, triage_key_id)
    WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < :signals)
    SELECT printf('%032x', n), printf('%09d', n), 'noted',
      printf('2026-%02d-%02d', 7 + n % 3, 1 + n % 28),
      CASE n % 5 WHEN 0 THEN 'monster' WHEN 1 THEN 'naaldwijk' WHEN 2 THEN 'de-lier'
        WHEN 3 THEN 'poeldijk' ELSE 'wateringen' END,
      CASE n % 4 WHEN 0 THEN '18-34' WHEN 1 THEN '35-64' WHEN 2 THEN '65-74' ELSE '75+' END,
      CASE n % 3 WHEN 0 THEN 'care' WHEN 1 THEN 'housing' ELSE 'community' END,
      'alone', 'months', 'social', 'encounters', 'none', 'no', CAST(printf('%016d', n) AS BLOB),
      lower(hex(randomblob(16))), lower(hex(randomblob(16)))
    FROM number
    """
)


def rows() -> Iterator[Row]:
    """Counting and rounding are all that a release does beside its audit and some writing."""
    with towns.town() as town:
        with town.committed() as work:
            towns.in_bulk(work, (MADE_UP, {"signals": SIGNALS}))
        with town.work(writes=False) as work:
            ours, floor = interleaved(lambda: _counted(work), lambda: _bare(work), RUNS)
    yield beside(f"release of {SIGNALS:,} signals, beside the bare GROUP BY", ours, floor, 1.5)
    if settings.LONG:
        yield from _audits()


def _audits() -> Iterator[Row]:
    """Minutes of them: no part of a usual run."""
    made = publish(Method.ADDRESS_OFFSETS, list(made_up(1, YEARLY)), 1, _whole).releases
    year = next(each for each in made if each.period.length is Length.YEAR)
    inner = [each for each in made if each.period.length is not Length.YEAR]
    period = max(inner, key=lambda each: len(each.tables))
    yield within(f"audit of a period, {YEARLY} a year", _audited(period, ()), MOST_OF_PERIOD)
    yield within(f"audit of a year, {YEARLY} a year", _audited(year, tuple(inner)), MOST_OF_YEAR)


def _counted(work: Work) -> None:
    digest_of(work, candidates_of(work, QUARTER), ())


def _bare(work: Work) -> None:
    columns = (Signal.area, Signal.age_band, Signal.reporter_group)
    work.data.execute(
        select(*columns, func.count())
        .where(Signal.registered_on.between(QUARTER.start, QUARTER.end))
        .group_by(*columns)
    ).all()


def _whole(candidate: Figures, frozen: Sequence[Figures]) -> bool:
    """Every table of the plan: the most that an audit can have to do."""
    del candidate, frozen
    return True


def _audited(candidate: Figures, frozen: tuple[Figures, ...]) -> float:
    """Seconds for every check, one after another in one process."""
    started = time.perf_counter()
    for check in checks(candidate, frozen):
        check.run()
    return time.perf_counter() - started
