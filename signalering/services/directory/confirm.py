"""A maintainer opens the link of an offer. Nobody is logged in; all that is shown is public.

One answer for a link that is wrong, was used, has expired or was revoked.
"""

from signalering.domain.errors import NotFound
from signalering.domain.throttles import Tried
from signalering.domain.views.directory.confirm import OfferView
from signalering.models.directory.initiative import Initiative
from signalering.models.directory.standing import OfferStanding
from signalering.services.accounts import throttle
from signalering.services.directory.links import offer_behind
from signalering.services.directory.standings import room_of
from signalering.services.public.visitors import visitor_of
from signalering.services.work import Work


def confirm(work: Work, token: str, address: str) -> OfferView:
    """The offer as it stands, as often as it is looked at before it is answered. Raises NotFound,

    TooOften.
    """
    return view_of(work, admitted(work, token, address))


def admitted(work: Work, token: str, address: str) -> Initiative:
    """The offer of this link. Raises NotFound, TooOften.

    A wrong one counts as a try. A right one lets in whatever strangers try: nobody guesses 256
    bits, so a limit on right ones would only serve who wants to keep maintainers out.
    """
    found = offer_behind(work, token)
    if found is None:
        throttle.claim(work, Tried.OFFER, visitor_of(work, address))
        raise NotFound("offer_link_gone")
    return found


def view_of(work: Work, offer: Initiative) -> OfferView:
    """As it stands in the directory."""
    standing = work.data.get(OfferStanding, offer.id)
    room = room_of(standing, work.clock.today())
    return OfferView(
        id=offer.id,
        name=offer.name,
        kind=offer.kind,
        area=offer.area,
        weekday=offer.weekday or "",
        frequency=offer.frequency or "",
        contact_address=offer.contact_address or "",
        note=offer.note or "",
        capacity=offer.capacity,
        room=room.value,
        room_until=standing.room_until if standing else None,
        assured_on=offer.assured_on,
    )
