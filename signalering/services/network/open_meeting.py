"""An organisation opens its link to a meeting. Nobody is logged in.

One answer for a link that is wrong or too old, or whose organisation stopped.
"""

from signalering.domain.errors import NotFound
from signalering.domain.throttles import Tried
from signalering.domain.views.network.meetings import MeetingView
from signalering.services.accounts import throttle
from signalering.services.network._meetings import view_of
from signalering.services.network.meeting_links import Invited, invited_by
from signalering.services.public.visitors import visitor_of
from signalering.services.work import Work


def open_meeting(work: Work, token: str, address: str) -> MeetingView:
    """The meeting and the organisation's own answer, as often as it is looked at.

    Raises NotFound, TooOften.
    """
    found = admitted(work, token, address)
    return view_of(work, found.meeting, found.partner_id)


def admitted(work: Work, token: str, address: str) -> Invited:
    """Who is invited by this link; a wrong one counts as a try. Raises NotFound, TooOften."""
    found = invited_by(work, token)
    if found is None:
        throttle.claim(work, Tried.MEETING, visitor_of(work, address))
        raise NotFound("meeting_link_gone")
    return found
