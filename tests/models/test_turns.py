"""Turns at a SQLite file: one at a time, also between processes, and never in anybody's way."""

from concurrent.futures import ThreadPoolExecutor, TimeoutError
from pathlib import Path

import pytest

from signalering.models.turns import Turns


@pytest.fixture
def turns(tmp_path: Path) -> tuple[Turns, Turns]:
    """Two of one database, as two processes have them."""
    database = str(tmp_path / "data.sqlite")
    return Turns(database), Turns(database)


def test_another_process_waits_for_its_turn(turns: tuple[Turns, Turns]) -> None:
    mine, theirs = turns
    assert mine.take(1)
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(theirs.take, 1)
        with pytest.raises(TimeoutError):
            waiting.result(0.2)
        mine.give_back()
        assert waiting.result(10)
    theirs.give_back()


def test_a_thread_waits_no_longer_than_its_patience(turns: tuple[Turns, Turns]) -> None:
    mine, _ = turns
    assert mine.take(1)
    with ThreadPoolExecutor(1) as pool:
        assert not pool.submit(mine.take, 0.1).result(10)
        mine.give_back()
        assert pool.submit(mine.take, 0.1).result(10)
    mine.give_back()


def test_a_file_that_cannot_be_locked_stops_nobody(tmp_path: Path) -> None:
    turns = Turns(str(tmp_path / "gone" / "data.sqlite"))
    for _ in range(2):
        assert not turns.take(0.1)
    (tmp_path / "gone").mkdir()
    assert turns.take(0.1), "nothing was held on to"
    turns.give_back()
