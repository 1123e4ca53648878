"""The places of the directory, for the administrator."""

from sqlalchemy import func, select

from signalering.domain.views.directory.organisation import NamedLine, NamedPage
from signalering.models.directory.initiative import Initiative
from signalering.models.directory.organisation import Place
from signalering.services.directory._writing import require_editor
from signalering.services.directory.organisations import PAGE
from signalering.services.work import Work


def places(work: Work, page: int = 1) -> NamedPage:
    """One page by name; pages count from 1. Public facts, so no entry. Raises Denied."""
    require_editor(work)
    offers = (
        select(func.count())
        .where(Initiative.place_id == Place.id, Initiative.active)
        .scalar_subquery()
    )
    rows = work.data.execute(
        select(Place.id, Place.name, Place.street, Place.city, offers)
        .order_by(func.lower(Place.name), Place.id)
        .offset((page - 1) * PAGE)
        .limit(PAGE + 1)
    ).all()
    lines = tuple(
        NamedLine(row_id, name, ", ".join(filter(None, (street, city))), count)
        for row_id, name, street, city, count in rows[:PAGE]
    )
    return NamedPage(lines, page, len(rows) > PAGE)
