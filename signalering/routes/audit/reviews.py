"""The monthly review of the audit trail."""

from flask import Blueprint, redirect, request, url_for

from signalering.domain.audit_reviews import ReviewOutcome
from signalering.forms.audit.reviews import ReviewsForm
from signalering.services.audit.reviews import reviews as service
from signalering.services.audit.reviews import sign
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, carried_out, page, unit_of_work
from signalering.web.language import choices
from signalering.web.presenting import month


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/audit-trail/reviews", "reviews", reviews, methods=["GET", "POST"])


@unit_of_work()
def reviews(work: Work) -> Answer:
    """Which months were reviewed and which wait; sent, one of them is signed."""
    form = ReviewsForm(request.form)
    form.outcome.choices = choices("review_outcomes", *(one.value for one in ReviewOutcome))
    asked = request.method != "POST"
    if (
        not asked
        and form.validate()
        and carried_out(work, form, lambda: sign(work, form.to_command()))
    ):
        messages.say("month_signed")
        return redirect(url_for("audit.reviews"))
    view = service(work)
    form.month.choices = [(row.month, month(row.first_day)) for row in view.waiting]
    return page("audit/reviews.html", 200 if asked else 422, form=form, view=view)
