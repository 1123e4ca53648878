"""What the pages of a receiver have in common."""

from flask_babel import gettext

from signalering.domain.errors import DomainError, TooOften
from signalering.domain.flows.referral import STOP_REASONS_TO_SAY
from signalering.domain.views.referrals.receive import ReceiverView
from signalering.forms.referrals.answer import AnswerForm
from signalering.services.work import Work
from signalering.web.context import Page, page
from signalering.web.language import choices, told


def shown(view: ReceiverView, form: AnswerForm | None = None, status: int = 200) -> Page:
    """What the link shows, with the answers that can be given now."""
    asked = offered(form or AnswerForm())
    codes = view.answers
    asked.said.choices = choices("receiver_answers", *codes) if codes else []
    return page("referrals/_open.html", status, view=view, form=asked)


def offered(form: AnswerForm) -> AnswerForm:
    """The form with its choices; which answers fit now is the service's affair."""
    nothing = ("", gettext("Kies"))
    form.said.choices = choices("receiver_answers")
    form.decline_reason.choices = [nothing, *choices("decline_reasons")]
    form.stop_reason.choices = [nothing, *choices("stop_reasons", *STOP_REASONS_TO_SAY)]
    return form


def refused(work: Work, error: DomainError) -> Page:
    """One page for every link that lets nobody in; another for whoever tries too often."""
    work.rollback()
    often = isinstance(error, TooOften)
    return page("referrals/_gone.html", 429 if often else 404, wait=told(error) if often else "")
