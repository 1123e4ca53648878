"""The monthly review of the audit trail."""

from flask import Blueprint

from signalering.forms.audit.sign_review import SignReviewForm
from signalering.routes.audit._reviews import offer_outcomes, reviews_page
from signalering.services.work import Work
from signalering.web.context import Answer, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/audit-trail/reviews", "reviews", reviews)


@unit_of_work()
def reviews(work: Work) -> Answer:
    """Which months were reviewed and which wait."""
    form = SignReviewForm()
    offer_outcomes(form)
    return reviews_page(work, form, 200)
