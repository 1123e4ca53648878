"""A coordinator puts together what an initiative may read, looks at it, and sends it."""

from uuid import UUID

from flask import Blueprint, Response, redirect, request, url_for
from flask_babel import gettext

from signalering.domain.errors import InvalidInput
from signalering.domain.lifecycles import LinkWay
from signalering.domain.views.referrals.send import ComposeView, MadeLink, PackageView
from signalering.forms.referrals.send import PREVIEW, SendForm
from signalering.routes.keeping import DONE, kept
from signalering.routes.referrals._link import delivered
from signalering.services.referrals.compose import compose, preview
from signalering.services.referrals.send import send as service
from signalering.services.work import Work
from signalering.web.context import Answer, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule(
        "/referrals/<uuid:referral_id>/send", "send", send, methods=["GET", "POST"]
    )


def send(referral_id: UUID) -> Response:
    """Nothing goes out before it was looked at; the mail goes once all else is committed."""
    made: list[MadeLink] = []
    answer = _send(referral_id, made)
    return delivered(made[0]) if made else answer


@unit_of_work(words=True)
def _send(work: Work, referral_id: UUID, made: list[MadeLink]) -> Answer:
    form, status = SendForm(request.form), 200
    if request.method == "POST" and form.step.data not in form.others:
        form.kinds.choices = _any_kind()
        way = form.way or LinkWay.PAPER
        status = kept(
            work, form, lambda: made.append(service(work, form.to_command(referral_id, way)))
        )
        if status == DONE:
            return redirect(url_for("cases.show", case_id=made[0].case_id))
        made.clear()
    view = compose(work, referral_id)
    if request.method != "POST":
        form = _prefilled(view)
    form.kinds.choices = _kinds(view)
    shown = None
    if form.step.data == PREVIEW:
        shown, status = _previewed(work, form, referral_id, view)
    return page("referrals/send.html", status, form=form, view=view, shown=shown)


def _previewed(
    work: Work, form: SendForm, referral_id: UUID, view: ComposeView
) -> tuple[PackageView | None, int]:
    if not form.validate():
        return None, 422
    try:
        return preview(work, form.to_command(referral_id, LinkWay.PAPER), view), 200
    except InvalidInput as error:
        form.refuse(error)
        return None, 422


def _prefilled(view: ComposeView) -> SendForm:
    contact = view.contact
    return SendForm(
        data={
            "receiver": view.referral.mail_address,
            "name": contact.name if contact else "",
            "best_moment": contact.best_moment if contact else "",
            "wish": view.wish,
            "along": view.along,
        }
    )


def _any_kind() -> list[tuple[str, str]]:
    return [
        ("phone", gettext("Telefoon")),
        ("email", gettext("E-mail")),
        ("address", gettext("Adres")),
    ]


def _kinds(view: ComposeView) -> list[tuple[str, str]]:
    return [
        (kind, name) for kind, name in _any_kind() if view.contact and getattr(view.contact, kind)
    ]
