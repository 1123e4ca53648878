"""Writes what was matched, in few statements however long the file is."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import delete, insert, select, update

from signalering.domain.schedules import short_of
from signalering.models.base import table_of
from signalering.models.directory.initiative import Initiative
from signalering.models.directory.organisation import Organisation, Place
from signalering.models.directory.schedule import OfferLanguage, OfferSchedule
from signalering.models.directory.standing import OfferCorrection, OfferLink
from signalering.models.network.outbox import OutboxMail
from signalering.services.directory._matching import Matched, Step
from signalering.services.directory.schedules import chunks, rows_of
from signalering.services.work import Work

Kept = type[Initiative] | type[Organisation] | type[Place]


def apply(work: Work, found: Matched) -> None:
    """All of it, or by whatever goes wrong nothing: the caller commits once."""
    for model, steps in ((Organisation, found.organisations), (Place, found.places)):
        _write(work, model, steps)
    for step in found.offers:
        if step.schedules is not None:
            step.values["weekday"], step.values["frequency"] = short_of(step.schedules)
    _write(work, Initiative, found.offers)
    _schedules(work, found.offers)
    _languages(work, found.offers)
    _ended(work, [one.id for one in found.offers if one.values.get("active") is False])
    work.data.expire_all()


def _write(work: Work, model: Kept, steps: Sequence[Step]) -> None:
    fresh = [{"id": one.id, "version": 1, **one.values} for one in steps if one.new]
    if fresh:
        work.data.execute(insert(table_of(model)), fresh)
    changed = [one for one in steps if not one.new and one.writes]
    versions = _versions(work, model, [one.id for one in changed])
    # One statement for each set of columns: the driver takes many rows of one shape at once.
    shapes: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for one in changed:
        row = {"id": one.id, "version": versions[one.id] + 1, **one.values}
        shapes.setdefault(tuple(sorted(row)), []).append(row)
    for rows in shapes.values():
        work.data.execute(update(model), rows)


def _versions(work: Work, model: Kept, ids: Sequence[UUID]) -> dict[UUID, int]:
    return {
        row_id: version
        for part in chunks(ids)
        for row_id, version in work.data.execute(
            select(model.id, model.version).where(model.id.in_(part))
        )
    }


def _schedules(work: Work, steps: Iterable[Step]) -> None:
    told = [one for one in steps if one.schedules is not None]
    for part in chunks([one.id for one in told if not one.new]):
        work.data.execute(delete(OfferSchedule).where(OfferSchedule.initiative_id.in_(part)))
    rows = [row for one in told for row in rows_of(one.id, one.schedules or ())]
    if rows:
        work.data.execute(insert(table_of(OfferSchedule)), rows)


def _languages(work: Work, steps: Iterable[Step]) -> None:
    told = [one for one in steps if one.languages is not None]
    for part in chunks([one.id for one in told if not one.new]):
        work.data.execute(delete(OfferLanguage).where(OfferLanguage.initiative_id.in_(part)))
    rows = [
        {"initiative_id": one.id, "language": code} for one in told for code in one.languages or ()
    ]
    if rows:
        work.data.execute(insert(table_of(OfferLanguage)), rows)


def _ended(work: Work, ids: Sequence[UUID]) -> None:
    """As by hand: nobody answers any more for what has ended. Mail first, then the link."""
    for part in chunks(ids):
        for model in (OutboxMail, OfferLink, OfferCorrection):
            work.data.execute(delete(model).where(model.initiative_id.in_(part)))
