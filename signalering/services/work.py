"""The unit of work that every service gets: two sessions, who acts, what is open, what time it is.

The keystore commits before the data does: a crash in between leaves at worst a key without words,
never words without a key.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from signalering.config import Settings
from signalering.domain.access import Actor
from signalering.domain.clock import Clock
from signalering.domain.deadlines import Calendar
from signalering.domain.house_rules import HouseRules
from signalering.domain.periods import Periods
from signalering.services.opened import Opened
from signalering.services.settings.decided import rules_in_force

if TYPE_CHECKING:
    from signalering.models.keys.group import GroupEpoch
    from signalering.services.audit.writer import AuditWriter


@dataclass(frozen=True)
class House:
    """What one process has: two engines, the settings, the clock, the audit writer."""

    data: Engine
    keystore: Engine
    settings: Settings
    clock: Clock
    writer: "AuditWriter"

    @cached_property
    def engines(self) -> Mapping[bool, tuple[Engine, Engine]]:
        """Data and keystore, for who writes and for who reads."""
        return {
            writes: (
                self.data.execution_options(immediate=writes),
                self.keystore.execution_options(immediate=writes),
            )
            for writes in (True, False)
        }


@dataclass
class Work:
    """One request's or one command's unit of work."""

    house: House
    data: Session
    keystore: Session
    actor: Actor | None = None
    opened: Opened = field(default_factory=Opened)
    # Open epochs that this transaction holds still, by group: asked for once.
    standing: dict[str, "GroupEpoch"] = field(default_factory=dict, repr=False)
    # Of these no alarm was found in this transaction.
    unalarmed: set[UUID] = field(default_factory=set, repr=False)
    # What the coalition decided, as read in this unit of work.
    _rules: HouseRules | None = field(default=None, repr=False)
    # What must be written however this transaction ends, in one of its own after it.
    afterwards: list[Callable[["Work"], None]] = field(default_factory=list)

    @property
    def keys(self) -> Session:
        """The keystore's session. The data is locked first, always: two who lock in a different

        order would wait for each other.
        """
        self.data.connection()
        return self.keystore

    @property
    def clock(self) -> Clock:
        """The clock, passed in and never read elsewhere."""
        return self.house.clock

    @property
    def settings(self) -> Settings:
        """The installation's settings."""
        return self.house.settings

    @property
    def rules(self) -> HouseRules:
        """What the coalition decided, as it is now in the data: what one node changed holds for

        every other one from its next unit of work. One query, where anybody asks.
        """
        if self._rules is None:
            with self._apart() as reading:
                self._rules = rules_in_force(reading.data, self.settings.first_rules)
        return self._rules

    @property
    def known_rules(self) -> HouseRules | None:
        """What was decided, if anybody asked for it here."""
        return self._rules

    @property
    def calendar(self) -> Calendar:
        """The days on which this organisation works."""
        return self.rules.calendar

    @property
    def periods(self) -> Periods:
        """How long things may take. A day that was set on a row stays as it is."""
        return self.rules.periods

    def by(self) -> Actor:
        """Who acts. Raises RuntimeError when a service that needs somebody is called by nobody."""
        if self.actor is None:
            raise RuntimeError("this service needs an actor")
        return self.actor

    def commit(self) -> None:
        """Flush both, then commit the keystore, then the data."""
        self.data.flush()
        self.keystore.flush()
        self.keystore.commit()
        self.data.commit()
        self._let_go()

    def rollback(self) -> None:
        """Forget what was not committed, in both."""
        self.data.rollback()
        self.keystore.rollback()
        self._let_go()

    def _let_go(self) -> None:
        """What was held still until the end of the transaction may change from now on."""
        self.standing.clear()
        self.unalarmed.clear()
        self._rules = None

    @contextmanager
    def before(self) -> Iterator["Work"]:
        """The same actor, reading: for all that can be looked up and made before a write begins.

        What is read may have changed when the write comes; the write finds out. Once it has begun
        this is the same unit of work, or it wouldn't see what was just written. So it is where a
        write locks rows alone, and not the whole database: nobody waits for who reads there.
        """
        if self.data.in_transaction() or not self.locks_all:
            yield self
            return
        with self._apart() as reading:
            yield reading

    @contextmanager
    def _apart(self) -> Iterator["Work"]:
        """In a transaction of its own, unless one has begun."""
        if self.data.in_transaction():
            yield self
            return
        with open_work(
            self.house, self.actor, self.opened, writes=False, rules=self._rules
        ) as reading:
            yield reading
            # What was looked up for this write holds in it: it is not asked again.
            self._rules = self._rules or reading._rules

    @property
    def locks_all(self) -> bool:
        """Whether a write keeps every other one waiting, from its beginning to its end."""
        return self.house.data.dialect.name == "sqlite"

    @property
    def changed(self) -> bool:
        """Whether something waits to be committed."""
        return any(
            session.new or session.dirty or session.deleted
            for session in (self.data, self.keystore)
        )


@contextmanager
def open_work(
    house: House,
    actor: Actor | None = None,
    opened: Opened | None = None,
    *,
    writes: bool,
    rules: HouseRules | None = None,
) -> Iterator[Work]:
    """A unit of work that forgets what was not committed.

    With `writes` both databases are locked for writing when first touched, so what needs neither
    comes before. `rules` are those in force, where the same request has read them.
    """
    of_data, of_keys = house.engines[writes]
    with (
        Session(of_data, expire_on_commit=False) as data,
        Session(of_keys, expire_on_commit=False) as keys,
    ):
        work = Work(house, data, keys, actor, opened or Opened(), _rules=rules)
        try:
            yield work
        finally:
            work.rollback()
            for duty in work.afterwards:
                with open_work(house, writes=True) as own:
                    duty(own)
                    own.commit()
