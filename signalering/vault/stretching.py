"""Argon2id, the one kind of cryptography that takes long: in turns, and behind what is quick."""

import os
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from signalering.domain.errors import Crowded
from signalering.vault.kinds import KEY_LENGTH

AT_ONCE = 1
argon2_turns = threading.BoundedSemaphore(AT_ONCE)
"""Bounds what log-ins take together, in memory and of the cores: at most `AT_ONCE` in a process."""

SOON = 5
"""Seconds in which all of these have had their turn, on a machine of today."""

STEPS_BACK = 10
"""How much nicer than all else it is: pages go on while people log in, who wait a bit longer."""

Found = TypeVar("Found")


class Queue:
    """Those who wait for a turn, or have it: no more than so many, so that threads are left."""

    def __init__(self, places: int) -> None:
        self.places = places
        self._free = threading.BoundedSemaphore(places)

    @contextmanager
    def place(self) -> Iterator[None]:
        """Taken before a try is counted: who is sent away has lost none. Raises Crowded."""
        if not self._free.acquire(blocking=False):
            raise Crowded(SOON)
        try:
            yield
        finally:
            self._free.release()


LOGGING_IN, UNLOCKING = Queue(4), Queue(3)
"""Anybody can ask to log in; that keeps nobody from a locked session. cli/server.py gives a process
eight threads, one more than both together."""


@dataclass(frozen=True)
class Cost:
    """What one derivation takes; kept per account, so that it can be raised later."""

    memory_kib: int
    iterations: int

    def __post_init__(self) -> None:
        if self.memory_kib < 8 or self.iterations < 1:
            raise ValueError("Argon2id takes at least 8 KiB and one iteration")


def stretched(secret: bytes, salt: bytes, cost: Cost) -> bytes:
    """Run Argon2id (RFC 9106), 32 bytes long; waits for its turn.

    Never call it while a write transaction is open: it takes a good part of a second. Raises
    ValueError for a salt under eight bytes. One lane: the library's threads for more have blocked
    each other when two derivations ran at once.
    """
    with argon2_turns:
        hashing = Argon2id(
            salt=salt,
            length=KEY_LENGTH,
            iterations=cost.iterations,
            lanes=1,
            memory_cost=cost.memory_kib,
        )
        return aside(lambda: hashing.derive(secret))


def aside(work: Callable[[], Found]) -> Found:
    """Do it in a thread of its own that lets others go first; what it raises is raised here.

    A thread can't step forward again without rights, so it ends with its work.
    """
    with ThreadPoolExecutor(1, initializer=_step_back) as thread:
        return thread.submit(work).result()


def _step_back() -> None:
    # Elsewhere than on Linux the number would be the whole process's.
    if sys.platform == "linux":
        own = threading.get_native_id()
        usual = os.getpriority(os.PRIO_PROCESS, own)
        os.setpriority(os.PRIO_PROCESS, own, min(19, usual + STEPS_BACK))
