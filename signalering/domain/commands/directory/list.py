"""Which initiatives are asked for."""

from dataclasses import dataclass


@dataclass(frozen=True)
class SearchDirectory:
    """Codes; an empty one asks for all. `pillar` may be "none": practical help."""

    pillar: str = ""
    kind: str = ""
    area: str = ""
