"""The days of one's own work for a calendar: which days, how many, and for whom no longer."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from kit import trail
from kit.cases import opened
from kit.town import Town
from sqlalchemy import func, select, update

from signalering.domain.commands.accounts.hats import ChangeHats
from signalering.domain.errors import Denied, NotAllowedNow, TooOften
from signalering.domain.states import Hat
from signalering.domain.views.accounts.calendar_feed import CalendarFeed
from signalering.models.accounts.calendar_feed import CalendarAddress
from signalering.models.cases.case import Case
from signalering.services.accounts.calendar import calendar
from signalering.services.accounts.calendar_feed import AHEAD, calendar_feed, count_wrong
from signalering.services.accounts.calendar_make import make_calendar
from signalering.services.accounts.calendar_stop import stop_calendar
from signalering.services.accounts.deactivate import deactivate
from signalering.services.accounts.hats import change_hats
from signalering.services.accounts.reset import reset
from signalering.services.retention._snapshot import NEVER
from signalering.vault.links import new_token, token_hash

DAY = timedelta(days=1)


def made(town: Town, key: str = "coordinator") -> str:
    with town.committed(key) as work:
        return make_calendar(work)


def fetched(town: Town, token: str) -> CalendarFeed | None:
    with town.work(writes=False) as work:
        feed = calendar_feed(work, token)
        assert not work.changed
        return feed


def days(town: Town, token: str) -> dict[date, int]:
    feed = fetched(town, token)
    assert feed is not None
    return {one.day: one.count for one in feed.days}


def due(town: Town, day: date, key: str = "coordinator") -> UUID:
    case_id = opened(town, key)
    with town.committed() as work:
        work.data.execute(
            update(Case).where(Case.id == case_id).values(deadline_on=day, inform_by=None)
        )
    return case_id


def addresses(town: Town) -> int:
    with town.work(writes=False) as work:
        return work.data.scalar(select(func.count()).select_from(CalendarAddress)) or 0


def test_own_days_sixty_ahead_with_what_is_overdue_on_today(town: Town) -> None:
    token, today = made(town), town.clock.today()
    assert days(town, token) == {}
    for ahead in (-40, -1, 0, 1, 1, AHEAD.days, AHEAD.days + 1):
        due(town, today + ahead * DAY)
    due(town, today, "other_coordinator")
    assert days(town, token) == {today: 3, today + DAY: 2, today + AHEAD: 1}


def test_of_the_address_only_a_hash_is_kept(town: Town) -> None:
    token = made(town)
    with town.work(writes=False) as work:
        (row,) = work.data.scalars(select(CalendarAddress))
        assert token.encode() not in row.token_hash
        assert len(row.token_hash) == 32
    assert len(token) == 43


def test_uids_stay_and_tell_nothing_of_whose_they_are(file_town: Town) -> None:
    today = file_town.clock.today()
    due(file_town, today)
    due(file_town, today + 3 * DAY)
    due(file_town, today, "other_coordinator")
    token, other = made(file_town), made(file_town, "other_coordinator")
    first, second = fetched(file_town, token), fetched(file_town, other)
    assert first is not None
    assert second is not None
    assert fetched(file_town, token) == first
    due(file_town, today)
    again = fetched(file_town, token)
    assert again is not None
    assert [one.uid for one in again.days] == [one.uid for one in first.days]
    uids = [one.uid for one in (*first.days, *second.days)]
    assert len(set(uids)) == len(uids)
    account_id = file_town.people["coordinator"].account_id
    assert not any(account_id.hex in uid or str(account_id) in uid for uid in uids)


def test_a_new_address_shuts_the_old_one(town: Town) -> None:
    old = made(town)
    fresh = made(town)
    assert (fetched(town, old), addresses(town)) == (None, 1)
    assert fetched(town, fresh) is not None


def test_switched_off_it_is_gone(town: Town) -> None:
    token = made(town)
    with town.committed("coordinator") as work:
        assert calendar(work).has_address
        stop_calendar(work)
    assert (fetched(town, token), addresses(town)) == (None, 0)
    with town.work("coordinator") as work:
        assert not calendar(work).has_address
        with pytest.raises(NotAllowedNow):
            stop_calendar(work)


def test_making_and_stopping_stand_in_the_trail_and_fetching_does_not(file_town: Town) -> None:
    token = made(file_town)
    before = trail.keys_of_entries(file_town)
    fetched(file_town, token)
    fetched(file_town, new_token())
    assert trail.keys_of_entries(file_town) == before
    with file_town.committed("coordinator") as work:
        stop_calendar(work)
    for action in ("calendar_made", "calendar_stopped"):
        (entry,) = trail.entries(file_town, action)
        assert entry["actor"] == str(file_town.people["coordinator"].account_id)
        assert entry["details"] == {}


def deactivated(town: Town, account_id: UUID) -> None:
    with town.committed("administrator") as work:
        deactivate(work, account_id)


def without_hat(town: Town, account_id: UUID) -> None:
    with town.committed("administrator") as work:
        change_hats(work, ChangeHats(account_id, frozenset({Hat.MANAGER})))


def log_in_reset(town: Town, account_id: UUID) -> None:
    with town.committed("administrator") as work:
        reset(work, account_id)


@pytest.mark.parametrize("losing", [deactivated, without_hat, log_in_reset])
def test_it_goes_with_the_account_the_hat_and_the_log_in(file_town: Town, losing: object) -> None:
    token = made(file_town)
    assert callable(losing)
    losing(file_town, file_town.people["coordinator"].account_id)
    assert (fetched(file_town, token), addresses(file_town)) == (None, 0)


def test_a_row_that_outlived_the_hat_lets_nobody_in(file_town: Town) -> None:
    with file_town.committed() as work:
        token = new_token()
        manager = file_town.people["manager"].account_id
        work.data.add(CalendarAddress(account_id=manager, token_hash=token_hash(token)))
    assert fetched(file_town, token) is None


@pytest.mark.parametrize("key", ["worker", "manager", "administrator", "privacy_officer"])
def test_it_is_for_coordinators(file_town: Town, key: str) -> None:
    for verb in (calendar, make_calendar, stop_calendar):
        with file_town.work(key) as work, pytest.raises(Denied):
            verb(work)


def test_wrong_ones_are_slowed_down_and_right_ones_never(town: Town) -> None:
    token = made(town)

    def wrong() -> None:
        with town.work() as work:
            count_wrong(work, "192.0.2.7")

    for _ in range(11):
        wrong()
    with pytest.raises(TooOften):
        wrong()
    assert fetched(town, token) is not None
    with town.work() as work:
        count_wrong(work, "192.0.2.8")


def test_no_backup_brings_an_address_back() -> None:
    """One that was shut since would let in again; its owner makes a new one in a minute."""
    assert CalendarAddress.__tablename__ in NEVER
