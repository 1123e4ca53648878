"""Record a training for a list of people."""

from flask import Blueprint, request

from signalering.domain.views.training.session import GroupResult
from signalering.forms.training.group import GroupForm
from signalering.routes.training._partners import partner_choices
from signalering.services.training.group import group as service
from signalering.services.work import Work
from signalering.web.context import Answer, carried_out, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/training/group", "group", group, methods=["GET", "POST"])


@unit_of_work()
def group(work: Work) -> Answer:
    """A form; afterwards the lines that are left over stand in it, each with why."""
    form = GroupForm(request.form)
    form.partner.choices = partner_choices(work)
    results: list[GroupResult] = []
    if (
        request.method == "POST"
        and form.validate()
        and carried_out(work, form, lambda: results.append(service(work, form.to_command())))
    ):
        form.addresses.data = "\n".join(line for line, _ in results[0].left_over)
        return page("training/group.html", form=form, result=results[0])
    return page(
        "training/group.html", 422 if request.method == "POST" else 200, form=form, result=None
    )
