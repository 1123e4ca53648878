"""A signal from its POST to its receipt beside one bare insert; the guard; the look at a card."""

import json
import statistics
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from kit.cards import with_card
from kit.measuring import CORPUS
from kit.newcomers import invited
from kit.real import installed
from kit.town import PASSPHRASE, Town

from benchmarks import towns
from benchmarks.floor import bare
from benchmarks.measure import Row, alike, beside, interleaved, measured, median, within
from signalering.domain.card_codes import new_code, normalised
from signalering.domain.lifecycles import TrainingWay
from signalering.domain.states import Hat
from signalering.models.training.certificate import Certificate
from signalering.privacy.guard import find as guarded
from signalering.services.public.card import find

TRIES = 500
CLIENTS = 16
ROUNDS = 3


def rows() -> Iterator[Row]:
    """One town of people; figures of requests are seconds a request, all clients together."""
    notes = [json.loads(line)["text"] for line in _corpus()]
    seconds = median(lambda: [guarded(note) for note in notes], 5) / len(notes)
    yield within("read a note with the guard", seconds, 0.002)
    with towns.town() as town:
        unknown, lapsed = _looks(town)
        yield alike("look up an unknown card, beside a lapsed one", unknown, lapsed, 0.05)
    yield from _stored()


def _stored() -> Iterator[Row]:
    """Both as they are served; a round of each in turns, and the median of the rounds."""
    with TemporaryDirectory() as folder, bare() as floor, installed(Path(folder)) as ours:
        who = (",".join(_reporters(ours.town)), PASSPHRASE)
        for clients, each in ((1, 200), (CLIENTS, 40)):
            name = f"signal, {clients} at once"
            rounds = [
                (
                    _load(floor, "/insert", clients, each),
                    _load(ours.address, "/signals/log", clients, each, *who),
                    _load(ours.address, "/signals/log", clients, each, *who, "page"),
                )
                for _ in range(ROUNDS)
            ]
            base, taken, shown = (
                [statistics.median(column) for column in zip(*one, strict=True)]
                for one in zip(*rounds, strict=True)
            )
            yield beside(f"{name}: receipt given, beside a bare insert", taken[0], base[0], 2)
            yield measured(f"{name}: and the receipt's page read", shown[0], base[0])
            if clients > 1:
                yield beside(f"{name}: 95 in 100 receipts given", taken[1], base[1], 3)


def _reporters(town: Town) -> Iterator[str]:
    """A worker for each client: as many signals of one person a month are nobody's."""
    until = town.clock.today().replace(year=town.clock.today().year + 1, day=1)
    for number in range(CLIENTS):
        person = invited(town, f"reporter-{number}", Hat.FRONTLINE)
        with town.committed() as work:
            work.data.add(
                Certificate(
                    account_id=person.account_id,
                    way=TrainingWay.CLASSROOM,
                    trainer="Tia Trainer",
                    trained_in=until.replace(year=until.year - 1),
                    valid_until=until,
                )
            )
        yield person.email


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


def _load(address: str, path: str, clients: int, each: int, *more: str) -> tuple[float, float]:
    """Seconds a request at this rate, and what 95 in 100 stay under; from a process of its own."""
    command = [sys.executable, "-m", "benchmarks.load", address, path, str(clients), str(each)]
    told = json.loads(subprocess.run([*command, *more], capture_output=True, check=True).stdout)
    taken = told["taken"]
    return told["seconds"] / len(taken), statistics.quantiles(taken, n=20)[-1]
