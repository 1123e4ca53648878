"""Keys for open data: which there are, and a form for a new one."""

from flask import Blueprint, request

from signalering.forms.statistics.open_data_keys import KeyForm
from signalering.services.statistics.open_data_keys import make_key
from signalering.services.statistics.open_data_keys import open_data_keys as service
from signalering.services.work import Work
from signalering.web.context import Answer, carried_out, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule(
        "/open-data/keys", "open_data_keys", open_data_keys, methods=["GET", "POST"]
    )


@unit_of_work()
def open_data_keys(work: Work) -> Answer:
    """A new key is shown on this one answer, and on no other."""
    form = KeyForm(request.form)
    asked = request.method != "POST"
    made: list[str] = []
    if (
        not asked
        and form.validate()
        and carried_out(work, form, lambda: made.append(make_key(work, form.to_command())))
    ):
        asked, form = True, KeyForm()
    return page(
        "statistics/open_data_keys.html",
        200 if asked else 422,
        form=form,
        view=service(work),
        token=made[0] if made else "",
        begin=work.settings.public_url.rstrip("/") + "/open-data/v1/periods",
    )
