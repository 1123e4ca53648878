"""Released figures on one topic."""

from flask import Blueprint

from signalering.domain.figures import CAPTIONS, Topic
from signalering.domain.views.statistics.published import PublishedTable
from signalering.routes.statistics._period import chosen
from signalering.services.statistics.figures import figures as read_figures
from signalering.services.work import Work
from signalering.web.charts.bars import Bars, of_table
from signalering.web.charts.tile_map import TileMap, tile_map
from signalering.web.context import Answer, page, unit_of_work
from signalering.web.language import language


def register(blueprint: Blueprint) -> None:
    """Put a page for each topic on the blueprint."""
    for topic in Topic:
        blueprint.add_url_rule(
            f"/statistics/{topic}",
            topic.name.lower(),
            figures,
            defaults={"topic": topic},
        )


@unit_of_work(words=True)
def figures(work: Work, topic: Topic) -> Answer:
    """The newest period that has them, or another one that is released."""
    view = chosen(lambda period: read_figures(work, topic, period))
    drawn = {table.kind: _chart(table) for table in view.tables if len(table.axes) == 1}
    return page(
        "statistics/figures.html",
        view=view,
        drawn=drawn,
        captions=CAPTIONS,
    )


def _chart(table: PublishedTable) -> Bars | TileMap:
    return tile_map(table, language()) if table.kind == "area" else of_table(table)
