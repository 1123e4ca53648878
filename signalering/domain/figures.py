"""What the pages of figures are about, and which tables each shows."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from signalering.domain.texts import N_


class Topic(StrEnum):
    """A page of figures beside the overview; the values stand in addresses."""

    WHERE = "where"
    BY_WHOM = "by-whom"
    WHY = "why"
    RESULTS = "results"


# Kinds of tables, in the order in which a page shows them.
TOPIC_KINDS: Mapping[Topic, tuple[str, ...]] = MappingProxyType(
    {
        Topic.WHERE: ("area", "age", "area x age"),
        Topic.BY_WHOM: ("group", "age x group", "area x group"),
        Topic.WHY: ("indicator", "life_event", "wish", "further_wish"),
        Topic.RESULTS: (
            "stage",
            "stage x age",
            "stage x group",
            "pick_up",
            "first_contact",
            "pillar",
            "outcome",
            "outcome x pillar",
            "change",
        ),
    }
)
# Shown beside the offers of the directory.
GAP_KINDS = ("wish", "area x wish")
# Of these a page names the class of the middle one.
DURATION_KINDS = ("pick_up", "first_contact")
# What a table of each kind tells.
CAPTIONS: Mapping[str, str] = MappingProxyType(
    {
        "area": N_("Waar komen de signalen vandaan?"),
        "age": N_("Over welke leeftijd gaan ze?"),
        "group": N_("Wie melden ze?"),
        "area x age": N_("Gebied en leeftijd"),
        "age x group": N_("Leeftijd en melders"),
        "area x group": N_("Gebied en melders"),
        "indicator": N_("Wat viel op?"),
        "life_event": N_("Wat was er gebeurd?"),
        "wish": N_("Wat zou de inwoner het liefst willen?"),
        "further_wish": N_("Wat nog meer?"),
        "area x wish": N_("Gebied en wens"),
        "stage": N_("Wat gebeurde er met de signalen van dit jaar, in dit jaar?"),
        "stage x age": N_("Hoe ver kwamen ze, per leeftijd?"),
        "stage x group": N_("Hoe ver kwamen ze, per groep melders?"),
        "pick_up": N_("Hoe snel werden signalen opgepakt?"),
        "first_contact": N_("Hoe snel was er daarna een eerste contact?"),
        "pillar": N_("Waaraan werden inwoners gekoppeld?"),
        "outcome": N_("Hoe zijn dossiers in dit jaar geëindigd?"),
        "outcome x pillar": N_("Afloop, per pijler"),
        "change": N_("Werd de eenzaamheid minder?"),
    }
)
