"""The watch over opened names: one at a time, and never missing while names are kept."""

import threading
import time

import pytest
from kit.town import Town

from signalering.services.cases import _details


def watches() -> int:
    """How many threads watch in this process."""
    return sum(one.name == _details.WATCH for one in threading.enumerate())


def until(count: int) -> None:
    """Wait for so many watches, ten seconds at most."""
    late = time.monotonic() + 10
    while watches() != count and time.monotonic() < late:
        time.sleep(0.01)
    assert watches() == count


def test_a_watch_ends_with_the_names_and_the_next_names_start_another(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_details, "SWEEP_EVERY", 0.02)
    monkeypatch.setattr(_details, "WATCH", "not the watch of another test")
    _details.forget_all()
    for _ in range(3):
        with town.work("coordinator") as work:
            work.opened.session = b"no session's own"
            _details.details_of_live_cases(work)
            _details.details_of_live_cases(work)
        # Nobody is logged in by this name: the sweep takes the names, and then the watch ends.
        until(0)
        assert _details.sweep(town.house) == 0
