"""How the installation fares."""

from flask import Blueprint

from signalering.domain.upkeep_names import JOBS
from signalering.services.settings.state import state as service
from signalering.services.work import Work
from signalering.web.context import Answer, page, unit_of_work
from signalering.web.stating import said


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/state", "state", state)


@unit_of_work()
def state(work: Work) -> Answer:
    """As it is at this moment."""
    view = service(work)
    return page(
        "settings/state.html", view=view, lines=[said(line) for line in view.lines], names=JOBS
    )
