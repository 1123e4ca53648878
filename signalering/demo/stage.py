"""The stage: a house with a movable clock, and people who act on it one after another."""

import heapq
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time
from itertools import count
from random import Random

from signalering.domain.clock import AMSTERDAM, MovableClock
from signalering.domain.deadlines import Calendar
from signalering.models.accounts.account import Account
from signalering.services.accounts.actors import actor_of, first_hat
from signalering.services.accounts.enrol import Enrolment
from signalering.services.opened import Opened
from signalering.services.settings.rules import rules_of
from signalering.services.work import House, Work, open_work

Act = Callable[[], None]


@dataclass
class Stage:
    """Plays acts in the order of their moments, up to now."""

    house: House
    clock: MovableClock
    now: datetime
    people: dict[str, Enrolment]
    random: Random
    _queue: list[tuple[datetime, int, Act]] = field(default_factory=list)
    _order: Iterator[int] = field(default_factory=count)
    _calendar: Calendar = field(init=False)

    def __post_init__(self) -> None:
        """Nobody decides on other days while the stage plays."""
        self._calendar = rules_of(self.house).calendar

    def at(self, day: date, act: Act) -> None:
        """Let something happen on a working day, some time between nine and five."""
        calendar = self._calendar
        open_day = day if calendar.is_working_day(day) else calendar.next_working_day(day)
        hour = time(9 + self.random.randrange(8), self.random.randrange(60))
        moment = datetime.combine(open_day, hour, AMSTERDAM)
        if moment <= self.now:
            heapq.heappush(self._queue, (moment, next(self._order), act))

    def play(self) -> None:
        """Play until nothing is left; acts may add acts that come later."""
        while self._queue:
            moment, _, act = heapq.heappop(self._queue)
            self.clock.move_to(max(moment, self.clock.now()))
            act()

    @contextmanager
    def as_(self, key: str) -> Iterator[Work]:
        """A unit of work of one person, committed at its end."""
        person = self.people[key]
        with open_work(self.house, writes=True) as work:
            account = work.data.get_one(Account, person.account_id)
            work.actor = actor_of(work, account, first_hat(account))
            work.opened = Opened(person.account_id, person.secret)
            yield work
            work.commit()
