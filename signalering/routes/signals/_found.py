"""What the guard found in a text is replaced by what it proposes."""

from flask import request

from signalering.domain.commands.signals.ask import MESSAGE_LIMIT
from signalering.domain.errors import InvalidInput
from signalering.forms.signals._guarded import GuardedForm
from signalering.services.signals.note import with_replacements


def which_finding() -> int:
    """The number of the one to replace, or 0 for all of them."""
    asked = request.form.get("take_over", "")
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 4 else 0


def replaced(form: GuardedForm, limit: int = MESSAGE_LIMIT) -> int:
    """Put the proposals into the form's text; gives the status that answers."""
    field = form[form.guarded]
    try:
        field.data = with_replacements(
            field.data or "", which_finding(), limit=limit, field=form.guarded
        )
    except InvalidInput as error:
        form.refuse(error)
        return 422
    return 200
