"""Change a group's key, batch by batch; what is done stays done when the browser closes."""

from flask import Blueprint, redirect, request, url_for

from signalering.domain.errors import Denied
from signalering.domain.hats import KEY_GROUP_OF_HAT
from signalering.forms.keys.rotate import KNOWN, RotateForm
from signalering.services.keys.reencrypt import reencrypt
from signalering.services.keys.rotate import begin, progress, step
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/keys/rotate", "rotate", rotate, methods=["GET", "POST"])


@unit_of_work()
def rotate(work: Work) -> Answer:
    """Each POST does one batch; the first asks why."""
    group = KEY_GROUP_OF_HAT.get(work.by().hat)
    if group is None:
        raise Denied
    form = RotateForm(request.form)
    state = progress(work, group)
    if request.method == "POST":
        if state.running:
            more = step(work, group) if state.rewrapping else reencrypt(work)
            if not more and not progress(work, group).running:
                messages.say("keys_rotated")
            return redirect(url_for("keys.rotate"))
        if form.validate():
            begin(work, group, known=form.reason.data == KNOWN)
            return redirect(url_for("keys.rotate"))
    status = 422 if request.method == "POST" else 200
    return page("keys/rotate.html", status, form=form, state=state)
