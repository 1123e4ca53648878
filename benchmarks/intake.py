"""The guard, and the look at a card that an unknown one may not be told from."""

import json
from collections.abc import Iterator
from datetime import timedelta

from kit.cards import with_card
from kit.measuring import CORPUS
from kit.town import Town

from benchmarks import towns
from benchmarks.measure import Row, alike, interleaved, median, within
from signalering.domain.card_codes import new_code, normalised
from signalering.privacy.guard import find as guarded
from signalering.services.public.card import find

TRIES = 500


def rows() -> Iterator[Row]:
    """A town, and the corpus that the guard is tested with."""
    notes = [json.loads(line)["text"] for line in _corpus()]
    seconds = median(lambda: [guarded(note) for note in notes], 5) / len(notes)
    yield within("read a note with the guard", seconds, 0.002)
    with towns.town() as town:
        unknown, lapsed = _looks(town)
        yield alike("look up an unknown card, beside a lapsed one", unknown, lapsed, 0.05)


def _corpus() -> Iterator[str]:
    for path in sorted(CORPUS.glob("*.jsonl")):
        yield from path.read_text("utf-8").splitlines()


def _looks(town: Town) -> tuple[float, float]:
    _, code = with_card(town)
    lapsed = normalised(code)
    town.clock.move_to(town.clock.now() + timedelta(days=61))
    fresh = iter([new_code() for _ in range(TRIES + 1)])
    with town.work(writes=False) as work:
        return interleaved(lambda: find(work, next(fresh)), lambda: find(work, lapsed), TRIES)
