"""How requests are served: waitress reads them whole in a gunicorn worker, then a thread answers.

gunicorn's own threads wait for whoever sends slowly, and sixteen of those are all it has; waitress
alone is one process, and drops what it works on when it is told to stop. Together they bear both
(docs/decisions/0040).
"""

import logging
import os
import time
from typing import Any

from flask import Flask
from gunicorn.workers.base import Worker
from waitress import wasyncore
from waitress.adjustments import Adjustments
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser, ParsingError
from waitress.server import TcpWSGIServer
from waitress.task import ThreadedTaskDispatcher

from signalering.cli.server import METRICS
from signalering.web.bodies import LARGER
from signalering.web.metrics import watching

KIB, MIB = 1024, 1024 * 1024
# A little more than the program takes, so that its own page says that it is too much.
LARGEST_BODY = MIB
# The few pages that take a file get that much, and some for the other fields.
LARGEST_FILE = max(LARGER.values()) + MIB
LARGEST_HEADER = 16 * KIB
# In one worker at once. Who sends slowly holds one of these, and no thread.
CONNECTIONS = 1000
# Seconds: for a connection that says nothing, for a whole request from its first byte, and for one
# that is coming in while the server stops.
IDLE, PATIENCE, LAST_WORDS = 60, 60, 3
# Nothing of a request or an answer goes to a file: it would be words in clear.
NEVER = 1 << 40
# Seconds between two looks at whether to stop.
BEAT = 0.5


class Request(HTTPRequestParser):
    """A request being received."""

    adj: Any

    def parse_header(self, header_plus: bytes) -> None:
        """Room for a file is made where one is asked for, and nowhere else.

        Raises ParsingError for whatever waitress refuses, and for a message with two lengths: what
        stands in front may have read the other one (RFC 9112, 6.1 and 11.2).
        """
        super().parse_header(header_plus)
        if self.chunked and "CONTENT_LENGTH" in self.headers:
            raise ParsingError("Two lengths")
        if self.path in self.adj.file_paths:
            self.adj = self.adj.for_files


class Channel(HTTPChannel):
    """A connection that knows since when it waits for the rest of a request."""

    parser_class = Request
    waits_since = 0.0

    def received(self, data: bytes) -> bool:
        """The clock runs from a request's first byte until its last."""
        taken: bool = super().received(data)
        if self.request is None:
            self.waits_since = 0.0
        elif not self.waits_since:
            self.waits_since = time.monotonic()
        return taken

    @property
    def at_work(self) -> bool:
        """Whether an answer is being made or sent."""
        return bool(self.requests or self.total_outbufs_len)


class Server(TcpWSGIServer):
    """One listening socket of a worker."""

    channel_class = Channel

    def owes(self, *, also_coming: bool) -> bool:
        """Whether an answer is made or sent, or a request is coming in."""
        return any(
            channel.at_work or (also_coming and channel.waits_since)
            for channel in self.active_channels.values()
        )

    def maintenance(self, now: float) -> None:
        """Also leave whoever takes longer over a request than any person needs."""
        super().maintenance(now)
        late = time.monotonic() - PATIENCE
        for channel in self.active_channels.values():
            if 0 < channel.waits_since < late and not channel.at_work:
                channel.will_close = True


class BufferedWorker(Worker):
    """A process of gunicorn's: waitress receives and sends, threads answer."""

    def run(self) -> None:
        """Serve until told to stop; then no more is taken, and what was begun is finished."""
        logging.getLogger("waitress.queue").setLevel(logging.ERROR)
        connections: dict[int, Any] = {}
        threads = ThreadedTaskDispatcher()
        threads.set_thread_count(self.cfg.threads)
        metrics = os.environ.get(METRICS, "").rpartition(":")[2]
        servers = [
            Server(
                watching(self.wsgi.extensions["signalering"])
                if str(one.sock.getsockname()[1]) == metrics
                else self.wsgi,
                connections,
                _sock=one.sock,
                dispatcher=threads,
                adj=_adjustments(self.wsgi),
                sockinfo=(one.sock.family, one.sock.type, one.sock.proto, one.sock.getsockname()),
                bind_socket=False,
            )
            for one in self.sockets
        ]
        while self.alive and self.ppid == os.getppid():
            self.notify()
            wasyncore.loop(BEAT, use_poll=True, map=connections, count=1)
        for server in servers:
            server.accepting = False
            server.del_channel(connections)
        self._finish(servers, connections)

    def _finish(self, servers: list[Server], connections: dict[int, Any]) -> None:
        stopped = time.monotonic()
        while (since := time.monotonic() - stopped) < self.cfg.graceful_timeout:
            if not any(server.owes(also_coming=since < LAST_WORDS) for server in servers):
                break
            self.notify()
            wasyncore.loop(BEAT / 10, use_poll=True, map=connections, count=1)


def _adjustments(app: Flask) -> Adjustments:
    rules = app.url_map.iter_rules()
    made = _of_size(app, LARGEST_BODY)
    made.file_paths = frozenset(str(rule) for rule in rules if rule.endpoint in LARGER)
    made.for_files = _of_size(app, LARGEST_FILE)
    return made


def _of_size(app: Flask, largest: int) -> Adjustments:
    house = app.extensions.get("signalering")  # the benchmarks' floor is served just so, without
    return Adjustments(
        ident="",
        url_scheme="https" if house and house.settings.secure else "http",
        connection_limit=CONNECTIONS,
        log_socket_errors=False,
        channel_timeout=IDLE,
        cleanup_interval=5,
        max_request_header_size=LARGEST_HEADER,
        max_request_body_size=largest,
        inbuf_overflow=NEVER,
        outbuf_overflow=NEVER,
        outbuf_high_watermark=NEVER,
        # The web floor counts who stands in front: headers pass as they came.
        clear_untrusted_proxy_headers=False,
    )
