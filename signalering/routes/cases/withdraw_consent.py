"""A coordinator withdraws a resident's consent."""

from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from signalering.domain.states import ConsentScope
from signalering.domain.views.cases.show import CaseView
from signalering.forms.cases.withdraw_consent import WithdrawConsentForm
from signalering.routes.keeping import DONE, kept
from signalering.services.cases.consent import WAYS
from signalering.services.cases.show import open_kept
from signalering.services.cases.withdraw_consent import withdraw_consent as service
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, page, unit_of_work
from signalering.web.language import choices, label


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule(
        "/cases/<uuid:case_id>/withdraw-consent",
        "withdraw_consent",
        withdraw_consent,
        methods=["GET", "POST"],
    )


@unit_of_work(words=True)
def withdraw_consent(work: Work, case_id: UUID) -> Answer:
    """Which consent, and the word typed over."""
    form = WithdrawConsentForm(request.form)
    view = open_kept(work, case_id)
    form.consent.choices = _offered(view)
    form.way.choices = choices("consent_ways", *WAYS)
    status = 200
    if request.method == "POST":
        status = kept(work, form, lambda: service(work, form.to_command(case_id)))
        if status == DONE:
            messages.say("consent_withdrawn")
            return redirect(url_for("cases.show", case_id=case_id))
        view = open_kept(work, case_id)
    return page("cases/withdraw_consent.html", status, form=form, view=view)


def _offered(view: CaseView) -> list[tuple[str, str]]:
    contact = ConsentScope.CONTACT.value
    offered = []
    if view.contact is not None and contact not in {one.scope for one in view.consents}:
        offered.append((contact, label(contact, "consent_scopes")))
    for one in view.consents:
        text = label(one.scope, "consent_scopes")
        if one.initiative_id is None:
            offered.append((one.scope, text))
        else:
            offered.append((f"{one.scope}:{one.initiative_id}", f"{text}: {one.initiative}"))
    return offered
