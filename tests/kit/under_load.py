"""Workers who send signals without end, each again and again until it has its receipt."""

import http.client
import secrets
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import urlsplit
from uuid import UUID

from sqlalchemy import func, select

from benchmarks.load import SIGNAL, Client
from kit.newcomers import invited
from kit.real import Installation
from kit.town import PASSPHRASE, Town
from kit.trail import entries
from signalering.domain.audit_actions import AuditAction
from signalering.domain.lifecycles import TrainingWay
from signalering.domain.states import Hat
from signalering.models.keys.group import Wrap
from signalering.models.signals.signal import Signal
from signalering.models.training.certificate import Certificate
from signalering.services.audit.verify import verify
from signalering.services.signals.thread import thread_entries, thread_key
from signalering.services.signals.triage import triage_entries, triage_key

# What a reporter's own program would take for "try again".
BUSY = 503
PAUSE = 0.05
# One of so many is sent twice although its receipt came.
TWICE = 4
BROKEN = (OSError, http.client.HTTPException)


@dataclass
class Load:
    """What came of it. `strange` is every answer that is neither a receipt nor a clear 503."""

    receipts: list[UUID] = field(default_factory=list)
    # When each was begun and given, by reporter.
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
        raise AssertionError(f"not served again: {self}")

    def steady(self, count: int = 2) -> None:
        """Wait until every reporter had so many more receipts."""
        for _ in range(count):
            self.served_again(time.monotonic())

    def send(self, number: int, addresses: Sequence[str], client: Client) -> None:
        """Until told to end, and then until what is at hand has its receipt."""
        csrf, turn = client.token("/signals/log"), number
        while not self._ended.is_set():
            form = SIGNAL | {"csrf_token": csrf, "token": secrets.token_urlsafe(24)}
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


@dataclass(frozen=True)
class Count:
    """What was promised beside what is there."""

    acknowledged: int
    lost: int
    doubled: int
    half_made: int


@contextmanager
def loaded(site: Installation, nodes: Sequence[str] = (), reporters: int = 4) -> Iterator[Load]:
    """So many reporters are at it inside, at all nodes in turn; each had a receipt before."""
    town, load = site.town, Load()
    addresses = nodes or [site.address]
    threads = []
    for number in range(reporters):
        client = Client(addresses[0])
        form = {"csrf_token": client.token("/log-in"), "passphrase": PASSPHRASE}
        email = _trained(town, f"reporter-{number}")
        status, _ = client.ask("POST", "/log-in", form | {"email": email})
        assert status == 302
        load.given[number] = []
        threads.append(threading.Thread(target=load.send, args=(number, addresses, client)))
    for thread in threads:
        thread.start()
    try:
        load.steady(1)
        yield load
    finally:
        load.end()
        for thread in threads:
            thread.join(60)
    assert not any(thread.is_alive() for thread in threads)
    assert not load.strange, load.strange[:3]


def _trained(town: Town, key: str) -> str:
    today = town.clock.today()
    person = invited(town, key, Hat.FRONTLINE)
    with town.committed() as work:
        work.data.add(
            Certificate(
                account_id=person.account_id,
                way=TrainingWay.CLASSROOM,
                trainer="Tia Trainer",
                trained_in=date(today.year - 1, 1, 1),
                valid_until=date(today.year + 1, 1, 1),
            )
        )
    return person.email


def counted(town: Town, load: Load) -> Count:
    """Every signal is opened with its keys by a coordinator; every one has its audit entry."""
    with town.work("coordinator", writes=False) as work:
        signals = {one.id: one for one in work.data.scalars(select(Signal))}
        rows = work.keys.execute(select(Wrap.key_id, func.count()).group_by(Wrap.key_id))
        wraps = dict(iter(rows))
        told = set()
        for one in signals.values():
            thread = [said for _, said in thread_entries(work, one, thread_key(work, one))]
            triage = [said for _, said in triage_entries(work, one, triage_key(work, one))]
            keys = wraps.get(one.thread_key_id), wraps.get(one.triage_key_id)
            notes = [said["text"] for said in thread if said["kind"] == "note"]
            whole = notes == [SIGNAL["note"]] and [said["kind"] for said in triage] == ["reporter"]
            if whole and keys == (2, 1) and len(one.indicators) == 1:
                told.add(one.id)
    with town.work("privacy_officer", writes=False) as work:
        assert verify(work).whole
    logged = [entry["object"] for entry in entries(town, AuditAction.SIGNAL_LOGGED)]
    assert len(logged) == len(set(logged))
    whole = told & {UUID(one) for one in logged}
    acknowledged = set(load.receipts)
    return Count(
        len(acknowledged),
        lost=len(acknowledged - signals.keys()),
        doubled=len(signals.keys() - acknowledged) + len(load.receipts) - len(acknowledged),
        half_made=len(signals.keys() - whole),
    )
