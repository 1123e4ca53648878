"""A coordinator takes one sheet of paper along to a visit."""

from uuid import UUID

from flask import Blueprint

from signalering.routes.cases._tasks import NUMBER
from signalering.services.cases.visit_sheet import visit_sheet as service
from signalering.services.work import Work
from signalering.web.context import Answer, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule(
        f"/cases/<uuid:case_id>/visit-sheet/{NUMBER}", "visit_sheet", visit_sheet
    )


@unit_of_work(words=True)
def visit_sheet(work: Work, case_id: UUID, number: int) -> Answer:
    """For an appointment by its number, or with 0 for a visit without one."""
    return page("cases/visit_sheet.html", view=service(work, case_id, number))
