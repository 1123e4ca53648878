"""The directory of initiatives."""

from flask import Blueprint, request
from flask_babel import gettext

from signalering.domain.access import Permission, allowed
from signalering.forms.directory.list import SearchForm
from signalering.services.directory.assure import waiting_count
from signalering.services.directory.list import NO_PILLAR, list_initiatives
from signalering.services.work import Work
from signalering.web.context import Answer, page, unit_of_work
from signalering.web.language import choices


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/directory", "list", list_directory)


@unit_of_work()
def list_directory(work: Work) -> Answer:
    """What there is; a search that names a foreign code shows everything."""
    form = search_form(SearchForm(request.args))
    found = list_initiatives(work, form.to_command() if form.validate() else None)
    today = work.clock.today()
    may_assure = allowed(Permission.ASSURE_OFFERS, work.by(), None, today)
    return page(
        "directory/list.html",
        search=form,
        found=found,
        may_assure=may_assure,
        waiting=waiting_count(work) if may_assure else 0,
    )


def search_form(form: SearchForm) -> SearchForm:
    """The form with its choices."""
    everything = ("", gettext("alles"))
    outside = (NO_PILLAR, gettext("buiten de pijlers"))
    form.pillar.choices = [everything, *choices("pillars"), outside]
    form.kind.choices = [everything, *choices("kinds")]
    form.area.choices = [everything, *choices("areas")]
    return form
