"""What a new installation needs, step by step."""

from collections.abc import Mapping
from types import MappingProxyType

from flask import Blueprint

from signalering.domain.views.settings.first_steps import FirstStep
from signalering.services.settings.first_steps import first_steps as service
from signalering.services.work import Work
from signalering.web.context import Answer, page, unit_of_work

# Where each is done.
PLACES: Mapping[FirstStep, str] = MappingProxyType(
    {
        FirstStep.NUMBERS: "settings.overview",
        FirstStep.CLOSING_DAYS: "settings.closing_days",
        FirstStep.LOOP: "settings.state",
        FirstStep.MAIL: "settings.state",
        FirstStep.PARTNER: "partners.add",
        FirstStep.KEYS: "keys.waiting",
        FirstStep.COLLEAGUE: "accounts.invite",
        FirstStep.TRAINING: "training.sessions",
        FirstStep.OFFERS: "directory.bring_in",
        FirstStep.TRIAL: "signals.log",
    }
)


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/first-steps", "first_steps", first_steps)


@unit_of_work()
def first_steps(work: Work) -> Answer:
    """Each step: why, where, whose, and whether it is done."""
    return page("settings/first_steps.html", view=service(work), places=PLACES)
