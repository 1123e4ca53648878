"""Bring in a file of another directory: it is looked through before anything is written."""

from flask import Blueprint, redirect, request, url_for

from signalering.domain.errors import Conflict, NotFound
from signalering.forms.directory.bring_in import ConfirmForm, UploadForm
from signalering.services.directory.bring_in import bring_in as service
from signalering.services.directory.bring_in import forget, upload, waiting
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, Page, carried_out, page, unit_of_work
from signalering.web.language import told


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/directory/bring-in", "bring_in", bring_in, methods=["GET", "POST"])


@unit_of_work()
def bring_in(work: Work) -> Answer:
    """A file, then what it would do, then yes or no."""
    if request.method != "POST":
        return _page(work, UploadForm())
    step = request.form.get("step")
    if step == "confirm":
        return _confirmed(work)
    if step == "forget":
        forget(work)
        return redirect(url_for("directory.bring_in"))
    sent = request.files.get("file")
    content = sent.read() if sent is not None else b""
    form = UploadForm(request.form)
    if form.validate() and carried_out(work, form, lambda: upload(work, form.to_command(content))):
        return redirect(url_for("directory.bring_in"))
    return _page(work, form, 422)


def _confirmed(work: Work) -> Answer:
    form = ConfirmForm(request.form)
    try:
        if form.validate() and carried_out(work, form, lambda: service(work, form.to_command())):
            messages.say("directory_brought_in")
            return redirect(url_for("directory.list"))
    except (Conflict, NotFound) as error:
        work.rollback()
        form.form_errors.append(told(error))
        return _page(work, UploadForm(), 409, form)
    return _page(work, UploadForm(), 422, form)


def _page(
    work: Work, form: UploadForm, status: int = 200, confirm: ConfirmForm | None = None
) -> Page:
    return page(
        "directory/bring_in.html",
        status,
        form=confirm if confirm is not None else form,
        upload=form,
        confirm=confirm or ConfirmForm(),
        view=waiting(work),
    )
