"""A coordinator records the next step of a referral."""

from uuid import UUID

from flask import Blueprint, redirect, request, url_for
from flask_babel import gettext

from signalering.domain.consent import CASE_TEXTS, SHARE_TEXT_NOW
from signalering.domain.flows.referral import STOP_REASONS_TO_SAY
from signalering.domain.views.referrals.advance import ReferralView
from signalering.forms.referrals.advance import ATTENDED, AdvanceForm
from signalering.forms.referrals.renew import RenewForm
from signalering.routes.keeping import DONE, kept
from signalering.services.cases.consent import WAYS
from signalering.services.referrals.advance import advance as service
from signalering.services.referrals.views import kept_referral
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, Page, page, unit_of_work
from signalering.web.language import choices, label


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule(
        "/referrals/<uuid:referral_id>/advance", "advance", advance, methods=["GET", "POST"]
    )


@unit_of_work()
def advance(work: Work, referral_id: UUID) -> Answer:
    """The steps that can be recorded now, the receiver's by phone, on behalf."""
    form = AdvanceForm(request.form)
    view = kept_referral(work, referral_id)
    _offer(form, view)
    if request.method != "POST":
        return advance_page(work, referral_id, form)
    status = kept(work, form, lambda: service(work, form.to_command(referral_id)))
    if status != DONE:
        return advance_page(work, referral_id, form, status=status)
    messages.say("referral_advanced")
    return redirect(url_for("cases.show", case_id=view.case_id))


def advance_page(
    work: Work,
    referral_id: UUID,
    form: AdvanceForm | None = None,
    *,
    renewing: RenewForm | None = None,
    status: int = 200,
) -> Page:
    """The page of a referral, also when one of its forms comes back."""
    view = kept_referral(work, referral_id)
    steps = form or AdvanceForm()
    if form is None:
        _offer(steps, view)
    return page(
        "referrals/advance.html",
        status,
        form=renewing or steps,
        steps=steps,
        renewing=renewing or RenewForm(data={"receiver": view.mail_address}),
        view=view,
        consent_text=CASE_TEXTS[SHARE_TEXT_NOW],
    )


def _offer(form: AdvanceForm, view: ReferralView) -> None:
    nothing = ("", gettext("Kies"))
    form.step.choices = [
        *((code, label(code, "referral_states")) for code in view.moves),
        *((ATTENDED + code, label(code, "attendance")) for code in view.attendance_steps),
    ]
    form.way.choices = [nothing, *choices("consent_ways", *WAYS)]
    form.decline_reason.choices = [nothing, *choices("decline_reasons")]
    form.stop_reason.choices = [nothing, *choices("stop_reasons", *STOP_REASONS_TO_SAY)]
