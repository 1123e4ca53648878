"""The organisations of the directory, for the administrator."""

from sqlalchemy import func, select

from signalering.domain.views.directory.organisation import NamedLine, NamedPage
from signalering.models.directory.initiative import Initiative
from signalering.models.directory.organisation import Organisation
from signalering.services.directory._writing import require_editor
from signalering.services.work import Work

PAGE = 50


def organisations(work: Work, page: int = 1) -> NamedPage:
    """One page by name; pages count from 1. Public facts, so no entry. Raises Denied."""
    require_editor(work)
    offers = (
        select(func.count())
        .where(Initiative.organisation_id == Organisation.id, Initiative.active)
        .scalar_subquery()
    )
    rows = work.data.execute(
        select(Organisation.id, Organisation.name, Organisation.phone, offers)
        .order_by(func.lower(Organisation.name), Organisation.id)
        .offset((page - 1) * PAGE)
        .limit(PAGE + 1)
    ).all()
    lines = tuple(
        NamedLine(row_id, name, phone or "", count) for row_id, name, phone, count in rows[:PAGE]
    )
    return NamedPage(lines, page, len(rows) > PAGE)
