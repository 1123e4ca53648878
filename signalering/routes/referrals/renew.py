"""A coordinator gives a receiver a new link for attendance."""

from uuid import UUID

from flask import Blueprint, Response, redirect, request, url_for

from signalering.domain.lifecycles import LinkWay
from signalering.domain.views.referrals.send import MadeLink
from signalering.forms.referrals.renew import RenewForm
from signalering.routes.keeping import DONE, kept
from signalering.routes.referrals._link import delivered
from signalering.routes.referrals.advance import advance_page
from signalering.services.referrals.renew import renew as service
from signalering.services.work import Work
from signalering.web.context import Answer, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the step on the blueprint."""
    blueprint.add_url_rule("/referrals/<uuid:referral_id>/renew", "renew", renew, methods=["POST"])


def renew(referral_id: UUID) -> Response:
    """The mail goes once all else is committed."""
    made: list[MadeLink] = []
    answer = _renew(referral_id, made)
    return delivered(made[0]) if made else answer


@unit_of_work()
def _renew(work: Work, referral_id: UUID, made: list[MadeLink]) -> Answer:
    form = RenewForm(request.form)
    way = form.way or LinkWay.PAPER
    status = kept(work, form, lambda: made.append(service(work, form.to_command(referral_id, way))))
    if status == DONE:
        return redirect(url_for("cases.show", case_id=made[0].case_id))
    made.clear()
    return advance_page(work, referral_id, renewing=form, status=status)
