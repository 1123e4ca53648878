"""One chapter of the guide."""

from flask import Blueprint

from signalering.services.public.chapter import chapter as service
from signalering.services.work import Work
from signalering.web.context import Answer, page, unit_of_work
from signalering.web.language import language


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/guide/<slug:slug>", "chapter", chapter)


@unit_of_work()
def chapter(work: Work, slug: str) -> Answer:
    """What it tells."""
    return page("public/chapter.html", view=service(work, slug, language()))
