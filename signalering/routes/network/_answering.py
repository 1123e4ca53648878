"""What the pages have in common on which an organisation says whether it comes."""

from typing import TypeVar

from signalering.domain.errors import DomainError, TooOften
from signalering.domain.views.network.meetings import MeetingView
from signalering.forms.network.answer_meeting import NO, YES, AnswerMeetingForm
from signalering.services.work import Work
from signalering.web.context import Page, page
from signalering.web.language import told

Form = TypeVar("Form", bound=AnswerMeetingForm)


def prefilled(kind: type[Form], view: MeetingView) -> Form:
    """As was answered before; without an answer nothing is chosen."""
    own = view.own
    if own is None or own.people is None:
        return kind()
    return kind(
        data={
            "comes": YES if own.people else NO,
            "people": own.people or None,
            "contact_address": own.contact_address,
        }
    )


def shown(
    view: MeetingView, token: str, form: AnswerMeetingForm, status: int = 200, *, kept: bool = False
) -> Page:
    """What the link shows; `kept` right after an answer."""
    return page("network/_invited.html", status, view=view, form=form, token=token, kept=kept)


def refused(work: Work, error: DomainError) -> Page:
    """One page for every link that lets nobody in; another for whoever tries too often."""
    work.rollback()
    often = isinstance(error, TooOften)
    return page("network/_gone.html", 429 if often else 404, wait=told(error) if often else "")
