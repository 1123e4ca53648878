"""What the pages of figures are about, and which tables each shows."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


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
