"""The directory of initiatives."""

from flask import Blueprint, request, session
from flask_babel import gettext
from werkzeug.datastructures import MultiDict

from signalering.domain.access import Permission, allowed
from signalering.domain.commands.directory.list import SearchDirectory
from signalering.forms.directory.list import SearchForm
from signalering.services.directory.assure import waiting_count
from signalering.services.directory.list import NO_PILLAR, list_initiatives
from signalering.services.work import Work
from signalering.web.context import Answer, page, unit_of_work
from signalering.web.language import choices
from signalering.web.paging import asked_page

REMEMBERED = "directory"
# What somebody types is not kept in a cookie.
NOT_REMEMBERED = "name"


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/directory", "list", list_directory)


@unit_of_work()
def list_directory(work: Work) -> Answer:
    """What there is; a search that names a foreign code shows everything."""
    form = _searched()
    view = list_initiatives(work, form.to_command(asked_page(request.args)))
    today = work.clock.today()
    may_assure = allowed(Permission.ASSURE_OFFERS, work.by(), None, today)
    return page(
        "directory/list.html",
        search=form,
        view=view,
        narrowed=form.to_command() != SearchDirectory(),
        may_assure=may_assure,
        may_edit=allowed(Permission.EDIT_DIRECTORY, work.by(), None, today),
        waiting=waiting_count(work) if may_assure else 0,
    )


def _searched() -> SearchForm:
    """What was chosen above the list; the codes are remembered until they are chosen anew."""
    if not request.args:
        return search_form(SearchForm(MultiDict(session.get(REMEMBERED, {}))))
    form = search_form(SearchForm(request.args))
    chosen = {
        field.name: field.data
        for field in form
        if field.name != NOT_REMEMBERED and field.data and field.validate(form)
    }
    if session.get(REMEMBERED, {}) != chosen:
        session[REMEMBERED] = chosen
    return form


def search_form(form: SearchForm) -> SearchForm:
    """The form with its choices."""
    everything = ("", gettext("alles"))
    outside = (NO_PILLAR, gettext("buiten de pijlers"))
    form.pillar.choices = [everything, *choices("pillars"), outside]
    form.kind.choices = [everything, *choices("kinds")]
    form.area.choices = [everything, *choices("areas")]
    form.day.choices = [everything, *choices("weekdays")]
    form.speaks.choices = [everything, *choices("languages")]
    return form
