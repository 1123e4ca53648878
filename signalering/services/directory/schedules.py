"""Schedules of offers. Day and frequency in short are written here too, or they would part."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import delete, insert, select, update

from signalering.domain.schedules import Schedule, of_short, short_of
from signalering.models.directory.initiative import Initiative
from signalering.models.directory.schedule import OfferLanguage, OfferSchedule
from signalering.services.work import Work

# So many ids go into one question: SQLite and the driver of PostgreSQL count parameters.
CHUNK = 500


def schedules_of(work: Work, ids: Sequence[UUID]) -> Mapping[UUID, tuple[Schedule, ...]]:
    """By offer, in their order; an offer without any is absent."""
    found: dict[UUID, list[Schedule]] = {}
    for part in chunks(ids):
        rows = work.data.scalars(
            select(OfferSchedule)
            .where(OfferSchedule.initiative_id.in_(part))
            .order_by(OfferSchedule.initiative_id, OfferSchedule.number)
        )
        for row in rows:
            found.setdefault(row.initiative_id, []).append(schedule_of(row))
    return {one: tuple(rules) for one, rules in found.items()}


def schedule_of(row: OfferSchedule) -> Schedule:
    """The rule of a row."""
    return Schedule(
        freq=row.freq or "",
        interval=row.interval,
        byday=tuple(part for part in row.byday.split(",") if part),
        opens_at=row.opens_at,
        closes_at=row.closes_at,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        note=row.note,
    )


def rows_of(initiative_id: UUID, schedules: Iterable[Schedule]) -> list[dict[str, Any]]:
    """What is stored of them, numbered from 1."""
    return [
        {
            "id": uuid4(),
            "initiative_id": initiative_id,
            "number": number,
            "freq": one.freq or None,
            "interval": one.interval,
            "byday": ",".join(one.byday),
            "opens_at": one.opens_at,
            "closes_at": one.closes_at,
            "valid_from": one.valid_from,
            "valid_to": one.valid_to,
            "note": one.note,
        }
        for number, one in enumerate(schedules, start=1)
    ]


def set_schedules(work: Work, initiative_id: UUID, schedules: Sequence[Schedule]) -> None:
    """These instead of what stood there; what they say in short goes along."""
    work.data.execute(delete(OfferSchedule).where(OfferSchedule.initiative_id == initiative_id))
    rows = rows_of(initiative_id, schedules)
    if rows:
        work.data.execute(insert(OfferSchedule), rows)
    weekday, frequency = short_of(schedules)
    work.data.execute(
        update(Initiative)
        .where(Initiative.id == initiative_id)
        .values(weekday=weekday, frequency=frequency)
        .execution_options(synchronize_session=False)
    )


def restate(work: Work, initiative_id: UUID, weekday: str | None, frequency: str | None) -> None:
    """What a maintainer says in short: one rule of it, with the hours of the first one before."""
    before = schedules_of(work, [initiative_id]).get(initiative_id, ())
    if short_of(before) == (weekday, frequency):
        return
    said = of_short(weekday, frequency)
    first = before[0] if before else Schedule()
    if said is None:
        set_schedules(work, initiative_id, ())
        return
    kept = replace(first, freq=said.freq, interval=said.interval, byday=said.byday)
    set_schedules(work, initiative_id, (kept,))


def languages_of(work: Work, ids: Sequence[UUID]) -> Mapping[UUID, tuple[str, ...]]:
    """By offer, in the order of their codes; an offer without any is absent."""
    found: dict[UUID, list[str]] = {}
    for part in chunks(ids):
        rows = work.data.execute(
            select(OfferLanguage.initiative_id, OfferLanguage.language)
            .where(OfferLanguage.initiative_id.in_(part))
            .order_by(OfferLanguage.initiative_id, OfferLanguage.language)
        )
        for initiative_id, language in rows:
            found.setdefault(initiative_id, []).append(language)
    return {one: tuple(codes) for one, codes in found.items()}


def set_languages(work: Work, initiative_id: UUID, languages: Iterable[str]) -> None:
    """These instead of what stood there."""
    work.data.execute(delete(OfferLanguage).where(OfferLanguage.initiative_id == initiative_id))
    rows = [{"initiative_id": initiative_id, "language": one} for one in sorted(set(languages))]
    if rows:
        work.data.execute(insert(OfferLanguage), rows)


def chunks(ids: Sequence[UUID]) -> Iterable[Sequence[UUID]]:
    """The ids in parts of at most CHUNK."""
    for start in range(0, len(ids), CHUNK):
        yield ids[start : start + CHUNK]
