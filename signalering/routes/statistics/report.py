"""A report of one released period: a page to print, or a PDF."""

from flask import Blueprint, redirect, url_for

from signalering.domain.views.statistics.report import ReportView
from signalering.routes.statistics._period import asked
from signalering.services.statistics.report import report as service
from signalering.services.work import Work
from signalering.web import messages, pdf
from signalering.web.charts.bars import Bars, of_shown
from signalering.web.context import Answer, page, printed, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the pages on the blueprint."""
    blueprint.add_url_rule("/statistics/report", "report", report)
    blueprint.add_url_rule("/statistics/report/pdf", "report_pdf", report_pdf)


@unit_of_work(words=True)
def report(work: Work) -> Answer:
    """Of any released period."""
    view = service(work, asked())
    return page("statistics/report.html", view=view, drawn=_drawn(view), pdf=pdf.available())


@unit_of_work(words=True)
def report_pdf(work: Work) -> Answer:
    """The same as a file; where none can be made, the page says how else."""
    view = service(work, asked())
    if not pdf.available():
        messages.say("pdf_missing")
        return redirect(url_for("statistics.report", period=view.period))
    name = f"cijfers-{view.period}.pdf"
    return printed(name, "statistics/_report_pdf.html", view=view, drawn=_drawn(view))


def _drawn(view: ReportView) -> dict[str, tuple[Bars, ...]]:
    beneath = [section.table for section in view.sections if section.table]
    return of_shown([*beneath, *view.further])
