"""How many of a partner's own reporters are trained."""

from typing import Any

from flask import Blueprint

from signalering.domain.views.api.caller import Caller
from signalering.services.api.worker_counts import worker_counts as service
from signalering.services.work import Work
from signalering.web.plain_json import plain
from signalering.web.programs import by_token


def register(blueprint: Blueprint) -> None:
    """Put the address on the blueprint."""
    blueprint.add_url_rule("/worker-counts", "worker_counts", worker_counts)


@by_token(writes=True)
def worker_counts(work: Work, caller: Caller) -> Any:
    """Of the partner whose token it is, and of no other."""
    return plain(service(work, caller))
