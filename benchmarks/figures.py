"""The page of figures among ten thousand, a million and ten million facts."""

from collections.abc import Iterator
from contextlib import ExitStack

from kit.browser_like import BASE, Browser, app_of
from kit.published import publish
from kit.town import Town
from sqlalchemy import text

from benchmarks import towns
from benchmarks.measure import Row, alike, interleaved, within

FEW, SIZES = 10_000, (1_000_000, 10_000_000)
YEARS = (2023, 2024, 2025)
YEARLY = 400
RUNS = 40
MOST_SECONDS = 0.02

# One statement: ten million rows would take the program itself minutes to make.
FACTS = text(
    """
    INSERT INTO stat_fact (id, event, period, registered_in, area, age_band, reporter_group)
    WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < :facts)
    SELECT printf('%032x', n), 'picked_up', '2026Q' || (1 + n % 4), '2026Q' || (1 + n % 4),
           'monster', '75+', 'care'
    FROM number
    """
)


def rows() -> Iterator[Row]:
    """The same page beside itself among few facts; then how long it takes among most of them."""
    with ExitStack() as stack:
        few = _browser(stack, FEW)
        for size in SIZES:
            many = _browser(stack, size)
            ours, floor = interleaved(lambda many=many: _page(many), lambda: _page(few), RUNS)
            yield alike(f"figures among {size:,} facts, beside {FEW:,}", ours, floor, 0.1)
        yield within(f"figures among {SIZES[-1]:,} facts", ours, MOST_SECONDS)


def _browser(stack: ExitStack, facts: int) -> Browser:
    town: Town = stack.enter_context(towns.town())
    publish(town, YEARS, YEARLY)
    with town.committed() as work:
        towns.in_bulk(work, (FACTS, {"facts": facts}))
    return Browser(app_of(town), town).log_in("manager")


def _page(browser: Browser) -> None:
    answer = browser.client.get("/statistics", base_url=BASE)
    if answer.status_code != 200:
        raise RuntimeError(answer.status)
