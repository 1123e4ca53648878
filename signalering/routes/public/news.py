"""The news, newest first."""

from flask import Blueprint

from signalering.services.public.news import news as service
from signalering.services.work import Work
from signalering.web.context import Answer, page, unit_of_work
from signalering.web.language import language


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/news", "news", news)


@unit_of_work()
def news(work: Work) -> Answer:
    """The news, newest first."""
    return page("public/news.html", view=service(work, language()))
