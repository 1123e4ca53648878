"""One thing that happened, in codes alone."""

from dataclasses import dataclass

from signalering.domain.speed import FIRST_CONTACT, PICK_UP
from signalering.domain.states import CaseOutcome, ChangeClass, StatisticsEvent
from signalering.domain.vocabularies import vocabulary

# How long each of these took is counted, in the classes of its list.
DAYS_OF = {StatisticsEvent.PICKED_UP: PICK_UP, StatisticsEvent.FIRST_CONTACT: FIRST_CONTACT}


@dataclass(frozen=True)
class Fact:
    """What may be counted of an event. `registered_in` is a quarter, such as "2026Q4".

    `days` is a class of the event's list of classes, never a number. Raises ValueError for a code
    that is on no list; the message names the field, never the value.
    """

    event: StatisticsEvent
    registered_in: str
    area: str
    age_band: str
    reporter_group: str
    pillar: str | None = None
    outcome: CaseOutcome | None = None
    change: ChangeClass | None = None
    days: str | None = None

    def __post_init__(self) -> None:
        for field, values in (
            ("area", "areas"),
            ("age_band", "age_bands"),
            ("reporter_group", "statistics_groups"),
        ):
            if getattr(self, field) not in vocabulary(values):
                raise ValueError(f"{field} is on no list")
        if self.pillar is not None and self.pillar not in vocabulary("pillars"):
            raise ValueError("pillar is on no list")
        if self.days is not None:
            listed = DAYS_OF.get(self.event)
            if listed is None or self.days not in vocabulary(listed):
                raise ValueError("days is on no list")
