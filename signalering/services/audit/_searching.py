"""What a search of the trail asks for, and how the search itself is accounted for."""

from typing import Any
from uuid import UUID

from sqlalchemy import select

from signalering.domain.commands.audit.trail import SearchTrail
from signalering.domain.errors import InvalidInput
from signalering.domain.references import to_the_letter
from signalering.models.cases.case import Case
from signalering.models.signals.signal import Signal
from signalering.services.audit._newest_first import Place, day_ends
from signalering.services.work import Work


def fits(payload: dict[str, Any], place: Place, search: SearchTrail, wanted: str) -> bool:
    """Whether an entry is looked for; `wanted` is the id that the search's reference stands for.

    Where the days begin is the caller's to see: there it stops reading.
    """
    return (
        (not search.account_id or payload["actor"] == str(search.account_id))
        and (not search.action or payload["action"] == search.action)
        and (not search.object_kind or payload["kind"] == search.object_kind)
        and (not search.outcome or payload["outcome"] == search.outcome)
        and (not wanted or wanted in (payload["object"], *payload["details"].values()))
        and (not search.to_day or place.at < day_ends(search.to_day))
    )


def id_wanted(work: Work, text: str) -> str:
    """The id that a reference or an id stands for. Raises InvalidInput for neither."""
    if not text:
        return ""
    for model in (Signal, Case):
        found = work.data.scalar(select(model.id).where(model.reference == to_the_letter(text)))
        if found is not None:
            return str(found)
    try:
        return str(UUID(text.strip()))
    except ValueError:
        raise InvalidInput("wanted", "unknown_reference") from None


def asked(search: SearchTrail, wanted: str) -> dict[str, Any]:
    """What was looked for, as details of an entry: ids, codes and days."""
    given = {
        "wanted": search.action or "",
        "account_id": str(search.account_id or ""),
        "object_kind": search.object_kind,
        "wanted_id": wanted,
        "wanted_outcome": search.outcome,
        "from_day": str(search.from_day or ""),
        "to_day": str(search.to_day or ""),
    }
    return {name: str(value) for name, value in given.items() if value}
