"""Who fetches released figures with a key, and what there is to fetch."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from signalering.domain.views.statistics.published import Axis


@dataclass(frozen=True)
class Reader:
    """A tool that was let in. A service that gives it something is handed one, so that nothing

    is given to who was not let in.
    """

    key_id: UUID


@dataclass(frozen=True)
class OpenPeriod:
    """A released period and its days."""

    period: str
    first_day: date
    last_day: date


@dataclass(frozen=True)
class OpenAxis:
    """A classification as the plans of these years have it.

    `members` per class: the codes that were counted in it.
    """

    axis: Axis
    members: Mapping[str, tuple[str, ...]]
    years: tuple[int, ...]
