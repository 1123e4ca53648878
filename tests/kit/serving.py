"""A real server on loopback around a settled town: what a real browser talks to."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from threading import Thread
from typing import Any

from flask import Flask
from flask_babel import force_locale, gettext
from werkzeug.serving import WSGIRequestHandler, make_server

from kit.browser_like import close, morning_cookie
from kit.talk import free_port
from kit.town import PASSPHRASE, Town
from signalering import create_app
from signalering.domain.vocabularies import vocabulary


class Quiet(WSGIRequestHandler):
    """Says nothing of each request."""

    def log(self, type: str, message: str, *args: Any) -> None:
        """A test has no use for a line a request."""


class Place(ABC):
    """Where something is served, and how one gets in."""

    address: str

    @abstractmethod
    def log_in_of(self, key: str) -> tuple[str, str]:
        """E-mail address and passphrase of somebody."""

    def known_browser(self, key: str) -> str:
        """The cookie of a browser that gave this person's second factor today; empty for none."""
        del key
        return ""

    def text(self, words: str, language: str) -> str:
        """A text of the screens as this language has it; the words themselves are Dutch."""
        assert language == "nl", "no catalogue at hand"
        return words

    def label(self, code: str, name: str, language: str) -> str:
        """A code's label from its closed list."""
        return vocabulary(name).label(code, language)


@dataclass(frozen=True)
class Site(Place):
    """A town that is served by this very process."""

    town: Town
    app: Flask
    address: str

    def log_in_of(self, key: str) -> tuple[str, str]:
        """Of one of the town's people."""
        return self.town.people[key].email, PASSPHRASE

    def known_browser(self, key: str) -> str:
        """Whoever has to, gave it this morning."""
        return morning_cookie(self.town, key)

    def text(self, words: str, language: str) -> str:
        """Also in the other languages, from the application's own catalogues."""
        with self.app.test_request_context(), force_locale(language):
            return str(gettext(words))


@contextmanager
def served(town: Town) -> Iterator[Site]:
    """Serve a town at an address of its own until the block ends; its clock may be moved."""
    port = free_port()
    address = f"http://localhost:{port}"
    app = create_app(replace(town.house.settings, public_url=address), town.clock)
    server = make_server("127.0.0.1", port, app, threaded=True, request_handler=Quiet)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield Site(town, app, address)
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
        close(app)
