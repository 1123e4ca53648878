"""What can be printed."""

from flask import Blueprint

from signalering.domain.site import SiteKind
from signalering.services.public.info import listed
from signalering.services.work import Work
from signalering.web.context import Answer, page, unit_of_work
from signalering.web.language import language


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/materials", "materials", materials)


@unit_of_work()
def materials(work: Work) -> Answer:
    """What can be printed."""
    return page("public/materials.html", view=listed(work, SiteKind.MATERIAL, language()))
