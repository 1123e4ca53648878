"""A name under a month of the trail."""

from flask_babel import lazy_gettext as _
from wtforms import RadioField
from wtforms.validators import InputRequired

from signalering.domain.audit_reviews import ReviewOutcome
from signalering.domain.commands.audit.sign_review import SignReview
from signalering.forms.base import BaseForm


class SignReviewForm(BaseForm):
    """Which month and what came of it; the route fills the choices."""

    # Another may have signed it meanwhile: the service says so.
    month = RadioField(_("Welke maand heb je bekeken?"), [InputRequired()], validate_choice=False)
    outcome = RadioField(_("Wat kwam eruit?"), [InputRequired()])

    def to_command(self) -> SignReview:
        """What the service takes."""
        return SignReview(self.month.data or "", ReviewOutcome(self.outcome.data))
