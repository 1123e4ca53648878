"""Set up one's account by a one-time link."""

from flask import Blueprint, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from signalering.domain.errors import CannotOpen
from signalering.forms.accounts._drawn import DrawnForm
from signalering.routes.accounts._steps import signed_in, walked
from signalering.services.accounts import activate as service
from signalering.services.accounts.drawing import draw, open_drawn
from signalering.services.work import open_work
from signalering.web.context import house, page, rendered


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule(
        "/activate/<token:token>", "activate", show_activation, methods=["GET", "POST"]
    )


def show_activation(token: str) -> BaseResponse:
    """A GET shows a button alone, the same for every link: scanners of mail follow links."""
    if request.method != "POST":
        return rendered(page("accounts/activate.html", token=token))
    form = DrawnForm(request.form)
    with open_work(house(), writes=True) as work:
        if form.step.data in {"begin", "done"}:
            service.claim(work, token)
        guest = service.guest_of(work, token)
    carrier = service.carrier(token)
    try:
        drawn = open_drawn(carrier, guest.account_id, form.carried.data or "")
    except CannotOpen:
        drawn = draw(guest.account_id, guest.hats)
        form = DrawnForm()
    action = url_for("accounts.activate", token=token)
    shown = walked(form, carrier, drawn, action=action, name=guest.name)
    if shown is not None:
        return shown
    with open_work(house(), writes=False) as work:
        enrolment = service.enrolled(work, drawn)
    with open_work(house(), writes=True) as work:
        cookie = service.activate(work, token, enrolment)
        work.commit()
    return signed_in(cookie, "account_activated", first=True)
