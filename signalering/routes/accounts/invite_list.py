"""Invite colleagues by a list: it is looked through before anybody is invited."""

from flask import Blueprint, redirect, request, url_for

from signalering.domain.errors import Conflict, InvalidInput
from signalering.domain.views.accounts.invite_list import InviteListView
from signalering.forms.accounts.invite_list import ConfirmForm, ListForm
from signalering.services.accounts.invite_list import invite_list as service
from signalering.services.accounts.invite_list import look_again, look_through
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, Page, carried_out, page, unit_of_work
from signalering.web.language import told


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule(
        "/accounts/invite-list", "invite_list", invite_list, methods=["GET", "POST"]
    )


@unit_of_work()
def invite_list(work: Work) -> Answer:
    """A file, then what it would do, then yes."""
    if request.method != "POST":
        return _page(ListForm(), ConfirmForm())
    if request.form.get("step") == "confirm":
        return _confirmed(work)
    sent = request.files.get("file")
    content = sent.read() if sent is not None else b""
    form = ListForm()
    try:
        return _page(form, ConfirmForm(), view=look_through(work, content))
    except InvalidInput as error:
        form.refuse(error)
        return _page(form, ConfirmForm(), 422)


def _confirmed(work: Work) -> Answer:
    form, status = ConfirmForm(request.form), 422
    try:
        if form.validate() and carried_out(work, form, lambda: service(work, form.to_command())):
            messages.say("accounts_invited")
            return redirect(url_for("accounts.list"))
    except Conflict as error:
        work.rollback()
        form.form_errors.append(told(error))
        status = 409
    try:
        view = look_again(work, form.to_command().carried)
    except InvalidInput:
        return _page(form, form, status)
    return _page(form, form, status, view)


def _page(
    form: ListForm, confirm: ConfirmForm, status: int = 200, view: InviteListView | None = None
) -> Page:
    return page("accounts/invite_list.html", status, form=form, confirm=confirm, view=view)
