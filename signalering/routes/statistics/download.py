"""Released figures as a file."""

from flask import Blueprint

from signalering.services.statistics.download import download as service
from signalering.services.work import Work
from signalering.web.context import Answer, unit_of_work
from signalering.web.context import download as handed_out
from signalering.web.sheets.files import FORMS, file_of


def register(blueprint: Blueprint) -> None:
    """Put the address on the blueprint."""
    forms = ", ".join(f"'{form}'" for form in FORMS)
    blueprint.add_url_rule(
        f"/statistics/download/<period:period>/<table:table>/<any({forms}):form>",
        "download",
        download,
    )


@unit_of_work(words=True)
def download(work: Work, period: str, table: str, form: str) -> Answer:
    """A released period: one of its tables, or "all"."""
    view = service(work, period, table, form)
    file = file_of(view, table, form, work.settings.installation_name)
    return handed_out(file.body, file.name, file.kind)
