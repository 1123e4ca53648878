"""What the guard found in a message is replaced by what it proposes."""

from signalering.domain.commands.signals.ask import MESSAGE_LIMIT
from signalering.domain.errors import InvalidInput
from signalering.forms.cases.ask import AskForm
from signalering.forms.cases.feedback import FeedbackForm
from signalering.routes.cases._keeping import INVALID
from signalering.routes.signals._found import which_finding
from signalering.services.signals.note import with_replacements


def replaced(form: AskForm | FeedbackForm) -> int:
    """Put the proposals into the message; gives the status that answers."""
    try:
        form.message.data = with_replacements(
            form.message.data or "", which_finding(), limit=MESSAGE_LIMIT, field="message"
        )
    except InvalidInput as error:
        form.refuse(error)
        return INVALID
    return 200
