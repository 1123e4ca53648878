"""A privacy officer signs a month of the audit trail."""

from flask import Blueprint, redirect, request, url_for

from signalering.forms.audit.sign_review import SignReviewForm
from signalering.routes.audit._reviews import offer_outcomes, reviews_page
from signalering.services.audit.sign_review import sign_review as service
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, carried_out, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the step on the blueprint."""
    blueprint.add_url_rule(
        "/audit-trail/reviews/sign", "sign_review", sign_review, methods=["POST"]
    )


@unit_of_work()
def sign_review(work: Work) -> Answer:
    """With a form that is not whole, the page with the months comes back."""
    form = SignReviewForm(request.form)
    offer_outcomes(form)
    if form.validate() and carried_out(work, form, lambda: service(work, form.to_command())):
        messages.say("month_signed")
        return redirect(url_for("audit.reviews"))
    return reviews_page(work, form, 422)
