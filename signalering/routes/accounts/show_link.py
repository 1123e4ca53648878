"""Show a new one-time link once, to be handed over otherwise than by mail."""

from uuid import UUID

from flask import Blueprint, url_for

from signalering.services.accounts.show_link import show_link as service
from signalering.services.work import Work
from signalering.web.context import Answer, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule(
        "/accounts/<uuid:account_id>/show-link", "show_link", show_link, methods=["POST"]
    )


@unit_of_work()
def show_link(work: Work, account_id: UUID) -> Answer:
    """Make it and show it on this one answer."""
    shown = service(work, account_id)
    path = url_for("accounts.activate", token=shown.token)
    address = work.settings.public_url.rstrip("/") + path
    return page("accounts/show_link.html", name=shown.name, address=address)
