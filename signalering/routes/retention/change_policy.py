"""A privacy officer decides on another term."""

from flask import Blueprint, redirect, request, url_for

from signalering.domain.retention import OPTIONS, Kept
from signalering.forms.retention.change_policy import ChangePolicyForm
from signalering.routes.keeping import DONE, kept
from signalering.services.retention.change_policy import change_policy as service
from signalering.services.retention.change_policy import choices as offered
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, page, unit_of_work
from signalering.web.language import choices

ADDRESSES = {one.value.replace("_", "-"): one for one in Kept}


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    listed = ", ".join(f"'{address}'" for address in ADDRESSES)
    blueprint.add_url_rule(
        f"/retention/terms/<any({listed}):of_what>",
        "change_policy",
        change_policy,
        methods=["GET", "POST"],
    )


@unit_of_work()
def change_policy(work: Work, of_what: str) -> Answer:
    """The choices, with how many each would bring to notice at once."""
    kind = ADDRESSES[of_what]
    view = offered(work, kind)
    form = ChangePolicyForm(request.form)
    form.keep_for.choices = choices("retention_terms", *(one.value for one in OPTIONS[kind]))
    status = 200
    if request.method == "POST":
        status = kept(work, form, lambda: service(work, form.to_command(kind)))
        if status == DONE:
            messages.say("policy_changed")
            return redirect(url_for("retention.overview"))
        view = offered(work, kind)
    return page("retention/change_policy.html", status, form=form, view=view, of_what=of_what)
