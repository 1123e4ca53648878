"""Forms about a row: what was typed on a page that is out of date comes back, to be sent again."""

from collections.abc import Callable

from signalering.domain.errors import Conflict, NotAllowedNow
from signalering.forms.base import BaseForm
from signalering.forms.version import VersionForm
from signalering.services.work import Work
from signalering.web import drafts
from signalering.web.context import carried_out
from signalering.web.language import told
from signalering.web.seen import overtaken

DONE, INVALID, OVERTAKEN = 302, 422, 409


def kept(
    work: Work,
    form: VersionForm,
    action: Callable[[], object],
    now: Callable[[], BaseForm] | None = None,
) -> int:
    """Validate and do it; gives the status that answers: 302, 422, or 409 when somebody was first.

    `now` makes the form as the row stands after all: what differs from what was typed is said at
    each field, for the next click replaces it.

    Whoever has lost the case meanwhile is told by the page of the refusal itself.
    """
    if not form.validate():
        return INVALID
    try:
        if not carried_out(work, form, action):
            return INVALID
        drafts.sent(work)
        return DONE
    except (Conflict, NotAllowedNow) as error:
        work.rollback()
        overtaken()
        form.form_errors.append(told(error))
        if now is not None:
            form.lay_beside(now())
        return OVERTAKEN
