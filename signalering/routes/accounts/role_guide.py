"""What somebody in this role does first."""

from flask import Blueprint, redirect, request, url_for

from signalering.forms.accounts.role_guide import RoleGuideForm
from signalering.services.accounts.role_guide import put_guide
from signalering.services.work import Work
from signalering.web.context import Answer, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/account/role-guide", "role_guide", role_guide, methods=["GET", "POST"])


@unit_of_work()
def role_guide(work: Work) -> Answer:
    """The guide, to be read at any time; a button puts it on the start page, or takes it away."""
    if request.method == "POST":
        put_guide(work, RoleGuideForm(request.form).to_command())
        return redirect(url_for("accounts.start"))
    return page("accounts/role_guide.html", away=work.by().guide_away)
