"""An offer is changed."""

from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from signalering.domain.errors import DomainError
from signalering.domain.views.directory.edit import EditView
from signalering.forms.directory._facts import typed
from signalering.forms.directory.edit import EditForm
from signalering.routes.directory._editing import with_choices
from signalering.routes.keeping import DONE, kept
from signalering.services.directory.edit import edit as service
from signalering.services.directory.edit import to_edit
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, Page, page, unit_of_work
from signalering.web.language import told
from signalering.web.seen import overtaken


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule(
        "/directory/<uuid:initiative_id>/edit", "edit", edit, methods=["GET", "POST"]
    )


@unit_of_work()
def edit(work: Work, initiative_id: UUID) -> Answer:
    """As it stands, or what was typed over it."""
    if request.method != "POST":
        return edit_page(work, initiative_id)
    to_edit(work, initiative_id)  # one that isn't there has no form
    form = EditForm(request.form)
    with_choices(work, form)
    status = kept(
        work,
        form,
        lambda: service(work, form.to_command(initiative_id)),
        lambda: _known(work, to_edit(work, initiative_id)),
    )
    if status == DONE:
        messages.say("offer_changed")
        return redirect(url_for("directory.edit", initiative_id=initiative_id))
    view = to_edit(work, initiative_id)
    return page("directory/edit.html", status, form=form, view=view)


def edit_page(
    work: Work, initiative_id: UUID, refused: DomainError | None = None, status: int = 200
) -> Page:
    """The page as it stands now, with why a step of it could not be taken."""
    view = to_edit(work, initiative_id)
    form = _known(work, view)
    if refused is not None:
        overtaken()
        form.form_errors.append(told(refused))
    return page("directory/edit.html", status, form=form, view=view)


def _known(work: Work, view: EditView) -> EditForm:
    form = EditForm(data=typed(view.facts))
    with_choices(work, form)
    return form
