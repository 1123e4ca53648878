"""Invite a colleague."""

from flask import Blueprint, redirect, request, url_for

from signalering.forms.accounts.invite import InviteForm
from signalering.services.accounts.invite import invite as service
from signalering.services.accounts.invite import organisations
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, carried_out, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/accounts/invite", "invite", invite, methods=["GET", "POST"])


@unit_of_work()
def invite(work: Work) -> Answer:
    """Show the form; make the account and let a link go out."""
    form = InviteForm(request.form)
    form.partner.choices = [("", ""), *((name, name) for name in organisations(work))]
    asked = request.method != "POST"
    if (
        not asked
        and form.validate()
        and carried_out(work, form, lambda: service(work, form.to_command()))
    ):
        messages.say("account_invited")
        return redirect(url_for("accounts.list"))
    return page("accounts/invite.html", 200 if asked else 422, form=form)
