"""Offers as a file tells of them, before anybody has said yes; kept as JSON meanwhile."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from signalering.domain.commands.directory.edit import OfferFacts
from signalering.domain.commands.directory.organisation import SaveOrganisation
from signalering.domain.commands.directory.place import SavePlace
from signalering.domain.faults import Fault
from signalering.domain.schedules import Schedule


@dataclass(frozen=True)
class OfferDraft:
    """`key` is how the file calls it; so are `organisation` and `place`, "" for none.

    What the file doesn't say is empty, and `assured_on` is None.
    """

    key: str
    file: str
    row: int
    facts: OfferFacts
    schedules: tuple[Schedule, ...] = ()
    assured_on: date | None = None
    active: bool = True
    organisation: str = ""
    place: str = ""


@dataclass(frozen=True)
class Drafts:
    """All of a file that can be brought in, and what is wrong with the rest.

    `read` counts the services of the file, `left_out` those that have a fault.
    """

    offers: tuple[OfferDraft, ...]
    organisations: Mapping[str, SaveOrganisation]
    places: Mapping[str, SavePlace]
    faults: tuple[Fault, ...] = ()
    read: int = 0
    left_out: int = 0


def as_json(drafts: Drafts) -> dict[str, Any]:
    """What can be written down of them; `of_json` makes it whole again."""
    return {
        "offers": [asdict(one) for one in drafts.offers],
        "organisations": {key: asdict(one) for key, one in drafts.organisations.items()},
        "places": {key: asdict(one) for key, one in drafts.places.items()},
        "faults": [asdict(one) for one in drafts.faults],
        "read": drafts.read,
        "left_out": drafts.left_out,
    }


def of_json(kept: Mapping[str, Any]) -> Drafts:
    """The drafts again."""
    return Drafts(
        offers=tuple(_offer(one) for one in kept["offers"]),
        organisations={key: SaveOrganisation(**one) for key, one in kept["organisations"].items()},
        places={key: SavePlace(**one) for key, one in kept["places"].items()},
        faults=tuple(Fault(**one) for one in kept["faults"]),
        read=kept["read"],
        left_out=kept["left_out"],
    )


def _offer(kept: dict[str, Any]) -> OfferDraft:
    facts = dict(kept["facts"])
    facts["languages"] = tuple(facts["languages"])
    schedules = tuple(
        Schedule(
            **{
                **one,
                "byday": tuple(one["byday"]),
                "valid_from": _day(one["valid_from"]),
                "valid_to": _day(one["valid_to"]),
            }
        )
        for one in kept["schedules"]
    )
    return OfferDraft(
        **{
            **kept,
            "facts": OfferFacts(**facts),
            "schedules": schedules,
            "assured_on": _day(kept["assured_on"]),
        }
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
