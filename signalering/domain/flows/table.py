"""A table of moves: from where to where, who may, which reason it needs, and why it exists."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Generic, TypeVar

from signalering.domain.errors import InvalidInput, NotAllowedNow
from signalering.domain.vocabularies import vocabulary

S = TypeVar("S", bound=StrEnum)


class By(StrEnum):
    """In which part somebody moves a thing. `OWNER` is the coordinator who has it in hand."""

    OWNER = "owner"
    COORDINATOR = "coordinator"
    REPORTER = "reporter"
    RESIDENT = "resident"
    RECEIVER = "receiver"
    SYSTEM = "system"


@dataclass(frozen=True)
class Reason:
    """Which closed list the reason is from, and whether the move can do without."""

    vocabulary: str
    required: bool = True


@dataclass(frozen=True)
class Edge(Generic[S]):
    """One move. `why` says for a reader of the table what it is there for."""

    start: S
    end: S
    by: frozenset[By]
    why: str
    reason: Reason | None = None


def edge(start: S, end: S, by: Iterable[By], why: str, reason: Reason | None = None) -> Edge[S]:
    """One row of a table."""
    return Edge(start, end, frozenset(by), why, reason)


class Flow(Generic[S]):
    """The moves of one kind of thing; anything that stands in no edge is forbidden."""

    def __init__(self, states: type[S], entry: S, edges: Iterable[Edge[S]]) -> None:
        self.states = states
        self.entry = entry
        self.edges = tuple(edges)
        self._by_pair: Mapping[tuple[S, S], Edge[S]] = MappingProxyType(
            {(one.start, one.end): one for one in self.edges}
        )
        if len(self._by_pair) != len(self.edges):
            raise ValueError("a move stands twice in the table")

    @property
    def terminal(self) -> frozenset[S]:
        """The states that nothing leaves."""
        return frozenset(self.states) - {one.start for one in self.edges}

    def find(self, start: S, end: S) -> Edge[S] | None:
        """The edge between two states, if there is one."""
        return self._by_pair.get((start, end))

    def check(self, start: S, end: S, by: By, reason: str | None = None) -> Edge[S]:
        """The edge that this move takes.

        Raises NotAllowedNow when there is none or it isn't for this part, InvalidInput on
        `reason` when one is missing, foreign or not asked for.
        """
        found = self.find(start, end)
        if found is None or by not in found.by:
            raise NotAllowedNow
        check_reason(found.reason, reason)
        return found

    def moves(self, start: S, by: By) -> tuple[S, ...]:
        """Where somebody in this part can move a thing that stands here, in the table's order."""
        return tuple(one.end for one in self.edges if one.start == start and by in one.by)


def check_reason(wanted: Reason | None, given: str | None) -> None:
    """Raise InvalidInput on `reason` unless what was given is what is wanted."""
    if wanted is None:
        if given:
            raise InvalidInput("reason", "reason_not_asked")
        return
    if not given:
        if wanted.required:
            raise InvalidInput("reason", "reason_needed")
        return
    if given not in vocabulary(wanted.vocabulary):
        raise InvalidInput("reason", "unknown_code")
