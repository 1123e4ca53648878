"""Wishes beside offers."""

from flask import Blueprint

from signalering.routes.statistics._period import chosen
from signalering.services.statistics.gap import gap as read_gap
from signalering.services.work import Work
from signalering.web.charts.bars import bars
from signalering.web.context import Answer, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/statistics/gap", "gap", gap)


@unit_of_work(words=True)
def gap(work: Work) -> Answer:
    """The newest period that has wishes, or another one that is released."""
    view = chosen(lambda period: read_gap(work, period))
    chart = bars((row.wish, row.figure) for row in view.rows)
    return page("statistics/gap.html", view=view, chart=chart)
