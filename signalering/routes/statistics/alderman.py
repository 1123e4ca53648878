"""The report for the alderman: a page to print, or a PDF."""

from flask import Blueprint, redirect, url_for

from signalering.routes.statistics._period import asked
from signalering.services.statistics.alderman import alderman as service
from signalering.services.work import Work
from signalering.web import messages, pdf
from signalering.web.charts.bars import of_shown
from signalering.web.context import Answer, page, printed, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the pages on the blueprint."""
    blueprint.add_url_rule("/statistics/alderman", "alderman", alderman)
    blueprint.add_url_rule("/statistics/alderman/pdf", "alderman_pdf", alderman_pdf)


@unit_of_work(words=True)
def alderman(work: Work) -> Answer:
    """Of a half or a year."""
    view = service(work, asked())
    drawn = of_shown(view.tables)
    return page("statistics/alderman.html", view=view, drawn=drawn, pdf=pdf.available())


@unit_of_work(words=True)
def alderman_pdf(work: Work) -> Answer:
    """The same as a file; where none can be made, the page says how else."""
    view = service(work, asked())
    if not pdf.available():
        messages.say("pdf_missing")
        return redirect(url_for("statistics.alderman", period=view.period))
    name, drawn = f"wethouder-{view.period}.pdf", of_shown(view.tables)
    return printed(name, "statistics/_alderman_pdf.html", view=view, drawn=drawn)
