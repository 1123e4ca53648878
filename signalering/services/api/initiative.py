"""One offer for partners' programs."""

from uuid import UUID

from signalering.domain.api import ApiScope
from signalering.domain.views.api.caller import Caller
from signalering.domain.views.directory.offer import PublicOffer
from signalering.services.directory.offer import offer
from signalering.services.work import Work


def initiative(work: Work, caller: Caller, initiative_id: UUID) -> PublicOffer:
    """As everybody may see it. Raises Denied, NotFound."""
    caller.require(ApiScope.INITIATIVES)
    return offer(work, initiative_id)
