"""A page of the inbox among a thousand, a hundred thousand and a million new signals."""

from collections.abc import Iterator
from contextlib import ExitStack
from uuid import UUID

from kit.browser_like import BASE, Browser, app_of
from kit.town import Town
from sqlalchemy import select, text

from benchmarks import towns
from benchmarks.measure import Row, beside, interleaved
from signalering.models.signals.signal import Signal

FEW, SIZES = 1_000, (100_000, 1_000_000)
FAR = 2_000
PAGE = 50
RUNS = 25
DAYS = 400

# Two statements: a million rows would take the program itself minutes to make.
SIGNALS = text(
    """
    INSERT INTO signal (id, reference, state, registered_on, area, age_band, reporter_group,
      lives_with, duration, loneliness, main_wish, request, contact_answer, reporter_tag,
      deadline_on, deadline_kind, thread_key_id, triage_key_id)
    WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < :signals)
    SELECT printf('%032x', n), printf('%09d', n), 'new', :today, 'monster', '75+', 'care',
      'alone', 'months', 'social', 'encounters', 'contact', 'not_asked',
      CAST(printf('%016d', n) AS BLOB),
      date(:today, '+' || (abs(random()) % :days) || ' days'), 'triage',
      lower(hex(randomblob(16))), lower(hex(randomblob(16)))
    FROM number
    """
)
INDICATORS = text(
    "INSERT INTO signal_indicator (signal_id, code) SELECT id, 'says_lonely' FROM signal "
    "WHERE id NOT IN (SELECT signal_id FROM signal_indicator)"
)


def rows() -> Iterator[Row]:
    """Page 1 among many beside page 1 among few, then page 2,000 beside page 1."""
    with ExitStack() as stack:
        few = _browser(stack, FEW)
        for size in SIZES:
            many = _browser(stack, size)
            ours, floor = interleaved(lambda many=many: _page(many), lambda: _page(few), RUNS)
            yield beside(f"inbox among {size:,} signals, beside {FEW:,}", ours, floor, 1.2)
        after = _far(many.town)
        far, near = interleaved(lambda: _page(many, after), lambda: _page(many), RUNS)
        yield beside(f"page {FAR:,} of the inbox, beside page 1", far, near, 1.2)


def _browser(stack: ExitStack, size: int) -> Browser:
    town = stack.enter_context(towns.town())
    fill(town, size)
    return Browser(app_of(town), town).log_in("coordinator")


def fill(town: Town, size: int) -> None:
    """So many new signals, written straight into the tables."""
    with town.committed() as work:
        values = {"signals": size, "today": town.clock.today(), "days": DAYS}
        towns.in_bulk(work, (SIGNALS, values), (INDICATORS, {}))


def _page(browser: Browser, after: str = "") -> None:
    answer = browser.client.get(f"/signals/inbox?queue=new&after={after}", base_url=BASE)
    if answer.status_code != 200:
        raise RuntimeError(answer.status)


def _far(town: Town) -> str:
    """Where page 2,000 begins."""
    query = select(Signal.deadline_on, Signal.id).order_by(Signal.deadline_on, Signal.id)
    with town.work(writes=False) as work:
        place = work.data.execute(query.offset((FAR - 1) * PAGE - 1).limit(1)).one()
    day, signal_id = place.deadline_on, UUID(str(place.id))
    return f"{day.isoformat()}_{signal_id}"
