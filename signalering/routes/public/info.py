"""The public site: no log-in, no cookie, no trace. The language stands in the address."""

from flask import Blueprint

from signalering.domain.site import SiteKind
from signalering.services.public.info import info as service
from signalering.services.public.info import listed
from signalering.services.work import Work
from signalering.web.context import Answer, page, unit_of_work
from signalering.web.language import language


def register(blueprint: Blueprint) -> None:
    """Put the pages on the blueprint."""
    blueprint.add_url_rule("/info/<slug>", "info", info)
    blueprint.add_url_rule("/news", "news", news)
    blueprint.add_url_rule("/materials", "materials", materials)


@unit_of_work()
def info(work: Work, slug: str) -> Answer:
    """One text."""
    return page("public/info.html", view=service(work, slug, language()))


@unit_of_work()
def news(work: Work) -> Answer:
    """The news, newest first."""
    return page("public/news.html", view=listed(work, SiteKind.NEWS, language()))


@unit_of_work()
def materials(work: Work) -> Answer:
    """What can be printed."""
    return page("public/materials.html", view=listed(work, SiteKind.MATERIAL, language()))
