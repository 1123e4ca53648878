"""The directory for partners' programs: what the public page has."""

from signalering.domain.api import ApiScope
from signalering.domain.commands.directory.list import SearchDirectory
from signalering.domain.views.api.caller import Caller
from signalering.domain.views.directory.offer import PublicOffers
from signalering.services.directory.offers import offers
from signalering.services.work import Work


def initiatives(work: Work, caller: Caller, wanted: SearchDirectory) -> PublicOffers:
    """One page of what meets the search. Raises Denied."""
    caller.require(ApiScope.INITIATIVES)
    return offers(work, wanted)
