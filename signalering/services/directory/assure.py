"""Where every offer stands, for the administrator who keeps the directory fresh."""

from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import func, select

from signalering.domain.access import require
from signalering.domain.case_clocks import is_fresh
from signalering.domain.offers import is_old
from signalering.domain.permissions import Permission
from signalering.domain.views.directory.assure import (
    AssureView,
    Change,
    CorrectionView,
    OfferLine,
)
from signalering.models.directory.initiative import Initiative
from signalering.models.directory.standing import OfferCorrection, OfferStanding
from signalering.services.directory.answer import WAITING
from signalering.services.directory.standings import room_of, standings
from signalering.services.work import Work

# How long an answer stands among the news.
NEWS = timedelta(days=30)


def assure(work: Work) -> AssureView:
    """Longest not assured first. Raises Denied."""
    today = work.clock.today()
    require(Permission.ASSURE_OFFERS, work.by(), None, today)
    rows = {row.id: row for row in work.data.scalars(select(Initiative))}
    known = standings(work)
    lines = sorted(
        (_line(row, known.get(row.id), today) for row in rows.values()),
        key=lambda one: (one.assured_on, one.name.casefold()),
    )
    running = [one for one in lines if rows[one.id].active]
    going = [one for one in running if one.stopped_on is None]
    return AssureView(
        corrections=_corrections(work, rows),
        stopping=tuple(one for one in running if one.stopped_on is not None),
        asked=tuple(one for one in going if one.asked_on is not None),
        old=tuple(
            one
            for one in going
            if one.asked_on is None and is_old(one.assured_on, today, work.periods)
        ),
        answered=tuple(
            one
            for one in going
            if one.asked_on is None and one.answered_on and one.answered_on >= today - NEWS
        ),
        ended=tuple(one for one in lines if not rows[one.id].active),
    )


def waiting_count(work: Work) -> int:
    """How many answers wait for an administrator."""
    corrections = select(func.count()).select_from(OfferCorrection)
    stopping = (
        select(func.count())
        .select_from(OfferStanding)
        .join(Initiative, Initiative.id == OfferStanding.initiative_id)
        .where(OfferStanding.stopped_on.is_not(None), Initiative.active)
    )
    return (work.data.scalar(corrections) or 0) + (work.data.scalar(stopping) or 0)


def _corrections(work: Work, rows: dict[UUID, Initiative]) -> tuple[CorrectionView, ...]:
    found = work.data.scalars(select(OfferCorrection)).all()
    views = [
        CorrectionView(
            id=one.id,
            initiative_id=one.initiative_id,
            name=rows[one.initiative_id].name,
            said_on=one.said_on,
            changes=tuple(
                Change(name, getattr(offer, name) or "", getattr(one, name) or "")
                for name in WAITING
                if (getattr(offer, name) or "") != (getattr(one, name) or "")
            ),
        )
        for one in found
        for offer in (rows[one.initiative_id],)
    ]
    return tuple(sorted(views, key=lambda one: (one.said_on, one.name.casefold())))


def _line(row: Initiative, standing: OfferStanding | None, today: date) -> OfferLine:
    return OfferLine(
        id=row.id,
        name=row.name,
        assured_on=row.assured_on,
        fresh=is_fresh(row.assured_on, today),
        has_address=bool(row.contact_address),
        asked_on=standing.asked_on if standing else None,
        asks=standing.asks if standing else 0,
        answered_on=standing.answered_on if standing else None,
        stopped_on=standing.stopped_on if standing else None,
        room=room_of(standing, today).value,
    )
