"""The page of the monthly review, which also answers to a form that is sent."""

from signalering.domain.audit_reviews import ReviewOutcome
from signalering.forms.audit.sign_review import SignReviewForm
from signalering.services.audit.reviews import reviews
from signalering.services.work import Work
from signalering.web.context import Page, page
from signalering.web.language import choices
from signalering.web.presenting import month


def offer_outcomes(form: SignReviewForm) -> None:
    """What may come of a review."""
    form.outcome.choices = choices("review_outcomes", *(one.value for one in ReviewOutcome))


def reviews_page(work: Work, form: SignReviewForm, status: int) -> Page:
    """Every month, with the form for those that wait."""
    view = reviews(work)
    form.month.choices = [(row.month, month(row.first_day)) for row in view.waiting]
    return page("audit/reviews.html", status, form=form, view=view)
