"""The first page of the hat worn."""

from flask import Blueprint, redirect, url_for
from werkzeug.wrappers import Response as BaseResponse

from signalering.domain.errors import Denied
from signalering.domain.states import Hat
from signalering.web.visitor import current_visitor

FIRST = {
    Hat.FRONTLINE: "signals.mine",
    Hat.COORDINATOR: "cases.today",
    Hat.MANAGER: "statistics.overview",
    Hat.ADMINISTRATOR: "accounts.list",
    Hat.PRIVACY_OFFICER: "audit.trail",
    # Needs no key, which a newcomer has yet to be given.
    Hat.DATA_PROTECTION_OFFICER: "audit.pack",
}


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/start", "start", start)


def start() -> BaseResponse:
    """Go to where this hat begins the day."""
    visitor = current_visitor()
    if visitor is None:
        raise Denied
    return redirect(url_for(FIRST[visitor.hat]))
