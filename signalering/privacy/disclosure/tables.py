"""Tables of figures: what is counted in them, by which classes, and under which name."""

from dataclasses import dataclass
from enum import StrEnum

from signalering.privacy.disclosure.classifications import Classification


class Counted(StrEnum):
    """What a table counts: the family of its cells' addresses. Each has its own total or none."""

    REGISTERED = "registered"
    # Of registered signals; several of each signal, so that they have no total.
    INDICATORS = "indicators"
    FURTHER_WISHES = "further_wishes"
    # What happened in the year, whenever the signal came.
    PICK_UP = "pick_up"
    FIRST_CONTACT = "first_contact"
    LINKED = "linked"
    CLOSED = "closed"
    MEASURED = "measured"


class Kind(StrEnum):
    """What a table tells; of each kind a period has one at most."""

    AREA = "area"
    AGE = "age"
    GROUP = "group"
    AGE_GROUP = "age x group"
    AREA_AGE = "area x age"
    AREA_GROUP = "area x group"
    WISH = "wish"
    AREA_WISH = "area x wish"
    STAGE = "stage"
    STAGE_AGE = "stage x age"
    STAGE_GROUP = "stage x group"
    INDICATOR = "indicator"
    LIFE_EVENT = "life_event"
    FURTHER_WISH = "further_wish"
    PICK_UP = "pick_up"
    FIRST_CONTACT = "first_contact"
    PILLAR = "pillar"
    OUTCOME = "outcome"
    OUTCOME_PILLAR = "outcome x pillar"
    CHANGE = "change"


@dataclass(frozen=True)
class Table:
    """A table of a family ("area", "area x age"; see Kind), by one or two classifications."""

    family: str
    axes: tuple[Classification, ...]
    counted: Counted = Counted.REGISTERED

    @property
    def cells(self) -> int:
        """How many cells it has."""
        product = 1
        for axis in self.axes:
            product *= len(axis)
        return product

    @property
    def code(self) -> str:
        """Its name in addresses: the classifications it is made of."""
        return " x ".join(axis.code for axis in self.axes)

    @property
    def one_way(self) -> bool:
        """Whether it has one axis."""
        return len(self.axes) == 1

    def codes(self) -> list[tuple[str, ...]]:
        """The codes of each cell, in the order of the axes."""
        codes: list[tuple[str, ...]] = [()]
        for axis in self.axes:
            codes = [(*before, held.code) for before in codes for held in axis.classes]
        return codes
