"""Search the directory: one way for coordinators and for everybody, so both find the same."""

import unicodedata
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, Executable, exists, or_, select

from signalering.domain.case_clocks import is_fresh
from signalering.domain.commands.directory.list import SearchDirectory
from signalering.domain.offers import OfferRoom, room_now
from signalering.domain.schedules import DAY_CODES
from signalering.models.directory.initiative import Initiative
from signalering.models.directory.organisation import Organisation
from signalering.models.directory.schedule import OfferLanguage, OfferSchedule
from signalering.models.directory.standing import OfferStanding
from signalering.services.work import Work

# The code by which a search asks for practical help, which stands outside the pillars.
NO_PILLAR = "none"
PAGE = 25
LONGEST_TEXT = 60


@dataclass(frozen=True)
class Hit:
    """What puts an offer in its place among others."""

    id: UUID
    name: str
    stopped: bool
    fresh: bool
    full: bool


@dataclass(frozen=True)
class Hits:
    """One page of ids in their order, and how many there are on all pages."""

    ids: tuple[UUID, ...]
    total: int
    page: int
    has_next: bool


def search(work: Work, wanted: SearchDirectory, *, stopped: bool = True) -> Hits:
    """Active offers that meet all of it: fresh ones first, among them those with room.

    What says it has stopped comes last, or with `stopped=False` not at all. Codes that are on no
    list find nothing. A page past the last one is the last one.
    """
    today = work.clock.today()
    words = [folded(word) for word in wanted.text[:LONGEST_TEXT].split()]
    hits = []
    for row in work.data.execute(_query(wanted)):
        told = folded(f"{row.name} {row.organisation or ''}")
        if not all(word in told for word in words):
            continue
        hit = _hit(row.id, row.name, row.assured_on, row.room, row.room_until, row.ended, today)
        if stopped or not hit.stopped:
            hits.append(hit)
    hits.sort(key=lambda one: (one.stopped, not one.fresh, one.full, folded(one.name), one.id))
    page = min(max(wanted.page, 1), max(1, -(-len(hits) // PAGE)))
    shown = hits[(page - 1) * PAGE : page * PAGE]
    return Hits(tuple(one.id for one in shown), len(hits), page, page * PAGE < len(hits))


def folded(text: str) -> str:
    """Without capitals and accents: who types 'cafe' finds 'Café'. The same on both databases."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def _query(wanted: SearchDirectory) -> Executable:
    query = (
        select(
            Initiative.id,
            Initiative.name,
            Initiative.assured_on,
            Organisation.name.label("organisation"),
            OfferStanding.room,
            OfferStanding.room_until,
            OfferStanding.stopped_on.label("ended"),
        )
        .outerjoin(Organisation, Organisation.id == Initiative.organisation_id)
        .outerjoin(OfferStanding, OfferStanding.initiative_id == Initiative.id)
        .where(Initiative.active)
    )
    if wanted.pillar == NO_PILLAR:
        query = query.where(Initiative.pillar.is_(None))
    elif wanted.pillar:
        query = query.where(Initiative.pillar == wanted.pillar)
    if wanted.kind:
        query = query.where(Initiative.kind == wanted.kind)
    if wanted.area:
        query = query.where(Initiative.area == wanted.area)
    if wanted.day:
        query = query.where(_on(wanted.day))
    if wanted.language:
        query = query.where(
            exists().where(
                OfferLanguage.initiative_id == Initiative.id,
                OfferLanguage.language == wanted.language,
            )
        )
    return query


def _on(day: str) -> ColumnElement[bool]:
    ruled = exists().where(
        OfferSchedule.initiative_id == Initiative.id,
        OfferSchedule.byday.contains(DAY_CODES.get(day, "?"), autoescape=True),
    )
    return or_(Initiative.weekday == day, ruled)


def _hit(
    initiative_id: UUID,
    name: str,
    assured_on: date,
    room: str | None,
    until: date | None,
    ended: date | None,
    today: date,
) -> Hit:
    now = room_now(OfferRoom(room), until, today) if room else OfferRoom.UNKNOWN
    full = now is OfferRoom.FULL
    return Hit(initiative_id, name, ended is not None, is_fresh(assured_on, today), full)
