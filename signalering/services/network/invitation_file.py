"""A meeting for the calendar of an organisation, by its link.

A program fetches it again and again: a right address writes nothing, a wrong one counts as a try.
"""

from signalering.domain.throttles import Tried
from signalering.domain.views.network.meeting_file import MeetingEvent
from signalering.services.accounts import throttle
from signalering.services.network.meeting_file import event_of
from signalering.services.network.meeting_links import invited_by
from signalering.services.public.visitors import visitor_of
from signalering.services.work import Work


def invitation_file(work: Work, token: str) -> MeetingEvent | None:
    """None for a link that lets nobody in."""
    found = invited_by(work, token)
    return event_of(work, found.meeting) if found is not None else None


def count_wrong(work: Work, address: str) -> None:
    """Count a try with a link that lets nobody in, and commit it. Raises TooOften."""
    throttle.claim(work, Tried.MEETING, visitor_of(work, address))
