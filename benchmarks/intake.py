"""A signal from its POST to its receipt beside one bare insert; the guard; the look at a card."""

import json
import sqlite3
import statistics
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

from flask import Flask, request
from kit.cards import with_card
from kit.measuring import CORPUS
from kit.serving import Quiet, served
from kit.talk import free_port
from kit.town import PASSPHRASE, Town
from werkzeug.serving import make_server

from benchmarks import towns
from benchmarks.measure import Row, alike, beside, interleaved, median, within
from signalering.domain.card_codes import new_code, normalised
from signalering.privacy.guard import find as guarded
from signalering.services.public.card import find

TRIES = 500
CLIENTS = 16


def rows() -> Iterator[Row]:
    """One town of people; figures of requests are seconds a request, all clients together."""
    notes = [json.loads(line)["text"] for line in _corpus()]
    seconds = median(lambda: [guarded(note) for note in notes], 5) / len(notes)
    yield within("read a note with the guard", seconds, 0.002)
    with towns.town() as town:
        unknown, lapsed = _looks(town)
        yield alike("look up an unknown card, beside a lapsed one", unknown, lapsed, 0.05)
        with _bare() as address, served(town) as site:
            who = (site.log_in_of("worker")[0], PASSPHRASE)
            for clients, each in ((1, 100), (CLIENTS, 12)):
                floor, slow_floor = _load(address, "/insert", clients, each)
                ours, slow = _load(site.address, "/signals/log", clients, each, *who)
                name = f"signal to receipt, {clients} at once"
                yield beside(f"{name}, beside a bare insert", ours, floor, 2)
                if clients > 1:
                    yield beside(f"{name}: 95 in 100", slow, slow_floor, 3)


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


def _load(address: str, path: str, clients: int, each: int, *who: str) -> tuple[float, float]:
    """Seconds a request at this rate, and what 95 in 100 stay under; from a process of its own."""
    command = [sys.executable, "-m", "benchmarks.load", address, path, str(clients), str(each)]
    told = json.loads(subprocess.run([*command, *who], capture_output=True, check=True).stdout)
    taken = told["taken"]
    return told["seconds"] / len(taken), statistics.quantiles(taken, n=20)[-1]


@contextmanager
def _bare() -> Iterator[str]:
    """A Flask route that inserts one row and commits, on SQLite with full durability."""
    app, port = Flask(__name__), free_port()
    with TemporaryDirectory() as folder:
        file = Path(folder) / "bare.sqlite"
        with sqlite3.connect(file) as made:
            made.execute("PRAGMA journal_mode=WAL")
            made.execute("CREATE TABLE line (id INTEGER PRIMARY KEY, text TEXT)")

        @app.post("/insert")
        def insert() -> str:
            connection = sqlite3.connect(file, timeout=30, isolation_level=None)
            connection.execute("PRAGMA synchronous=FULL")
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("INSERT INTO line (text) VALUES (?)", (request.form["text"],))
            connection.execute("COMMIT")
            connection.close()
            return "kept"

        server = make_server("127.0.0.1", port, app, threaded=True, request_handler=Quiet)
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://localhost:{port}"
        finally:
            server.shutdown()
            thread.join()
            server.server_close()
