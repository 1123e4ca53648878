"""Figures about the machine for Prometheus, on a port of their own.

No figure is about people: no label says which page was asked for, as the moment at which a signal
was logged or a case was opened would stand in it. Processes add theirs up by way of files with
counts (`PROMETHEUS_MULTIPROC_DIR`), which `signalering run --metrics` sets up.
"""

import json
import os
from collections.abc import Callable, Iterable, Iterator
from http import HTTPStatus
from typing import Any

from prometheus_client import CollectorRegistry, Counter, Histogram
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.exposition import make_wsgi_app
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector
from sqlalchemy.exc import SQLAlchemyError

from signalering.domain.state_texts import Standing
from signalering.services.settings.ready import ready
from signalering.services.settings.state import state_of
from signalering.services.work import House, open_work
from signalering.web.health import ALIVE, readiness

FOLDER = "PROMETHEUS_MULTIPROC_DIR"
BUCKETS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
METHODS = frozenset({"GET", "HEAD", "POST"})

GRAVITY = {Standing.GOOD: 0, Standing.LOOK: 1, Standing.ACT: 2}

_own = CollectorRegistry()
_answers = Counter(
    "signalering_answers",
    "Answers by method and class of status.",
    ["method", "status"],
    registry=_own,
)
_seconds = Histogram(
    "signalering_answer_seconds",
    "Seconds that an answer took.",
    ["method"],
    registry=_own,
    buckets=BUCKETS,
)
_slow = Counter(
    "signalering_slow_queries", "Questions to a database of 0.5 s and more.", registry=_own
)


def answered(method: str, status: int, seconds: float) -> None:
    """Count an answer."""
    kind = method if method in METHODS else "other"
    _answers.labels(kind, f"{status // 100}xx").inc()
    _seconds.labels(kind).observe(seconds)


def slow_query() -> None:
    """Count a question to a database that took long."""
    _slow.inc()


def watching(house: House) -> Callable[..., Iterable[bytes]]:
    """What is served on the port of its own: figures, and whether this node lives and is ready."""
    figures = CollectorRegistry()
    if os.environ.get(FOLDER):
        MultiProcessCollector(figures)
    else:
        figures.register(_Existing())
    figures.register(_State(house))
    metrics = make_wsgi_app(figures, disable_compression=True)

    def application(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        path = environ["PATH_INFO"]
        if path == "/metrics":
            given: Iterable[bytes] = metrics(environ, start)
            return given
        status, told = 404, {}
        if path == "/healthz":
            status, told = 200, ALIVE
        elif path == "/readyz":
            status, told = readiness(house)
        kept = [("Content-Type", "application/json"), ("Cache-Control", "no-store")]
        start(f"{status} {HTTPStatus(status).phrase}", kept)
        return [json.dumps(told).encode()]

    return application


class _Existing(Collector):
    """The figures of this one process."""

    def collect(self) -> Iterable[Metric]:
        """As they are kept."""
        return _own.collect()


class _State(Collector):
    """What is asked of the databases at the moment of looking."""

    def __init__(self, house: House) -> None:
        self._house = house

    def collect(self) -> Iterator[Metric]:
        """Parts that are there, and seconds since things were done; none of it about people."""
        parts = GaugeMetricFamily("signalering_ready", "Whether a part is there.", labels=["part"])
        for part, there in ready(self._house).items():
            parts.add_metric([part], float(there))
        yield parts
        try:
            with open_work(self._house, writes=False) as work:
                seen = state_of(work)
        except SQLAlchemyError:
            return
        checks = GaugeMetricFamily(
            "signalering_state", "0: good. 1: look at this. 2: act now.", labels=["check"]
        )
        for line in seen.lines:
            checks.add_metric([line.check.value], GRAVITY[line.text.standing])
        yield checks
        ages = GaugeMetricFamily(
            "signalering_job_done_seconds", "Since a job was last done.", labels=["job"]
        )
        for job in seen.jobs:
            if job.done_at is not None:
                ages.add_metric([job.name], (seen.looked_at - job.done_at).total_seconds())
        yield ages
