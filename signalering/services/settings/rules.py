"""The rules in force, where there is no unit of work at hand."""

from signalering.domain.house_rules import HouseRules
from signalering.services.work import House, open_work


def rules_of(house: House) -> HouseRules:
    """As they are now in the data."""
    with open_work(house, writes=False) as work:
        return work.rules
