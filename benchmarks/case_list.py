"""A page of the list of cases among a thousand and among a hundred thousand live ones.

The first page, the two-thousandth, one's own, and the rarest choices above the list.
"""

from collections.abc import Iterator
from contextlib import ExitStack
from random import Random
from uuid import UUID

from kit.browser_like import BASE, Browser, app_of
from kit.town import Town
from sqlalchemy import select

from benchmarks import towns
from benchmarks.measure import Row, beside, interleaved, measured
from signalering.models.cases.case import Case

FEW, MANY = 1_000, 100_000
FAR = 2_000
PAGE = 50
RUNS = 25
BATCH = 10_000


def rows() -> Iterator[Row]:
    """Page 1 among many beside page 1 among few, the last page beside page 1, and choices."""
    with ExitStack() as stack:
        few, many = _browser(stack, FEW), _browser(stack, MANY)
        for queue, what in (("all", "all cases"), ("own", "one's own")):
            ours, floor = interleaved(
                lambda queue=queue: _page(many, queue=queue),
                lambda queue=queue: _page(few, queue=queue),
                RUNS,
            )
            yield beside(f"list of {what} among {MANY:,}, beside {FEW:,}", ours, floor, 1.2)
        after = _far(many.town)
        far, near = interleaved(
            lambda: _page(many, queue="all", after=after), lambda: _page(many, queue="all"), RUNS
        )
        yield beside(f"page {FAR:,} of all cases, beside page 1", far, near, 1.2)
        for name, code in (("quiet", "one_month"), ("due", "measure"), ("area", "monster")):
            ours, floor = interleaved(
                lambda name=name, code=code: _narrowed(many, name, code),
                lambda name=name, code=code: _narrowed(few, name, code),
                RUNS,
            )
            what = f"nobody of {MANY:,} by {name}, beside {FEW:,}"
            yield measured(what, ours, floor)


def _browser(stack: ExitStack, size: int) -> Browser:
    town = stack.enter_context(towns.town())
    owner_id = town.people["coordinator"].account_id
    for start in range(0, size, BATCH):
        with town.committed("coordinator") as work:
            towns.many_cases(work, min(BATCH, size - start), Random(start), owner_id, first=start)
    return Browser(app_of(town), town).log_in("coordinator")


def _page(browser: Browser, queue: str, after: str = "") -> None:
    text = _read(browser, f"queue={queue}&after={after}&narrow=no")
    if text.count('scope="row"') != PAGE:
        raise RuntimeError("the page doesn't show its rows")


def _narrowed(browser: Browser, name: str, code: str) -> None:
    if 'scope="row"' in _read(browser, f"queue=all&narrow=yes&{name}={code}"):
        raise RuntimeError("the choice was to find nobody")


def _read(browser: Browser, asked: str) -> str:
    answer = browser.client.get(f"/cases?{asked}", base_url=BASE)
    if answer.status_code != 200:
        raise RuntimeError(answer.status)
    return answer.text


def _far(town: Town) -> str:
    """Where the last full page begins."""
    query = select(Case.deadline_on, Case.id).order_by(Case.deadline_on, Case.id)
    with town.work(writes=False) as work:
        place = work.data.execute(query.offset((FAR - 1) * PAGE - 1).limit(1)).one()
    return f"{place.deadline_on.isoformat()}_{UUID(str(place.id))}"
