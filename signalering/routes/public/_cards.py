"""What the pages of a card have in common."""

from signalering.domain.consent import CARD_TEXT_NOW, CONTACT_TEXT_NOW, CONTACT_TEXTS
from signalering.domain.states import Hat
from signalering.domain.views.public.card import CardView
from signalering.forms.base import BaseForm
from signalering.forms.public.card import CardForm
from signalering.forms.public.leave import LeaveForm
from signalering.web.context import Page, page
from signalering.web.visitor import current_visitor


def is_spoken() -> bool:
    """Whether a coordinator types what a resident says; for anybody else it is the own page."""
    visitor = current_visitor()
    return visitor is not None and visitor.hat is Hat.COORDINATOR


def overview(view: CardView, done: str = "") -> Page:
    """Which kinds of details are held, until when, and what can be done."""
    return page("public/_overview.html", view=view, done=done)


def form_page(form: LeaveForm, spoken: bool, status: int = 200) -> Page:
    """The details, and the text that is agreed to: a yes to another text is none to this one."""
    version = CONTACT_TEXT_NOW if spoken else CARD_TEXT_NOW
    if form.text_version.data != version:
        form.text_version.data, form.agreed.data = version, False
    return page(
        "public/leave.html",
        status,
        form=form,
        spoken=spoken,
        consent_text=CONTACT_TEXTS[version],
    )


def lost(form: BaseForm) -> Page:
    """The code that came along is no longer good for anything: back to the first page."""
    first = CardForm(data={"code": form["code"].data})
    first.code.errors = [*form["code"].errors]
    return page("public/card.html", 422, form=first)
