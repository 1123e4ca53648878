"""One finds one's own sessions and ends them; nobody else can tell whose they are."""

import pytest
from kit.sessions import begun, later, standing
from kit.town import Town
from sqlalchemy import select

from signalering.domain.errors import KeysNeeded, NotFound
from signalering.domain.views.accounts.sessions import SessionsView
from signalering.models.accounts.account import Account
from signalering.models.accounts.session import LogInSession
from signalering.services.accounts import end_session, own_sessions, sessions
from signalering.services.accounts.own_sessions import SLOTS, Device
from signalering.vault.kinds import SessionSecret
from signalering.vault.sessions import find_hash

DEVICE = Device("Firefox", "Windows")


def named(town: Town, key: str = "worker", device: Device = DEVICE) -> SessionSecret:
    cookie = begun(town, key)
    with town.committed(key) as work:
        own_sessions.introduce(work, cookie, device)
    return cookie


def listed(town: Town, cookie: SessionSecret, key: str = "worker") -> SessionsView:
    with town.work(key, writes=False) as work:
        return own_sessions.list_own(work, cookie)


def test_ones_own_are_listed_and_this_one_is_marked(town: Town) -> None:
    named(town, device=Device("Chrome", "Android"))
    later(town, minutes=40)
    here = named(town)
    named(town, "other_worker")
    view = listed(town, here)
    assert [(line.browser, line.this, line.locked) for line in view.lines] == [
        ("Firefox", True, False),
        ("Chrome", False, True),
    ]


def test_the_row_says_nothing_of_whose_it_is(town: Town) -> None:
    named(town)
    named(town)
    with town.work(writes=False) as work:
        rows = list(work.data.scalars(select(LogInSession)))
        assert len({row.own_tag for row in rows}) == 2
        account = town.people["worker"].account_id
        for row in rows:
            columns = [v for v in (row.find_hash, row.sealed, row.own_tag, row.about_sealed) if v]
            for value in columns:
                assert account.bytes not in value
                assert str(account).encode() not in value
                assert b"Firefox" not in value


def test_more_than_there_are_slots_end_the_oldest(town: Town) -> None:
    first = named(town)
    for _ in range(SLOTS):
        later(town, seconds=1)
        last = named(town)
    assert standing(town, first) == "gone"
    assert len(listed(town, last).lines) == SLOTS


def test_what_ended_is_not_listed(town: Town) -> None:
    named(town)
    later(town, hours=8)
    here = named(town)
    assert [line.this for line in listed(town, here).lines] == [True]


def test_one_is_ended_and_then_the_others(town: Town) -> None:
    others, here = [named(town) for _ in range(3)], named(town)
    theirs = named(town, "other_worker")
    slot = next(line.slot for line in listed(town, others[0]).lines if line.this)
    with town.committed("worker") as work:
        end_session.end_one(work, slot)
    assert standing(town, others[0]) == "gone"
    with town.committed("worker") as work:
        assert end_session.end_others(work, here) == 2
    assert [standing(town, cookie) for cookie in (*others, here, theirs)] == [
        *["gone"] * 3,
        "open",
        "open",
    ]


def test_an_empty_slot_is_not_found(town: Town) -> None:
    named(town)
    with town.work("other_worker") as work:
        for slot in (*range(SLOTS), SLOTS, -1):
            with pytest.raises(NotFound):
                end_session.end_one(work, slot)


def test_everywhere_means_those_without_keys_too(town: Town) -> None:
    person = town.people["worker"]
    with town.committed("worker") as work:
        account = work.data.get_one(Account, person.account_id)
        keyless = sessions.begin(work, account, person.hat, None)
    here, theirs = named(town), named(town, "other_worker")
    with town.committed("worker") as work:
        end_session.end_everywhere(work)
    assert [standing(town, cookie) for cookie in (keyless, here, theirs)] == [
        "ended",
        "ended",
        "open",
    ]


def test_without_keys_nothing_is_listed(town: Town) -> None:
    cookie = named(town)
    with town.work("worker", writes=False) as work:
        work.opened.user_secret = None
        assert not own_sessions.list_own(work, cookie).listed
        with pytest.raises(KeysNeeded):
            own_sessions.own_rows(work)


def test_a_damaged_line_takes_nothing_else_along(town: Town) -> None:
    here, other = named(town), named(town)
    with town.committed() as work:
        work.data.get_one(LogInSession, find_hash(other)).about_sealed = b"x" * 300
    assert [line.this for line in listed(town, here).lines] == [True]
