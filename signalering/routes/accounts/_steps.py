"""The two screens on which words are shown and typed back, wherever somebody gets new ones."""

from typing import Any

from flask import Response, make_response, redirect, url_for

from signalering.domain.errors import InvalidInput
from signalering.domain.views.accounts.drawn import Drawn
from signalering.forms.accounts._drawn import DrawnForm
from signalering.services.accounts.drawing import (
    Carrier,
    Cookie,
    check_typed,
    draw_again,
    seal_drawn,
)
from signalering.web import messages
from signalering.web.context import house, page, rendered
from signalering.web.cookies import set_session


def walked(form: DrawnForm, carrier: Carrier, drawn: Drawn, **context: Any) -> Response | None:
    """The next screen; None once the words were typed back."""
    refused = False
    if form.step.data == "again":
        try:
            drawn = draw_again(drawn)
        except InvalidInput as error:
            form.refuse(error)
            refused = True
    typing = form.step.data in {"seen", "done"}
    if form.step.data == "done":
        try:
            check_typed(
                drawn,
                (form.first.data or "", form.second.data or ""),
                (form.code_first.data or "", form.code_second.data or ""),
            )
        except InvalidInput as error:
            form.refuse(error)
            refused = True
        else:
            return None
    form.ask(drawn.asked, drawn.code_asked)
    form.carried.data = seal_drawn(carrier, drawn)
    template = "accounts/_typed_back.html" if typing else "accounts/_drawn.html"
    status = 422 if refused else 200
    return rendered(page(template, status, form=form, drawn=drawn, **context))


def signed_in(cookie: Cookie, message: str, *, first: bool = False) -> Response:
    """Go on with a session of now; who comes in for the first time is offered a passkey."""
    messages.say(message)
    onward = url_for("accounts.passkeys", first=1) if first else url_for("accounts.start")
    answer = make_response(redirect(onward))
    set_session(answer, house().settings, cookie)
    return answer
