"""Classes that are shown once a year, beside those of areas, ages and groups."""

from collections.abc import Callable

from signalering.domain.states import StatisticsEvent
from signalering.domain.terms import Term
from signalering.domain.vocabularies import vocabulary
from signalering.privacy.disclosure.classifications import Classification, CountedClass

# Each a part of the one before it, from signal to still attending.
STAGE_EVENTS = (
    StatisticsEvent.REGISTERED,
    StatisticsEvent.PICKED_UP,
    StatisticsEvent.REFERRED,
    StatisticsEvent.ATTENDED_FIRST,
    StatisticsEvent.ATTENDED_THIRD,
    StatisticsEvent.STILL_ATTENDING,
)
LIFE_EVENT = "life_event"


def _listed(
    code: str, dimension: str, name: str, counted: Callable[[Term], bool] = bool
) -> Classification:
    return Classification(
        code,
        dimension,
        tuple(
            CountedClass(term.code, term.nl, term.en, (term.code,))
            for term in vocabulary(name)
            if counted(term)
        ),
    )


WISHES = _listed("wishes-6", "wish", "wishes", lambda term: term.code != "unknown")
STAGES = _listed("stages-6", "stage", "statistics_events", lambda term: term.code in STAGE_EVENTS)
PICK_UP_DAYS = _listed("pick-up-4", "duration", "pick_up_days")
FIRST_CONTACT_DAYS = _listed("first-contact-4", "duration", "first_contact_days")
OUTCOMES = _listed("outcomes-5", "outcome", "outcome_classes")
PILLARS = _listed("pillars-3", "pillar", "pillars")
CHANGES = _listed("changes-4", "change", "change_classes")
INDICATOR_GROUPS = _listed(
    "indicators-6", "item", "indicator_groups", lambda term: term.code != LIFE_EVENT
)
LIFE_EVENTS = _listed(
    "life-events-8", "item", "indicators", lambda term: term.extra["group"] == LIFE_EVENT
)
