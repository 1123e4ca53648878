"""What the coalition decided, for what is shown around a page: read once a request, if at all."""

from flask import g
from sqlalchemy.exc import SQLAlchemyError

from signalering.domain.house_rules import HouseRules
from signalering.services.settings.rules import rules_of
from signalering.web.context import house


def rules() -> HouseRules:
    """As it was at this request's first question."""
    found = g.get("house_rules")
    if not isinstance(found, HouseRules):
        try:
            found = rules_of(house())
        except SQLAlchemyError:  # the page that says so is to be shown all the same
            found = house().settings.first_rules
        g.house_rules = found
    return found
