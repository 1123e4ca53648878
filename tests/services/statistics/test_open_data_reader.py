"""A key lets its tool in while it works; what it does is counted, and no time is kept."""

from datetime import timedelta
from uuid import uuid4

import pytest
from kit.open_data import key_row, made
from kit.town import Town
from sqlalchemy import select

from signalering.domain.errors import Denied, NotAllowedNow, NotFound, TooOften
from signalering.domain.throttles import IN_A_MINUTE, RULES, Tried
from signalering.domain.views.statistics.open_data import Reader
from signalering.models.accounts.throttle import Throttle
from signalering.services.accounts import throttle
from signalering.services.statistics.open_data_keys import KEPT, open_data_keys, sweep
from signalering.services.statistics.open_data_reader import count_read, count_wrong, let_in, use
from signalering.services.statistics.open_data_withdraw import withdraw_key
from signalering.vault.links import new_token


def let(town: Town, token: str) -> Reader | None:
    with town.work(writes=False) as work:
        return let_in(work, token)


def test_a_key_lets_in_until_its_last_day(town: Town) -> None:
    token = made(town, days=3)
    reader = let(town, token)
    assert reader == Reader(key_row(town).id)
    assert let(town, new_token()) is None
    assert let(town, "a\x00b") is None
    assert let(town, "") is None
    town.clock.move_to(town.clock.now() + timedelta(days=3))
    assert let(town, token) == reader
    with town.committed() as work:
        assert use(work, reader)
    assert key_row(town).used_on == town.clock.today()
    town.clock.move_to(town.clock.now() + timedelta(days=1))
    assert let(town, token) is None
    with town.committed() as work:
        assert not use(work, reader)


def test_of_two_who_withdraw_a_key_one_does(town: Town) -> None:
    token = made(town)
    reader = let(town, token)
    assert reader is not None
    with town.committed("administrator") as work:
        withdraw_key(work, reader.key_id)
    with town.work("administrator") as work, pytest.raises(NotAllowedNow):
        withdraw_key(work, reader.key_id)
    with town.work("administrator") as work, pytest.raises(NotFound):
        withdraw_key(work, uuid4())
    assert let(town, token) is None
    with town.committed() as work:
        assert not use(work, reader)


@pytest.mark.parametrize("key", ["worker", "coordinator", "manager", "privacy_officer"])
def test_others_manage_no_keys(town: Town, key: str) -> None:
    made(town)
    with town.work(key) as work:
        with pytest.raises(Denied):
            open_data_keys(work)
        with pytest.raises(Denied):
            withdraw_key(work, key_row(town).id)


def test_wrong_keys_wait_by_where_they_come_from(town: Town) -> None:
    for _ in range(RULES[Tried.OPEN_DATA].free + 1):
        with town.work() as work:
            count_wrong(work, "192.0.2.7")
    with town.work() as work, pytest.raises(TooOften):
        count_wrong(work, "192.0.2.7")
    with town.work() as work:
        count_wrong(work, "192.0.2.8")


def test_a_minute_ends_and_its_count_is_swept(town: Town) -> None:
    made(town)
    reader = Reader(key_row(town).id)
    for _ in range(IN_A_MINUTE[Tried.OPEN_DATA_READ]):
        with town.work() as work:
            count_read(work, reader)
    with town.work() as work, pytest.raises(TooOften) as late:
        count_read(work, reader)
    assert 1 <= late.value.wait <= 60
    town.clock.move_to(town.clock.now() + timedelta(seconds=late.value.wait))
    with town.work() as work:
        count_read(work, reader)
    town.clock.move_to(town.clock.now() + timedelta(minutes=1))
    with town.committed() as work:
        throttle.sweep(work)
        assert work.data.scalars(select(Throttle)).all() == []


def test_what_stopped_long_ago_is_forgotten(town: Town) -> None:
    made(town, "Kort", days=1)
    made(town, "Ingetrokken", days=300)
    with town.committed("administrator") as work:
        withdraw_key(work, key_row(town, "Ingetrokken").id)
    town.clock.move_to(town.clock.now() + KEPT)
    with town.committed() as work:
        sweep(work)
    assert key_row(town, "Kort")
    town.clock.move_to(town.clock.now() + timedelta(days=2))
    made(town, "Nieuw")
    with town.committed() as work:
        sweep(work)
    with town.work("administrator", writes=False) as work:
        assert [line.tool for line in open_data_keys(work).lines] == ["Nieuw"]
