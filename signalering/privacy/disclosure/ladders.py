"""Per kind of table its candidates, from finest to coarsest."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from signalering.privacy.disclosure.classifications import (
    AGES_3,
    AGES_4,
    AREAS_3,
    AREAS_4,
    AREAS_9,
    Classification,
)
from signalering.privacy.disclosure.groups import groups
from signalering.privacy.disclosure.tables import Counted, Kind, Table
from signalering.privacy.disclosure.year_axes import (
    CHANGES,
    FIRST_CONTACT_DAYS,
    INDICATOR_GROUPS,
    LIFE_EVENTS,
    OUTCOMES,
    PICK_UP_DAYS,
    PILLARS,
    STAGES,
    WISHES,
)

Ladder = tuple[Table, ...]
Axes = tuple[Classification, ...]


@dataclass(frozen=True)
class Expected:
    """How many a year are expected of what tables count, from published yearly figures alone.

    `linked` and `attending` are stages of registered signals, `closed` are cases. Nought, until
    a year of them was released, keeps their tables back. `rare` are codes, each with its dimension,
    whose class was published as "0-4": fewer than one of them may be expected in a period.
    """

    registered: int
    linked: int = 0
    attending: int = 0
    closed: int = 0
    rare: frozenset[tuple[str, str]] = frozenset()

    def __post_init__(self) -> None:
        if min(self.registered, self.linked, self.attending, self.closed) < 0:
            raise ValueError("a total is never negative")


def signal_ladders(active_partners: Mapping[str, int]) -> Iterator[Ladder]:
    """Tables of registered signals for every length of period."""
    fine, coarse = groups(active_partners)
    yield _ladder(Kind.AREA, (AREAS_9,), (AREAS_4,), (AREAS_3,))
    yield _ladder(Kind.AGE, (AGES_4,), (AGES_3,))
    yield _ladder(Kind.GROUP, (fine,), (coarse,))
    yield _ladder(Kind.AGE_GROUP, (AGES_4, fine), (AGES_3, coarse))
    yield _ladder(Kind.AREA_AGE, (AREAS_9, AGES_4), (AREAS_4, AGES_4), (AREAS_3, AGES_3))
    yield _ladder(Kind.AREA_GROUP, (AREAS_9, fine), (AREAS_4, fine), (AREAS_3, coarse))


def year_ladders(
    active_partners: Mapping[str, int], expected: Expected
) -> Iterator[tuple[int, Ladder]]:
    """Tables that only a year has under the table rule, each with how many a year it counts."""
    fine, coarse = groups(active_partners)
    signals = expected.registered
    yield signals, _ladder(Kind.WISH, (WISHES,))
    yield signals, _ladder(Kind.AREA_WISH, (AREAS_9, WISHES), (AREAS_4, WISHES), (AREAS_3, WISHES))
    yield signals, _ladder(Kind.INDICATOR, (INDICATOR_GROUPS,), counted=Counted.INDICATORS)
    yield signals, _ladder(Kind.LIFE_EVENT, (LIFE_EVENTS,), counted=Counted.INDICATORS)
    yield signals, _ladder(Kind.FURTHER_WISH, (WISHES,), counted=Counted.FURTHER_WISHES)
    yield expected.linked, _ladder(Kind.PILLAR, (PILLARS,), counted=Counted.LINKED)
    crossed = _ladder(Kind.OUTCOME_PILLAR, (OUTCOMES, PILLARS), counted=Counted.CLOSED)
    yield expected.closed, crossed
    # A crossed stage has as many cells as its last stage has classes: the others are no smaller.
    yield expected.attending * len(STAGES), _ladder(Kind.STAGE_AGE, (STAGES, AGES_4))
    yield (
        expected.attending * len(STAGES),
        _ladder(Kind.STAGE_GROUP, (STAGES, fine), (STAGES, coarse)),
    )


# For the whole municipality, and so in every year; a small one says "0-4".
OF_EVERY_YEAR: tuple[Table, ...] = (
    Table(Kind.STAGE, (STAGES,)),
    Table(Kind.PICK_UP, (PICK_UP_DAYS,), Counted.PICK_UP),
    Table(Kind.FIRST_CONTACT, (FIRST_CONTACT_DAYS,), Counted.FIRST_CONTACT),
    Table(Kind.OUTCOME, (OUTCOMES,), Counted.CLOSED),
    Table(Kind.CHANGE, (CHANGES,), Counted.MEASURED),
)


def _ladder(kind: Kind, *steps: Axes, counted: Counted = Counted.REGISTERED) -> Ladder:
    """A table with an axis of one class is no table."""
    return tuple(
        Table(kind, axes, counted) for axes in steps if all(len(axis) > 1 for axis in axes)
    )
