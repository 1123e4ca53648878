"""The guide: how the program is worked with, for everybody who wants to know."""

from flask import Blueprint, request

from signalering.forms.public.guide import SearchGuideForm
from signalering.services.public.guide import guide as service
from signalering.services.work import Work
from signalering.web.context import Answer, page, unit_of_work
from signalering.web.language import language


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/guide", "guide", guide)


@unit_of_work()
def guide(work: Work) -> Answer:
    """The table of contents, or what was found in it."""
    form = SearchGuideForm(request.args)
    view = service(work, language(), form.asked())
    return page("public/guide.html", form=form, view=view)
