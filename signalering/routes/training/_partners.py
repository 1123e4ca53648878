"""Organisations to choose from, for a training that is given at one of them."""

from flask_babel import gettext

from signalering.services.training.sessions import partners
from signalering.services.work import Work


def partner_choices(work: Work) -> list[tuple[str, str]]:
    """The first choice is a training that is open to all."""
    found = ((str(partner_id), name) for partner_id, name in partners(work))
    return [("", gettext("Open voor iedereen")), *found]
