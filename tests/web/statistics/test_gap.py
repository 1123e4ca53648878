"""Wishes beside offers: offers as they are today, wishes as they were published."""

from datetime import timedelta

from kit.published import publish
from kit.town import Town
from sqlalchemy import delete, update

from signalering.domain.views.statistics.gap import GapView, Supply
from signalering.models.directory.initiative import Initiative
from signalering.models.statistics.release import PublishedCell
from signalering.services.statistics.gap import gap


def seen(town: Town) -> GapView:
    with town.committed("manager") as work:
        return gap(work)


def offer(town: Town, kind: str, pillar: str | None, area: str, days_ago: int = 1) -> None:
    with town.committed() as work:
        work.data.add(
            Initiative(
                name=f"{kind} {area} {days_ago}",
                kind=kind,
                pillar=pillar,
                area=area,
                assured_on=work.clock.today() - timedelta(days=days_ago),
            )
        )


def wished(town: Town, wish: str, figure: int) -> None:
    with town.committed() as work:
        work.data.execute(
            update(PublishedCell)
            .where(PublishedCell.table == "wishes-6", PublishedCell.categories == wish)
            .where(PublishedCell.family == "registered")
            .values(figure=figure)
        )


def prepared(town: Town) -> None:
    publish(town, (2026,), 110)
    with town.committed() as work:
        work.data.execute(delete(Initiative))


def test_an_offer_counts_for_the_wish_that_it_answers(file_town: Town) -> None:
    prepared(file_town)
    offer(file_town, "buddy", "encounters", "monster")
    offer(file_town, "listening", "encounters", "monster")
    offer(file_town, "practical", None, "elsewhere")
    offer(file_town, "sport", "activities", "de-lier")
    offer(file_town, "culture", "activities", "de-lier", days_ago=300)
    view = seen(file_town)
    assert {row.wish.code: row.offers for row in view.rows} == {
        "encounters": 1,
        "activities": 1,
        "development": 0,
        "practical": 1,
        "listening": 1,
        "nothing_now": None,
    }
    assert view.offers == 4
    coast = next(area for area in view.areas if area.area.code == "coast")
    assert {row.wish.code: row.offers for row in coast.rows}["encounters"] == 1


def test_what_is_said_of_it(file_town: Town) -> None:
    prepared(file_town)
    offer(file_town, "buddy", "encounters", "monster")
    for wish, figure, supply in (
        ("encounters", 15, Supply.SOME),
        ("encounters", 20, Supply.LITTLE),
        ("development", 10, Supply.NONE),
        ("development", 5, Supply.NOT_SAID),
        ("nothing_now", 50, Supply.NOT_SAID),
    ):
        wished(file_town, wish, figure)
        rows = {row.wish.code: row.supply for row in seen(file_town).rows}
        assert rows[wish] is supply
