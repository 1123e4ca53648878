"""The directory as a file."""

from flask import Blueprint, request

from signalering.forms.directory.export import ExportForm
from signalering.services.directory.export import export as service
from signalering.services.work import Work
from signalering.web.context import Answer, download, unit_of_work

ZIP = ("hsds.zip", "application/zip")
JSON = ("hsds.json", "application/json; charset=utf-8")


def register(blueprint: Blueprint) -> None:
    """Put the step on the blueprint."""
    blueprint.add_url_rule("/directory/export", "export", export, methods=["POST"])


@unit_of_work()
def export(work: Work) -> Answer:
    """HSDS 3: one JSON file, or the tabular data package."""
    form = ExportForm(request.form)
    wanted = str(form.written_as.data or "") if form.validate() else ""
    body = service(work, wanted)
    return download(body, *(ZIP if wanted == "csv" else JSON))
