"""Reporters who send signals without end, each again and again until it has its receipt."""

import http.client
import secrets
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit
from uuid import UUID

from benchmarks.load import SIGNAL, Client
from kit.real import Installation
from kit.town import PASSPHRASE

# What a reporter's own program would take for "try again".
BUSY = 503
PAUSE = 0.05
# One of so many is sent twice although its receipt came.
TWICE = 4
BROKEN = (OSError, http.client.HTTPException)
# Two people, each at two browsers.
PEOPLE = ("worker", "other_worker", "worker", "other_worker")


@dataclass
class Reporter:
    """Who logged in once: the cookies, and the form's token against forged requests."""

    client: Client
    csrf: str


def reporters(site: Installation) -> list[Reporter]:
    """Four, to be kept for as long as the installation is there."""
    made = []
    for key in PEOPLE:
        client = Client(site.address)
        form = {"csrf_token": client.token("/log-in"), "passphrase": PASSPHRASE}
        email = site.town.people[key].email
        status, _ = client.ask("POST", "/log-in", form | {"email": email})
        assert status == 302
        made.append(Reporter(client, client.token("/signals/log")))
        client.close()
    return made


@dataclass
class Load:
    """What came of it. `strange` is every answer that is neither a receipt nor a clear 503."""

    receipts: list[UUID] = field(default_factory=list)
    # When the newest that was given had been begun, and when it was given; by reporter.
    given: dict[int, list[tuple[float, float]]] = field(default_factory=dict)
    refused: int = 0
    broken: int = 0
    strange: list[str] = field(default_factory=list)
    _ended: threading.Event = field(default_factory=threading.Event)

    def served_again(self, since: float, patience: float = 40) -> float:
        """Seconds until every reporter had a receipt that was asked for after `since`."""
        end = time.monotonic() + patience
        while time.monotonic() < end and not self.strange:
            after = [
                next((given for begun, given in one if begun >= since), None)
                for one in list(self.given.values())
            ]
            if None not in after:
                return max(one for one in after if one is not None) - since
            time.sleep(0.02)
        raise AssertionError(f"not served again: {self.strange or 'no receipt'}")

    def steady(self, count: int = 1) -> None:
        """Wait until every reporter had so many more receipts."""
        for _ in range(count):
            self.served_again(time.monotonic())

    def send(self, number: int, addresses: Sequence[str], reporter: Reporter) -> None:
        """Until told to end, and then until what is at hand has its receipt."""
        client, turn = reporter.client, number
        while not self._ended.is_set():
            form = SIGNAL | {"csrf_token": reporter.csrf, "token": secrets.token_urlsafe(24)}
            times, places = 2 if turn % TWICE == 0 else 1, list[str]()
            while len(places) < times:
                turn += 1
                begun = time.monotonic()
                client = client.again(addresses[turn % len(addresses)])
                place = self._asked(client, form)
                if self.strange:
                    client.close()
                    return
                if place:
                    places.append(place)
                    self.given[number].append((begun, time.monotonic()))
                else:
                    time.sleep(PAUSE)
            if len(set(places)) > 1:
                self.strange.append("one form, two receipts")
            self.receipts.append(UUID(urlsplit(places[0]).path.split("/")[-2]))
        client.close()

    def end(self) -> None:
        """No new signals."""
        self._ended.set()

    def _asked(self, client: Client, form: dict[str, str]) -> str:
        try:
            status, place = client.ask("POST", "/signals/log", form)
        except BROKEN:
            self.broken += 1
            return ""
        if status == 302 and place.endswith("/receipt"):
            return place
        if status == BUSY:
            self.refused += 1
        else:
            self.strange.append(f"{status}: {place[:200]}")
        return ""


@contextmanager
def loaded(people: Sequence[Reporter], addresses: Sequence[str]) -> Iterator[Load]:
    """They are at it inside, at all nodes in turn; each had a receipt before."""
    load = Load(given={number: [] for number in range(len(people))})
    threads = [
        threading.Thread(target=load.send, args=(number, addresses, one))
        for number, one in enumerate(people)
    ]
    for thread in threads:
        thread.start()
    try:
        load.steady()
        yield load
    finally:
        load.end()
        for thread in threads:
            thread.join(60)
    assert not any(thread.is_alive() for thread in threads)
    assert not load.strange, load.strange[:3]
