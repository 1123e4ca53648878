"""What happened in a town before a test begins is made once, by the services, and put back for the
next test that asks for just the same.

A town knows its story: what the kit did in it, one step after another, since it was settled. Where
somebody else wrote in between, nobody knows the story any more and all is done as if for the first
time. Of two towns with the same story the second is given what the first one holds, to the letter:
the rows that the services wrote, at the price of a copy.
"""

import functools
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from kit.copies import Copies
from kit.town import Person, Town
from signalering.config import Settings
from signalering.services.cases import _details

P = ParamSpec("P")
T = TypeVar("T")
Plot = tuple[Hashable, ...]

# Where a municipality puts files of its own, in its instance.
SUPPLIED = ("measures", "training")
# So many are held at once, each of less than a megabyte.
ROOM = 100


@dataclass(frozen=True)
class Kept:
    """How a town stood after a step, and what came of it."""

    copy: Any
    now: datetime
    people: dict[str, Person]
    forms: int
    came: Any
    drop: Callable[[], None]


class Forms:
    """Every form of a town has a number of its own, and in each town they begin anew."""

    def __init__(self) -> None:
        self.given = 0

    def token(self) -> str:
        """Of the next form."""
        self.given += 1
        return f"{self.given:032x}"


forms = Forms()
_telling: list[Town] = []
_kept: OrderedDict[Plot, Kept] = OrderedDict()


class Story:
    """What the kit did in a town since it was settled, while nobody else wrote in it."""

    def __init__(self, town: Town, copies: Copies[Any], beginning: Hashable) -> None:
        self._town = town
        self._copies = copies
        self._plot: Plot = (beginning,)
        self._seen = copies.marks()
        forms.given = 0
        # Two towns may hold the same session; what one opened in this process isn't the other's.
        _details.forget_all()

    def step(self, town: Town, what: Hashable, act: Callable[[], T]) -> T:
        """Do it, or let it have been done. `what` says all that its outcome hangs on."""
        alone = threading.current_thread() is threading.main_thread()
        if town is not self._town or not alone or self._seen != self._copies.marks():
            return act()
        at = forms.given, town.clock.now(), frozenset(town.people)
        plot = (*self._plot, (what, *at, *_decided(town.house.settings)))
        came: T = self._put_back(plot) if plot in _kept else self._keep(plot, act())
        self._plot, self._seen = plot, self._copies.marks()
        return came

    def _put_back(self, plot: Plot) -> Any:
        kept = _kept[plot]
        _kept.move_to_end(plot)
        self._copies.put_back(kept.copy)
        self._town.clock.move_to(kept.now)
        self._town.people = dict(kept.people)
        forms.given = kept.forms
        return kept.came

    def _keep(self, plot: Plot, came: T) -> T:
        copy, town = self._copies.take(), self._town
        drop = functools.partial(self._copies.drop, copy)
        _kept[plot] = Kept(copy, town.clock.now(), dict(town.people), forms.given, came, drop)
        if len(_kept) > ROOM:
            _, oldest = _kept.popitem(last=False)
            oldest.drop()
        return came


@contextmanager
def told(
    town: Town, copies: Copies[Any], beginning: Hashable, *, remembered: bool
) -> Iterator[Town]:
    """The town with its story from here on, unless another town stands beside it."""
    if remembered and not _telling:
        town.story = Story(town, copies, beginning)
    _telling.append(town)
    try:
        yield town
    finally:
        _telling.pop()


def _decided(settings: Settings) -> tuple[Hashable, ...]:
    """What the municipality settled and supplied, wherever the town lies."""
    files = [
        (file.name, file.read_bytes())
        for folder in SUPPLIED
        for file in sorted((settings.instance / folder).rglob("*"))
        if file.is_file()
    ]
    return replace(settings, instance=Path(), database_url="", keystore_url=""), *files


def remembered(act: Callable[Concatenate[Town, P], T]) -> Callable[Concatenate[Town, P], T]:
    """Something the kit does in a town, whose outcome hangs on the town and what is given alone.

    What is given but can't be compared is given to the act itself, each time.
    """

    @functools.wraps(act)
    def step(town: Town, *given: P.args, **named: P.kwargs) -> T:
        what = act.__module__, act.__name__, given, tuple(sorted(named.items()))
        try:
            hash(what)
        except TypeError:
            return act(town, *given, **named)
        return town.step(what, lambda: act(town, *given, **named))

    return step
