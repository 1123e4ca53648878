"""Which initiatives are asked for."""

from dataclasses import dataclass


@dataclass(frozen=True)
class SearchDirectory:
    """Codes; an empty one asks for all. `pillar` may be "none": practical help.

    `day` is one of our weekdays, `language` an ISO 639 code; every word of `text` stands somewhere
    in the name of the offer or of its organisation. Pages count from 1.
    """

    pillar: str = ""
    kind: str = ""
    area: str = ""
    day: str = ""
    language: str = ""
    text: str = ""
    page: int = 1
