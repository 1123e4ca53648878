"""What an organisation answers by its link: the same questions as a colleague's."""

from signalering.forms.network.answer_meeting import AnswerMeetingForm


class AnswerInvitationForm(AnswerMeetingForm):
    """Nothing more is asked of a stranger."""
