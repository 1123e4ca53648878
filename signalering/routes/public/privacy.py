"""What happens with data."""

from flask import Blueprint

from signalering.services.retention.policy import terms
from signalering.services.work import Work
from signalering.web.context import Answer, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/privacy-statement", "privacy", show)


@unit_of_work()
def show(work: Work) -> Answer:
    """With the terms that hold now: what is promised here is what is done."""
    found = {kept.value: keep_for.value for kept, keep_for in terms(work).items()}
    return page("public/privacy.html", terms=found)
