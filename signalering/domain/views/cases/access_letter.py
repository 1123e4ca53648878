"""Everything of a case, as its resident gets to read it."""

from dataclasses import dataclass
from datetime import date

from signalering.domain.views.cases.show import (
    CaseHead,
    ConsentView,
    ContactView,
    TimelineEntry,
)


@dataclass(frozen=True)
class LetterView:
    """Who reported it and who wrote each entry is not in it; who keeps the case is."""

    head: CaseHead
    organisation: str
    keeper: str
    made_on: date
    opened_on: date
    # The kind of organisation that the worker was of who thought of the resident.
    reporter_group: str
    area: str
    age_band: str
    contact: ContactView | None
    consents: tuple[ConsentView, ...]
    timeline: tuple[TimelineEntry, ...]
    review_on: date | None
