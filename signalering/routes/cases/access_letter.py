"""What a resident gets who asks what is kept: a page to print, or a PDF."""

from uuid import UUID

from flask import Blueprint, redirect, url_for

from signalering.services.cases.access_letter import PDF
from signalering.services.cases.access_letter import access_letter as service
from signalering.services.work import Work
from signalering.web import messages, pdf
from signalering.web.context import Answer, page, printed, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the pages on the blueprint."""
    blueprint.add_url_rule("/cases/<uuid:case_id>/access-letter", "access_letter", access_letter)
    blueprint.add_url_rule(
        "/cases/<uuid:case_id>/access-letter/pdf", "access_letter_pdf", access_letter_pdf
    )


@unit_of_work(words=True)
def access_letter(work: Work, case_id: UUID) -> Answer:
    """On the screen, to be read before it is given."""
    view = service(work, case_id)
    return page("cases/access_letter.html", view=view, pdf=pdf.available())


@unit_of_work(words=True)
def access_letter_pdf(work: Work, case_id: UUID) -> Answer:
    """The same as a file; where none can be made, the page says how else."""
    if not pdf.available():
        messages.say("pdf_missing")
        return redirect(url_for("cases.access_letter", case_id=case_id))
    view = service(work, case_id, PDF)
    return printed(f"inzage-{view.head.reference}.pdf", "cases/_letter_pdf.html", view=view)
