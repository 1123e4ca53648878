"""Look for a resident's case by name."""

from flask import Blueprint, request

from signalering.forms.cases.find import FindForm
from signalering.services.cases.find import find_cases
from signalering.services.work import Work
from signalering.web.context import Answer, carried_out, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/cases/find", "find", find, methods=["GET", "POST"])


@unit_of_work()
def find(work: Work) -> Answer:
    """Always by POST, so that a name stands in no address; the answer is the page itself."""
    form = FindForm(request.form)
    found = []
    asked = request.method == "POST"
    if asked and form.validate():
        carried_out(work, form, lambda: found.append(find_cases(work, form.to_command())))
    return page(
        "cases/find.html",
        form=form,
        view=found[0] if found else None,
        status=422 if asked and not found else 200,
    )
