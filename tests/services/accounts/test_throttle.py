"""Guessing gets slow, whoever guesses and wherever; nobody is locked out for long."""

import hashlib
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from kit.town import Town
from sqlalchemy import select

from signalering.domain.errors import TooOften
from signalering.domain.throttles import CEILINGS, RULES, Ceiling, Rule, Tried
from signalering.models.accounts.throttle import Throttle
from signalering.services.accounts.throttle import claim, forgive, once, sweep

FREE = RULES[Tried.LOG_IN].free
CAP = RULES[Tried.LOG_IN].cap


def tries(town: Town, key: str, what: Tried = Tried.LOG_IN) -> int:
    """Take a try; gives the seconds that it has to wait, 0 when it was taken."""
    try:
        with town.work() as work:
            claim(work, what, key)
    except TooOften as error:
        return error.wait
    return 0


def later(town: Town, seconds: float) -> None:
    town.clock.move_to(town.clock.now() + timedelta(seconds=seconds))


def rows(town: Town) -> list[Throttle]:
    with town.work(writes=False) as work:
        found = list(work.data.scalars(select(Throttle)))
        work.data.expunge_all()
    return found


def test_waits_double_up_to_the_cap() -> None:
    assert Rule(2, 8, timedelta(hours=1)).waits() == (0, 0, 1, 2, 4, 8)
    # How many mails one mailbox gets, or the mail server takes on trial, is no matter of mistyping.
    mails = {Tried.SUBSCRIBE_MAIL, Tried.TRIAL_MAIL}
    typed = [rule for tried, rule in RULES.items() if tried not in mails]
    assert all(rule.waits()[:4] == (0,) * 4 for rule in typed), "people mistype"


def test_the_first_tries_are_free_then_waits_grow_to_the_cap_and_no_further(town: Town) -> None:
    assert [tries(town, "a") for _ in range(FREE)] == [0] * FREE
    waits = []
    for _ in range(10):
        assert tries(town, "a") == 0
        wait = tries(town, "a")
        waits.append(wait)
        later(town, wait - 0.5)
        assert tries(town, "a") == 1
        later(town, 0.5)
    assert waits == [1, 2, 4, 8, 16, 32, CAP, CAP, CAP, CAP]


def test_a_refused_try_makes_the_wait_no_longer(town: Town) -> None:
    for _ in range(FREE + 1):
        tries(town, "a")
    assert [tries(town, "a") for _ in range(5)] == [1] * 5


def test_others_are_not_slowed_down(town: Town) -> None:
    for _ in range(FREE + 3):
        tries(town, "a")
    assert tries(town, "a") > 0
    assert tries(town, "b") == 0
    assert tries(town, "a", Tried.RECOVERY) == 0


def test_who_was_right_begins_afresh(town: Town) -> None:
    for _ in range(FREE + 1):
        tries(town, "a")
    with town.committed() as work:
        forgive(work, Tried.LOG_IN, "a")
    assert tries(town, "a") == 0


def test_after_a_while_all_is_forgotten_and_swept(town: Town) -> None:
    for _ in range(FREE + 1):
        tries(town, "a")
    later(town, 2 * 3600)
    assert [tries(town, "a") for _ in range(FREE)] == [0] * FREE
    later(town, 2 * 3600)
    with town.committed() as work:
        assert sweep(work) == 2, "the row of the key and the row of all"
    assert rows(town) == []


def test_tries_at_once_count_each(town: Town) -> None:
    with ThreadPoolExecutor(8) as pool:
        waits = list(pool.map(lambda _: tries(town, "a"), range(24)))
    assert waits.count(0) == FREE + 1


def test_strangers_together_meet_a_ceiling_for_a_minute(town: Town) -> None:
    ceiling = CEILINGS[Ceiling.STRANGERS]
    with ThreadPoolExecutor(4) as pool:
        waits = list(pool.map(lambda number: tries(town, f"somebody {number}"), range(ceiling + 5)))
    assert waits.count(0) == ceiling
    assert max(waits) <= 60
    assert tries(town, "mine", Tried.KNOWN_LOG_IN) == 0, "a known browser still gets its turn"
    later(town, max(waits))
    assert tries(town, "somebody else") == 0


def test_who_meets_the_ceiling_has_not_used_up_a_try(town: Town) -> None:
    for number in range(CEILINGS[Ceiling.STRANGERS]):
        tries(town, f"somebody {number}")
    before = len(rows(town))
    assert tries(town, "me") > 0
    assert len(rows(town)) == before


def test_a_row_names_nobody_and_tells_no_time_finer_than_its_wait(town: Town) -> None:
    town.clock.move_to(town.clock.now() + timedelta(seconds=17, microseconds=123))
    tries(town, "worker@proefdorp.test")
    (mine,) = (row for row in rows(town) if row.forget_after.minute == 0)
    assert mine.wait_until.year == 2000
    assert (mine.forget_after.second, mine.forget_after.microsecond) == (0, 0)
    plain = hashlib.sha256(b"worker@proefdorp.test").digest()
    assert all(row.key_hash != plain for row in rows(town))


def test_a_code_is_used_once_also_by_eight_at_once(town: Town) -> None:
    def use(_: int) -> bool:
        with town.committed() as work:
            return once(work, "second_factor", "secret 1")

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(use, range(8))).count(True) == 1
    with town.committed() as work:
        assert once(work, "second_factor", "secret 2")


def test_a_try_is_claimed_before_anything_is_written(town: Town) -> None:
    with town.work("coordinator") as work:
        work.data.add(
            Throttle(
                key_hash=b"x" * 32,
                tries=1,
                wait_until=town.clock.now(),
                forget_after=town.clock.now(),
            )
        )
        with pytest.raises(RuntimeError):
            claim(work, Tried.LOG_IN, "a")
