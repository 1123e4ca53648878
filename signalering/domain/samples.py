"""Offers for the demonstration, from the packaged sample; check each before real use."""

from dataclasses import dataclass
from datetime import date

from signalering.domain.packaged import packaged


@dataclass(frozen=True)
class SampleInitiative:
    """An offer as the sample has it. `capacity` is None where nobody counts places."""

    name: str
    pillar: str
    kind: str
    note: str
    area: str
    weekday: str
    frequency: str
    capacity: int | None
    assured_on: date


def sample_initiatives() -> tuple[SampleInitiative, ...]:
    """Every offer of the sample."""
    return tuple(
        SampleInitiative(**{**row, "assured_on": date.fromisoformat(row["assured_on"])})
        for row in packaged("initiatives_sample")["initiatives"]
    )
