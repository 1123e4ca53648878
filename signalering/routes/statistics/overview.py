"""Released figures at a glance."""

from flask import Blueprint

from signalering.routes.statistics._period import chosen
from signalering.services.statistics.organisations import organisations
from signalering.services.statistics.overview import overview as read_figures
from signalering.services.work import Work
from signalering.web.charts.columns import columns
from signalering.web.context import Answer, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/statistics", "overview", overview)


@unit_of_work(words=True)
def overview(work: Work) -> Answer:
    """The newest released period, or another one that is released."""
    view = chosen(lambda period: read_figures(work, period))
    return page(
        "statistics/overview.html",
        view=view,
        columns=columns(view.trend),
        organisations=organisations(work),
    )
