"""A coordinator erases a case because its resident asks for it."""

from uuid import UUID

from flask import Blueprint, Response, request

from signalering.domain.views.retention.erase_case import Declaration
from signalering.forms.cases.erase import EraseForm
from signalering.routes.keeping import DONE, kept
from signalering.services.cases.erase import erase as service
from signalering.services.cases.show import open_kept
from signalering.services.retention.scrub import scrub
from signalering.services.work import Work
from signalering.web.context import Answer, house, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/cases/<uuid:case_id>/erase", "erase", erase, methods=["GET", "POST"])


def erase(case_id: UUID) -> Response:
    """Once the rows are gone for good, nothing of them is left in free pages either."""
    answer = _erase(case_id)
    if request.method == "POST" and answer.status_code == 200:
        scrub(house())
    return answer


@unit_of_work(words=True)
def _erase(work: Work, case_id: UUID) -> Answer:
    """What goes and what stays, and the reference typed over; then the declaration, once."""
    form, status = EraseForm(request.form), 200
    if request.method == "POST":
        said: list[Declaration] = []
        status = kept(work, form, lambda: said.append(service(work, form.to_command(case_id))))
        if status == DONE:
            return page("cases/_erased.html", declaration=said[0])
    return page("cases/erase.html", status, form=form, view=open_kept(work, case_id))
