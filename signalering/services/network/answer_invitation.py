"""An organisation answers by its link, as often as it changes its mind."""

from signalering.domain.commands.network.answer_meeting import AnswerMeeting
from signalering.services.network.answer_meeting import take_in
from signalering.services.network.open_meeting import admitted
from signalering.services.work import Work


def answer_invitation(work: Work, token: str, command: AnswerMeeting, address: str) -> None:
    """Keep the answer. Raises NotFound, TooOften, NotAllowedNow, InvalidInput."""
    found = admitted(work, token, address)
    take_in(work, found.meeting.id, found.partner_id, command, "link")
