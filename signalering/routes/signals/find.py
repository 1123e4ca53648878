"""Go to the signal or the case of a number."""

from flask import Blueprint, redirect, request, url_for

from signalering.domain.views.signals.find import Numbered
from signalering.forms.signals.find import FindForm
from signalering.services.signals.find import find_by_reference
from signalering.services.work import Work
from signalering.web.context import Answer, carried_out, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/signals/find", "find", find, methods=["GET", "POST"])


@unit_of_work()
def find(work: Work) -> Answer:
    """By POST, so that the number stands in no address; straight on where it is one alone."""
    form = FindForm(request.form)
    found: list[tuple[Numbered, ...]] = []
    asked = request.method == "POST"
    if asked and form.validate():
        carried_out(work, form, lambda: found.append(find_by_reference(work, form.to_command())))
    rows = [(one, _address(one)) for one in found[0]] if found else []
    if len(rows) == 1:
        return redirect(rows[0][1])
    status = 422 if asked and not found else 200
    return page("signals/find.html", status, form=form, rows=rows, searched=bool(found))


def _address(one: Numbered) -> str:
    if one.is_case:
        return url_for("cases.show", case_id=one.object_id)
    return url_for("signals.show", signal_id=one.object_id)
