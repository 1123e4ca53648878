"""The vernietigingsverklaring of a run: to read, to print."""

from uuid import UUID

from flask import Blueprint, redirect, url_for

from signalering.services.retention.declaration import declaration as service
from signalering.services.work import Work
from signalering.web import messages, pdf
from signalering.web.context import Answer, page, printed, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the pages on the blueprint."""
    blueprint.add_url_rule("/retention/runs/<uuid:run_id>", "declaration", declaration)
    blueprint.add_url_rule("/retention/runs/<uuid:run_id>/pdf", "declaration_pdf", declaration_pdf)


@unit_of_work()
def declaration(work: Work, run_id: UUID) -> Answer:
    """On the screen."""
    view = service(work, run_id)
    return page("retention/declaration.html", view=view, pdf=pdf.available())


@unit_of_work()
def declaration_pdf(work: Work, run_id: UUID) -> Answer:
    """The same as a file; where none can be made, the page says how else."""
    if not pdf.available():
        messages.say("pdf_missing")
        return redirect(url_for("retention.declaration", run_id=run_id))
    view = service(work, run_id)
    name = f"vernietigingsverklaring-{view.began_on.isoformat()}.pdf"
    return printed(name, "retention/_declaration_pdf.html", view=view)
