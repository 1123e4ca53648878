"""A page of the inbox among a thousand, a hundred thousand and a million new signals."""

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import timedelta
from random import Random
from uuid import UUID, uuid4

from kit.browser_like import BASE, Browser, app_of
from kit.town import Town
from sqlalchemy import insert, select

from benchmarks import towns
from benchmarks.measure import Row, beside, interleaved
from signalering.models.signals.signal import Signal, SignalIndicator
from signalering.vault.kinds import random_secret

FEW, SIZES = 1_000, (100_000, 1_000_000)
FAR = 2_000
PAGE = 50
RUNS = 25
BATCH = 20_000
DAYS = 400


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
    chance = Random(size)
    today = town.clock.today()
    for start in range(0, size, BATCH):
        with town.committed() as work:
            signals = []
            for number in range(start, min(size, start + BATCH)):
                signals.append(
                    {
                        "id": uuid4(),
                        "reference": f"{number:09d}",
                        "state": "new",
                        "registered_on": today,
                        "area": "monster",
                        "age_band": "75+",
                        "reporter_group": "care",
                        "lives_with": "alone",
                        "duration": "months",
                        "loneliness": "social",
                        "main_wish": "encounters",
                        "request": "contact",
                        "contact_answer": "not_asked",
                        "reporter_tag": random_secret()[:16],
                        "deadline_on": today + timedelta(days=chance.randrange(DAYS)),
                        "deadline_kind": "triage",
                        "thread_key_id": uuid4(),
                        "triage_key_id": uuid4(),
                    }
                )
            work.data.execute(insert(Signal), signals)
            told = [{"signal_id": one["id"], "code": "says_lonely"} for one in signals]
            work.data.execute(insert(SignalIndicator), told)


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
