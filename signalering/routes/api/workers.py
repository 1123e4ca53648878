"""Who of a partner's own reporters is trained."""

from typing import Any

from flask import Blueprint, request

from signalering.domain.views.api.caller import Caller
from signalering.routes.api._lists import listed
from signalering.services.api.workers import workers as service
from signalering.services.work import Work
from signalering.web.plain_json import plain
from signalering.web.programs import by_token
from signalering.web.queries import check_names, page_of


def register(blueprint: Blueprint) -> None:
    """Put the address on the blueprint."""
    blueprint.add_url_rule("/workers", "workers", workers)


@by_token(writes=True)
def workers(work: Work, caller: Caller) -> dict[str, Any]:
    """Of the partner whose token it is, and of no other."""
    check_names(request.args, ("page",))
    view = service(work, caller, page_of(request.args))
    return listed(work, "workers", plain(view.lines), view.page, view.total, more=view.has_next)
