"""A colleague comes back."""

from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from signalering.services.accounts.reactivate import reactivate as service
from signalering.services.accounts.reactivate import returning
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule(
        "/accounts/<uuid:account_id>/reactivate", "reactivate", reactivate, methods=["GET", "POST"]
    )


@unit_of_work()
def reactivate(work: Work, account_id: UUID) -> Answer:
    """Say that it begins afresh, and invite when asked."""
    if request.method != "POST":
        return page("accounts/reactivate.html", view=returning(work, account_id))
    service(work, account_id)
    messages.say("account_reactivated")
    return redirect(url_for("accounts.list"))
