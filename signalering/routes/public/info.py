"""The public site: no log-in, no cookie, no trace. The language stands in the address."""

from flask import Blueprint

from signalering.services.public.info import info as service
from signalering.services.work import Work
from signalering.web.context import Answer, page, unit_of_work
from signalering.web.language import language


def register(blueprint: Blueprint) -> None:
    """Put the pages on the blueprint."""
    blueprint.add_url_rule("/info/<slug:slug>", "info", info)


@unit_of_work()
def info(work: Work, slug: str) -> Answer:
    """One text."""
    return page("public/info.html", view=service(work, slug, language()))
